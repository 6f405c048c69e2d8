import TypewrightModel

/// Finds enumerations of strings that are the same in the same role.
struct RecurringEnumerations {
    /// For each but the first of those that are the same, the first.
    private(set) var first: [TypeID: TypeID] = [:]

    init(api: API, names: NameTable, overrides: OverrideTable) {
        var found: [Key: TypeID] = [:]
        for index in api.types.indices where !overrides.isReplaced(TypeID(index)) {
            guard let key = Key(api.types[index], cases: names.members[index]) else { continue }
            if let other = found[key] { first[TypeID(index)] = other } else { found[key] = TypeID(index) }
        }
    }

    /// What has to be the same: the role, and all that the cases show.
    private struct Key: Hashable {
        let role: [String]
        let cases: [String]
        let values: [Literal]
        let documentation: [Documentation]

        init?(_ type: TypeDeclaration, cases: [SwiftIdentifier]) {
            guard case .enumeration(let enumeration) = type.shape, enumeration.base == .string else { return nil }
            guard let role = type.naming.role else { return nil }
            self.role = role
            self.cases = cases.map(\.text)
            values = enumeration.values.map(\.literal)
            documentation = enumeration.values.map(\.documentation)
        }
    }
}
