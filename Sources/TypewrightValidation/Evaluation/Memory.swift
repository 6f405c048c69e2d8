import TypewrightReader
import TypewrightSpec

/// A schema, a value, and what else the answer depends on.
struct MemoryKey: Hashable {
    let schema: SchemaID
    let node: Node.Identity
    let isName: Bool
    let scope: Int
    let isMarking: Bool
}

struct MemoryEntry {
    enum State {
        /// Being evaluated further up.
        case running
        case valid
        /// Invalid in a trial, which reported nothing.
        case invalid
        /// Invalid, and the violations are in the list.
        case reported
    }

    let state: State
    let marks: Marks?
}

/// Which members of an object, or elements of an array, some schema has evaluated: what
/// `unevaluatedProperties` and `unevaluatedItems` leave alone.
struct Marks {
    /// Whether anybody asks.
    let isWanted: Bool
    private(set) var isAll = false
    private var flags: [Bool] = []

    init(isWanted: Bool) {
        self.isWanted = isWanted
    }

    mutating func mark(_ index: Int) {
        guard isWanted, !isAll else { return }
        while flags.count <= index { flags.append(false) }
        flags[index] = true
    }

    mutating func markAll() { isAll = true }

    func contains(_ index: Int) -> Bool { isAll || (index < flags.count && flags[index]) }

    mutating func formUnion(_ other: Marks) {
        if other.isAll { isAll = true }
        guard isWanted, !isAll else { return }
        for index in other.flags.indices where other.flags[index] { mark(index) }
    }
}

/// The dynamic scope: the resources that were entered on the way to a schema, outermost first.
///
/// Only what has dynamic anchors matters, and of that only where it first stands, so there are few
/// different scopes; each has a number.
struct DynamicScopes {
    static let empty = 0

    private var lists: [[ResourceID]] = [[]]
    private var numbers: [[ResourceID]: Int] = [[]: 0]

    mutating func entering(_ resource: Resource, _ id: ResourceID, from outer: Int) -> Int {
        if resource.dynamicAnchors.isEmpty || lists[outer].contains(id) { return outer }
        let list = lists[outer] + [id]
        if let known = numbers[list] { return known }
        lists.append(list)
        numbers[list] = lists.count - 1
        return lists.count - 1
    }

    func resources(of scope: Int) -> [ResourceID] { lists[scope] }
}
