extension CheckTable {
    /// All that the check speaks of, each with how it leads there.
    @inlinable
    package func forEachEdge(of id: CheckID, _ body: (CheckID, Check.Edge) -> Void) {
        if self[id].speaksOfOthers { self[id].forEachEdge(body) }
    }

    /// Replaces what the checks speak of.
    package mutating func replaceReferences(_ change: (CheckID?) -> CheckID?) {
        for index in checks.indices where checks[index].speaksOfOthers { checks[index].replaceReferences(change) }
    }
}

extension Check {
    /// How a check leads to another.
    @usableFromInline
    package enum Edge: Sendable {
        /// To the same value.
        case inPlace
        /// To the same value, through a reference.
        case reference
        /// To a part of the value.
        case child
    }

    @usableFromInline
    package func forEachEdge(_ body: (CheckID, Edge) -> Void) {
        func visit(_ id: CheckID?, _ edge: Edge) {
            if let id { body(id, edge) }
        }
        if let array {
            for item in array.prefix { visit(item, .child) }
            visit(array.items, .child)
            visit(array.contains?.check, .child)
        }
        if let object {
            for property in object.properties { visit(property.check, .child) }
            for property in object.patterns { visit(property.check, .child) }
            visit(object.additional, .child)
            visit(object.names, .child)
        }
        for application in applications {
            switch application {
            case .reference(let id): visit(id, .reference)
            case .dynamicReference(let dynamic):
                for target in dynamic.targets { visit(target.check, .reference) }
                visit(dynamic.otherwise, .reference)
            case .allOf(let branches), .anyOf(let branches), .oneOf(let branches):
                for branch in branches { visit(branch, .inPlace) }
            case .not(let id): visit(id, .inPlace)
            case .condition(let test, let then, let otherwise):
                visit(test, .inPlace)
                visit(then, .inPlace)
                visit(otherwise, .inPlace)
            case .dependent(_, let id, _): visit(id, .inPlace)
            }
        }
        visit(unevaluatedProperties, .child)
        visit(unevaluatedItems, .child)
    }

    fileprivate mutating func replaceReferences(_ change: (CheckID?) -> CheckID?) {
        // Taken out while they are changed: what has two owners is copied.
        if var array {
            self.array = nil
            array.prefix = array.prefix.map(change)
            array.items = change(array.items)
            if let contained = array.contains { array.contains?.check = change(contained.check) }
            self.array = array
        }
        if var object {
            self.object = nil
            for index in object.properties.indices { object.properties[index].check = change(object.properties[index].check) }
            for index in object.patterns.indices { object.patterns[index].check = change(object.patterns[index].check) }
            object.additional = change(object.additional)
            object.names = change(object.names)
            self.object = object
        }
        replaceApplications(change)
        unevaluatedProperties = change(unevaluatedProperties)
        unevaluatedItems = change(unevaluatedItems)
    }

    /// In their array: those that say nothing any more are left out.
    private mutating func replaceApplications(_ change: (CheckID?) -> CheckID?) {
        var kept = 0
        for place in applications.indices {
            guard let application = Check.replaced(applications[place], change) else { continue }
            applications[kept] = application
            kept += 1
        }
        applications.removeLast(applications.count - kept)
    }

    private static func replaced(_ application: Application, _ change: (CheckID?) -> CheckID?) -> Application? {
        switch application {
        case .reference(let id): return change(id).map { .reference($0) }
        case .dynamicReference(var dynamic):
            for index in dynamic.targets.indices { dynamic.targets[index].check = change(dynamic.targets[index].check) }
            dynamic.otherwise = change(dynamic.otherwise)
            return .dynamicReference(dynamic)
        case .allOf(let branches):
            let changed = branches.map(change)
            return changed.contains { $0 != nil } ? .allOf(changed) : nil
        case .anyOf(let branches): return .anyOf(branches.map(change))
        case .oneOf(let branches): return .oneOf(branches.map(change))
        case .not(let id): return .not(change(id))
        case .condition(let test, let then, let otherwise):
            return .condition(test: change(test), then: change(then), otherwise: change(otherwise))
        case .dependent(let name, let id, let keyword): return change(id).map { .dependent(name: name, check: $0, keyword: keyword) }
        }
    }
}
