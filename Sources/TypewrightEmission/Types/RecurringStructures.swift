import TypewrightModel

/// Finds structs and unions that are the same in the same role, down to the types inside them.
///
/// They are gone through from the last to the first, because what stands inside one comes after it: whether two are the
/// same is known of their parts first.
struct RecurringStructures {
    /// For each type that is the same as a later one, the last of them; and what was known.
    private(set) var last: [TypeID: TypeID]

    private let api: API
    private let names: NameTable
    private let nested: [[TypeID]]
    private let overrides: OverrideTable

    /// - Parameters:
    ///   - nested: For each type those that are declared inside it.
    ///   - known: For each enumeration that is the same as another one, that.
    init(api: API, names: NameTable, nested: [[TypeID]], overrides: OverrideTable, known: [TypeID: TypeID]) {
        self.api = api
        self.names = names
        self.nested = nested
        self.overrides = overrides
        last = known
        var found: [Key: [TypeID]] = [:]
        for id in candidates {
            guard let key = Key(api[id], members: names.members[id.index], same: same, overrides: overrides) else { continue }
            let others = found[key, default: []]
            if let other = others.first(where: { isSame(id, $0) }) {
                last[id] = other
            } else if others.count < Self.mostAlike {
                found[key] = others + [id]
            }
        }
    }

    /// Of those that show the same and ask for different things, no more are kept to be compared with.
    private static let mostAlike = 8

    private func same(_ id: TypeID) -> TypeID { last[id] ?? id }

    /// Whether two that show the same also ask the same of a value.
    private func isSame(_ id: TypeID, _ other: TypeID) -> Bool {
        api.checks.areSame(api[id].check, api[other].check) && hasSameParts(id, other) && isToldAlike(id, other)
    }

    /// Those that have something in common with others, from the last to the first.
    private var candidates: [TypeID] {
        var groups: [Look: Int] = [:]
        for type in api.types {
            if let look = Look(type) { groups[look, default: 0] += 1 }
        }
        return api.types.indices.reversed().compactMap { index in
            guard let look = Look(api.types[index]), groups[look, default: 0] > 1 else { return nil }
            return overrides.isReplaced(TypeID(index)) ? nil : TypeID(index)
        }
    }

    /// Whether all that is declared inside the one is found inside the other by the same name: `B.Status` has to mean
    /// the same as `A.Status` where `B` is another name for `A`.
    private func hasSameParts(_ id: TypeID, _ other: TypeID) -> Bool {
        nested[id.index].count == nested[other.index].count
            && zip(nested[id.index], nested[other.index]).allSatisfy { names[$0].last == names[$1].last && same($0) == same($1) }
    }

    /// Whether two unions find their branches the same way.
    private func isToldAlike(_ id: TypeID, _ other: TypeID) -> Bool {
        guard case .union(let a) = api[id].shape, case .union(let b) = api[other].shape else { return true }
        return a.selections.count == b.selections.count
            && a.selections.indices.allSatisfy { a.selections[$0].isSame(as: b.selections[$0]) }
    }

    /// What is compared first, of all.
    private struct Look: Hashable {
        let role: String?
        let count: Int
        let property: String?

        init?(_ type: TypeDeclaration) {
            guard let role = type.naming.role else { return nil }
            switch type.shape {
            case .object(let object): (count, property) = (object.properties.count, object.properties.first?.name)
            case .union(let union): (count, property) = (-union.branches.count, nil)
            case .enumeration, .tuple, .alias: return nil
            }
            self.role = role.last
        }
    }

    /// What has to be the same: the role, and all that the type shows.
    private struct Key: Hashable {
        let role: [String]
        let members: [String]
        let shape: Shape

        enum Shape: Hashable {
            case object([PropertyKey], AdditionalProperties)
            case union([BranchKey])
        }

        init?(_ type: TypeDeclaration, members: [SwiftIdentifier], same: (TypeID) -> TypeID, overrides: OverrideTable) {
            guard let role = type.naming.role else { return nil }
            switch type.shape {
            case .object(let object):
                let properties = object.properties.map { property in
                    PropertyKey(property, same: same, override: overrides.place(at: property.origin.location))
                }
                shape = .object(properties, object.additional.replacing(same))
            case .union(let union): shape = .union(union.branches.map { BranchKey($0, same: same) })
            case .enumeration, .tuple, .alias: return nil
            }
            self.role = role
            self.members = members.map(\.text)
        }
    }

    private struct BranchKey: Hashable {
        let type: TypeReference
        let description: String?
        let isBoxed: Bool

        init(_ branch: UnionShape.Branch, same: (TypeID) -> TypeID) {
            type = branch.type.replacing(same)
            description = branch.documentation.description
            isBoxed = branch.isBoxed
        }
    }

    private struct PropertyKey: Hashable {
        let name: String
        let type: TypeReference
        let presence: Presence
        let documentation: Documentation
        let constant: Literal?
        let defaultValue: Literal?
        let direction: Direction
        let isBoxed: Bool
        /// The user's own type for it, which stands for its place alone.
        let override: Int?

        init(_ property: Property, same: (TypeID) -> TypeID, override: Int?) {
            name = property.name
            type = property.type.replacing(same)
            presence = property.presence
            documentation = property.documentation
            constant = property.constant
            defaultValue = property.defaultValue
            direction = property.direction
            isBoxed = property.isBoxed
            self.override = override
        }
    }
}

extension TypeReference {
    fileprivate func replacing(_ change: (TypeID) -> TypeID) -> TypeReference {
        switch self {
        case .named(let id): .named(change(id))
        case .array(let inner): .array(inner.replacing(change))
        case .map(let inner): .map(inner.replacing(change))
        case .nullable(let inner): .nullable(inner.replacing(change))
        case .any, .boolean, .integer, .number, .string, .text: self
        }
    }
}

extension AdditionalProperties {
    fileprivate func replacing(_ change: (TypeID) -> TypeID) -> AdditionalProperties {
        if case .map(let value) = self { .map(value.replacing(change)) } else { self }
    }
}

extension UnionShape.Selection {
    fileprivate func isSame(as other: UnionShape.Selection) -> Bool {
        guard kinds == other.kinds else { return false }
        switch (strategy, other.strategy) {
        case (.only(let a), .only(let b)): return a == b
        case (.property(let name, let values, let otherwise), .property(let name2, let values2, let otherwise2)):
            return name == name2 && otherwise == otherwise2 && values.elementsEqual(values2, by: ==)
        case (.presence(let properties, let otherwise), .presence(let properties2, let otherwise2)):
            return otherwise == otherwise2 && properties.elementsEqual(properties2, by: ==)
        case (.trial(let a), .trial(let b)): return a == b
        default: return false
        }
    }
}
