/// What tells the branches of a choice apart before any of them is tried.
extension CheckTable {
    /// Beyond so many steps through references nothing more is said of a check.
    private static let farthest = 6

    /// The kinds of JSON among which all values are that a check accepts. JSON alone does not tell integers
    /// from fractions: both, or neither, are among them.
    package func kinds(acceptedBy id: CheckID?) -> JSONKinds {
        kinds(acceptedBy: id, CheckTable.farthest)
    }

    private func kinds(acceptedBy id: CheckID?, _ steps: Int) -> JSONKinds {
        guard let id, steps > 0 else { return .all }
        let check = self[id]
        var kinds = check.isNever ? [] : check.kinds.asWritten
        if let values = check.enumeration { kinds.formIntersection(JSONKinds(values.map(\.writtenKind))) }
        if let value = check.constant { kinds.formIntersection(value.writtenKind) }
        for application in check.applications {
            switch application {
            case .reference(let target): kinds.formIntersection(self.kinds(acceptedBy: target, steps - 1))
            case .allOf(let branches): for branch in branches { kinds.formIntersection(self.kinds(acceptedBy: branch, steps - 1)) }
            case .anyOf(let branches), .oneOf(let branches):
                kinds.formIntersection(JSONKinds(branches.map { self.kinds(acceptedBy: $0, steps - 1) }))
            default: break
            }
        }
        return check.acceptsNull ? kinds.union(.null) : kinds
    }

    /// Whether each value is of the kinds of one branch at most.
    package func areDisjoint(_ branches: [CheckID?]) -> Bool {
        var taken: JSONKinds = []
        for branch in branches {
            let kinds = kinds(acceptedBy: branch)
            if !taken.isDisjoint(with: kinds) { return false }
            taken.formUnion(kinds)
        }
        return true
    }

    /// A property that all objects need which some branches accept, each with one string of its own.
    package struct Tag {
        package var property: String
        /// By branch.
        package var values: [String?]
    }

    package func tag(of branches: [CheckID?]) -> Tag? {
        guard branches.count > 1 else { return nil }
        let facts = branches.map { branch in
            var facts = ObjectFacts()
            collect(&facts, branch, CheckTable.farthest)
            return facts
        }
        var tried: Set<String> = []
        for one in facts {
            for property in one.order where tried.insert(property).inserted {
                let values = facts.map { $0.required.contains(property) ? $0.strings[property] : nil }
                if Set(values.compactMap { $0 }).count > 1 { return Tag(property: property, values: values) }
            }
        }
        return nil
    }

    /// What all objects have that a check accepts.
    private struct ObjectFacts {
        var required: Set<String> = []
        /// Properties that have to be one string.
        var strings: [String: String] = [:]
        var order: [String] = []
    }

    private func collect(_ facts: inout ObjectFacts, _ id: CheckID?, _ steps: Int) {
        guard let id, steps > 0 else { return }
        let check = self[id]
        if let object = check.object {
            for required in object.required where required.direction == .both { facts.required.insert(required.name) }
            for property in object.properties {
                guard let string = string(of: property.check, steps - 1), facts.strings[property.name] == nil else { continue }
                facts.strings[property.name] = string
                facts.order.append(property.name)
            }
        }
        for application in check.applications {
            switch application {
            case .reference(let target): collect(&facts, target, steps - 1)
            case .allOf(let branches): for branch in branches { collect(&facts, branch, steps - 1) }
            default: break
            }
        }
    }

    /// The one string that a check accepts.
    private func string(of id: CheckID?, _ steps: Int) -> String? {
        guard let id, steps > 0, !self[id].acceptsNull else { return nil }
        let check = self[id]
        if case .string(let text) = check.constant { return text }
        if let values = check.enumeration, values.count == 1, case .string(let text) = values[0] { return text }
        guard case .reference(let target)? = check.applications.first, check.applications.count == 1 else { return nil }
        return string(of: target, steps - 1)
    }
}

extension JSONKinds {
    fileprivate init(_ several: [JSONKinds]) {
        self = several.reduce(into: []) { $0.formUnion($1) }
    }

    /// With all numbers, if there are any.
    fileprivate var asWritten: JSONKinds { isDisjoint(with: .number) ? self : union(.number) }
}

extension Literal {
    fileprivate var writtenKind: JSONKinds {
        switch self {
        case .null: .null
        case .boolean: .boolean
        case .number: .number
        case .string: .string
        case .array: .array
        case .object: .object
        }
    }
}
