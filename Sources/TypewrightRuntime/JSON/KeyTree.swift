/// Which keys the objects of a text have had, and after which other keys. Each object is expected to go on like one
/// before it: then a key need only be compared with the text of that one, no key comes twice, and objects with the
/// same keys share the list of them.
struct KeyTree: ~Copyable {
    /// A key after certain others, in objects at a certain place. Node 0 is no key: objects begin there that are the
    /// value of none.
    struct Node {
        fileprivate let key: KeyText
        /// The key before it in the object.
        fileprivate let previous: Int32
        /// How many keys there are with it.
        fileprivate let depth: Int32
        /// The key that followed first; the others are alternatives to that one.
        fileprivate var next: Int32 = 0
        fileprivate var alternative: Int32 = 0
        /// The first key of objects that are the value of this one, or in arrays that are.
        fileprivate var inner: Int32 = 0
    }

    private var nodes: UnsafeMutablePointer<Node>?
    private var count: Int32 = 0
    private var capacity: Int32 = 0
    private var names: [String] = []
    /// The keys up to each node, where objects have ended there.
    private var lists: [JSONKeyList?] = []

    /// What has more is no list of objects that are alike.
    private static let limit: Int32 = 4096
    private static let alternativesLimit = 8

    deinit {
        nodes?.deallocate()
    }

    /// The node of the key that stands at a place, after a certain other (0: as the first) in an object that is the
    /// value of `outer`; 0 where there is none.
    @inline(__always)
    func node(at place: UnsafePointer<UInt8>, after previous: Int32, in outer: Int32) -> Int32 {
        guard let nodes else { return 0 }
        var node = previous == 0 ? nodes[Int(outer)].inner : nodes[Int(previous)].next
        while node != 0, !nodes[Int(node)].key.matches(place) { node = nodes[Int(node)].alternative }
        return node
    }

    @inline(__always)
    func textCount(_ node: Int32) -> Int {
        nodes.map { $0[Int(node)].key.count } ?? 0
    }

    /// Adds a key without escapes; 0 where there are too many, or the object has it already.
    mutating func add(_ text: JSONStringText, _ name: String, after previous: Int32, in outer: Int32) -> Int32 {
        if count == capacity { grow() }
        guard let nodes, count < Self.limit else { return 0 }
        let node = Node(text, after: previous, depth: nodes[Int(previous)].depth + 1)
        guard node.depth <= JSONKeyList.indexedCount, !has(node, upTo: previous) else { return 0 }
        if previous == 0, nodes[Int(outer)].inner == 0 {
            nodes[Int(outer)].inner = count
        } else if previous != 0, nodes[Int(previous)].next == 0 {
            nodes[Int(previous)].next = count
        } else {
            var other = previous == 0 ? nodes[Int(outer)].inner : nodes[Int(previous)].next
            var alternatives = 1
            while nodes[Int(other)].alternative != 0 {
                other = nodes[Int(other)].alternative
                alternatives += 1
            }
            guard alternatives < Self.alternativesLimit else { return 0 }
            nodes[Int(other)].alternative = count
        }
        (nodes + Int(count)).initialize(to: node)
        names.append(name)
        lists.append(nil)
        count += 1
        return count - 1
    }

    private func has(_ node: Node, upTo last: Int32) -> Bool {
        guard let nodes else { return false }
        var other = last
        while other != 0 {
            if nodes[Int(other)].key.count == node.key.count, nodes[Int(other)].key.matches(node.key.start) { return true }
            other = nodes[Int(other)].previous
        }
        return false
    }

    private mutating func grow() {
        let larger = max(16, capacity * 4)
        let moreNodes = UnsafeMutablePointer<Node>.allocate(capacity: Int(larger))
        if let nodes {
            moreNodes.moveInitialize(from: nodes, count: Int(count))
            nodes.deallocate()
        } else {
            moreNodes.initialize(to: Node())
            names = [""]
            lists = [.empty]
            count = 1
        }
        nodes = moreNodes
        capacity = larger
    }

    /// The keys of an object that ends with a node, in their order.
    mutating func list(upTo last: Int32) -> JSONKeyList {
        if last == 0 { return .empty }
        if let list = lists[Int(last)] { return list }
        let list = JSONKeyList(names(upTo: last))
        lists[Int(last)] = list
        return list
    }

    func names(upTo last: Int32) -> [String] {
        guard let nodes else { return [] }
        var found: [String] = []
        var node = last
        while node != 0 {
            found.append(names[Int(node)])
            node = nodes[Int(node)].previous
        }
        return found.reversed()
    }
}

extension KeyTree.Node {
    /// The node that is no key.
    fileprivate init() {
        key = KeyText(nothingAt: JSONReader.never)
        (previous, depth) = (0, 0)
    }

    fileprivate init(_ name: JSONStringText, after previous: Int32, depth: Int32) {
        key = KeyText(name.start - 1, name.count + 2)
        self.previous = previous
        self.depth = depth
    }
}
