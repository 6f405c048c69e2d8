/// Finding schemas that apply themselves to the same instance, by whatever way.
///
/// A base that lists its heirs (`oneOf`) which each take in the base (`allOf`) is the usual case.
/// Nothing is cut there: whoever checks instances takes a schema that is being applied to the
/// instance already for satisfied. These are the strongly connected components of the graph of
/// schemas that apply in place (Tarjan), without recursion.
struct SelfContainment {
    private let schemas: [Schema]
    private var order: [Int]
    private var low: [Int]
    private var isOnStack: [Bool]
    private var component: [SchemaID] = []
    private var counter = 0
    private var found: Set<SchemaID> = []

    static func find(in schemas: [Schema]) -> Set<SchemaID> {
        var search = SelfContainment(schemas)
        // Most lead nowhere and are no part of any circle.
        for index in schemas.indices where search.order[index] == 0 && schemas[index].leadsOn { search.visit(SchemaID(index)) }
        return search.found
    }

    private init(_ schemas: [Schema]) {
        self.schemas = schemas
        order = [Int](repeating: 0, count: schemas.count)
        low = order
        isOnStack = [Bool](repeating: false, count: schemas.count)
    }

    private mutating func visit(_ start: SchemaID) {
        var stack: [(id: SchemaID, children: [SchemaID], next: Int)] = []
        stack.append((start, enter(start), 0))
        while let top = stack.last {
            if top.next < top.children.count {
                stack[stack.count - 1].next += 1
                let child = top.children[top.next]
                if !schemas[child.index].leadsOn { continue }
                if order[child.index] == 0 {
                    stack.append((child, enter(child), 0))
                } else if isOnStack[child.index] {
                    low[top.id.index] = min(low[top.id.index], order[child.index])
                    if child == top.id { found.insert(child) }
                }
            } else {
                stack.removeLast()
                leave(top.id)
                if let parent = stack.last { low[parent.id.index] = min(low[parent.id.index], low[top.id.index]) }
            }
        }
    }

    private mutating func enter(_ id: SchemaID) -> [SchemaID] {
        counter += 1
        order[id.index] = counter
        low[id.index] = counter
        isOnStack[id.index] = true
        component.append(id)
        return schemas[id.index].inPlace
    }

    private mutating func leave(_ id: SchemaID) {
        guard low[id.index] == order[id.index] else { return }
        if component.last == id {
            component.removeLast()
            isOnStack[id.index] = false
            return
        }
        var members: [SchemaID] = []
        while let last = component.popLast() {
            isOnStack[last.index] = false
            members.append(last)
            if last == id { break }
        }
        found.formUnion(members)
    }
}

extension Schema {
    /// Whether any schema may be applied to the same instance. Told without a list of them: mostly there is none.
    fileprivate var leadsOn: Bool {
        reference != nil || hasApplicators || hasObject || dynamicReference != nil
    }

    /// All schemas that may be applied to the same instance.
    package var inPlace: [SchemaID] {
        var all: [SchemaID] = []
        if let target = reference?.target { all.append(target) }
        if let target = dynamicReference?.target { all.append(target) }
        if let object {
            for dependent in object.dependentSchemas { all.append(dependent.schema) }
        }
        guard let applicators else { return all }
        all += applicators.allOf
        all += applicators.anyOf
        all += applicators.oneOf
        if let not = applicators.not { all.append(not) }
        if let condition = applicators.condition {
            all.append(condition.test)
            if let then = condition.then { all.append(then) }
            if let otherwise = condition.otherwise { all.append(otherwise) }
        }
        return all
    }
}
