/// The dynamic scope: the schema resources that have been entered, outermost first. Only resources
/// that a dynamic reference could lead to take part.
struct DynamicScope {
    private(set) var resources: [Int] = []
    /// Tells scopes apart; equal scopes have equal numbers.
    private(set) var id = 0
    private var numbers: [[Int]: Int] = [[]: 0]
    private var outer: [Int] = []

    @usableFromInline mutating func enter(_ resource: Int) -> Bool {
        if resources.contains(resource) { return false }
        outer.append(id)
        resources.append(resource)
        if let known = numbers[resources] {
            id = known
        } else {
            id = numbers.count
            numbers[resources] = id
        }
        return true
    }

    @usableFromInline mutating func leave() {
        resources.removeLast()
        id = outer.removeLast()
    }
}

extension CheckState {
    /// Enters a schema resource; true when it was not entered before, and then `leave(scope:)` leaves it.
    @usableFromInline mutating func enter(resource: Int) -> Bool {
        scope.enter(resource)
    }

    @usableFromInline mutating func leave(scope isNew: Bool) {
        if isNew { scope.leave() }
    }

    /// The outermost of some resources that has been entered, or -1. After a fault -2, which leads nowhere.
    @usableFromInline mutating func outermost(of resources: [Int]) -> Int {
        guard reader.fault == nil else { return -2 }
        for resource in scope.resources where resources.contains(resource) { return resource }
        return -1
    }
}
