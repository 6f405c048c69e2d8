import TypewrightModel

/// Enumerations of strings that are the same in the same role: the `opt_fields` of all calls that answer with a project,
/// the `object: list` of all lists. The first is declared, and the others are further names of it: a value goes from one
/// place to the next, the compiler has one type to do, and no name changes when the document tells them apart some day.
/// In most large documents a quarter to two thirds of all enumerations are such names.
struct SharedEnumerations {
    /// For each further name the type that is declared.
    private var declared: [TypeID: TypeID] = [:]
    /// Of several types with the same strings, in other roles, the first that has further names.
    private var byValues: [[Literal]: TypeID] = [:]

    init(api: API, names: NameTable, isReplaced: (TypeID) -> Bool) {
        var first: [Key: TypeID] = [:]
        for index in api.types.indices where !isReplaced(TypeID(index)) {
            guard let key = Key(api.types[index], cases: names.members[index]) else { continue }
            if let holder = first[key] {
                declared[TypeID(index)] = holder
                // The first stays, so that checks of what stands before it speak of the same type as ever.
                if byValues[key.values] == nil { byValues[key.values] = holder }
            } else {
                first[key] = TypeID(index)
            }
        }
    }

    /// The type that this one is only another name of.
    func declaration(of id: TypeID) -> TypeID? { declared[id] }

    /// A type that has a table of these strings.
    func holder(of values: [Literal]) -> TypeID? { byValues.isEmpty ? nil : byValues[values] }
}

/// What has to be the same: what the property or the parameter is called, and all that the cases show.
private struct Key: Hashable {
    let role: [String]
    let cases: [String]
    let values: [Literal]
    let documentation: [Documentation]

    /// Nil for what the document names itself.
    init?(_ type: TypeDeclaration, cases: [SwiftIdentifier]) {
        guard case .enumeration(let enumeration) = type.shape, enumeration.base == .string else { return nil }
        switch type.naming {
        case .named: return nil
        case .inside(_, let role), .operation(_, let role): self.role = role
        }
        self.cases = cases.map(\.text)
        values = enumeration.values.map(\.literal)
        documentation = enumeration.values.map(\.documentation)
    }
}
