import TypewrightModel

/// Types that are the same in the same role: the `opt_fields` of all calls that answer with a project, the `object: list`
/// of all lists, the `{data: Project}` of all these answers. The first is declared, and the others are further names of
/// it: a value goes from one place to the next, the compiler has one type to do, and no name changes when the document
/// tells them apart some day. In most large documents a quarter to two thirds of all enumerations are such names, and up
/// to a third of all structs.
struct SharedTypes {
    /// For each further name the type that is declared.
    private var declared: [TypeID: TypeID] = [:]
    /// Of several enumerations with the same strings, in other roles, the first that has further names.
    private var byValues: [[Literal]: TypeID] = [:]
    /// Of several structs with the same keys likewise.
    private var byKeys: [[String]: TypeID] = [:]

    init(api: API, names: NameTable, nested: [[TypeID]], overrides: OverrideTable) {
        let enumerations = RecurringEnumerations(api: api, names: names, overrides: overrides)
        let all = RecurringStructures(api: api, names: names, nested: nested, overrides: overrides, known: enumerations.first)
        declare(all.last, nested: nested)
        for id in declared.keys.sorted() { if let holder = declared[id] { lend(holder, api[holder].shape) } }
    }

    /// Of those that are the same as one the first is declared, unless it stands inside a type that is not.
    private mutating func declare(_ same: [TypeID: TypeID], nested: [[TypeID]]) {
        if same.isEmpty { return }
        var container: [TypeID: TypeID] = [:]
        for (index, parts) in nested.enumerated() { for part in parts { container[part] = TypeID(index) } }
        var holders: [TypeID: TypeID] = [:]
        var waiting: Set<TypeID> = []
        let members = Set(same.keys).union(same.values).sorted()
        for id in members {
            if let holder = holders[same[id] ?? id] {
                declared[id] = holder
            } else if let outer = container[id], declared[outer] != nil || waiting.contains(outer) {
                waiting.insert(id)
            } else {
                holders[same[id] ?? id] = id
            }
        }
        for id in waiting { declared[id] = holders[same[id] ?? id] }
    }

    /// What was there first goes on lending its table, so that checks speak of the same type whatever comes later.
    private mutating func lend(_ holder: TypeID, _ shape: TypeShape) {
        switch shape {
        case .enumeration(let enumeration):
            let values = enumeration.values.map(\.literal)
            if byValues[values] == nil { byValues[values] = holder }
        case .object(let object):
            let keys = KeyWord.list(object)
            if !keys.isEmpty, byKeys[keys] == nil { byKeys[keys] = holder }
        case .union, .tuple, .alias: break
        }
    }

    /// The type that this one is only another name of.
    func declaration(of id: TypeID) -> TypeID? { declared[id] }

    func isOtherName(_ id: TypeID) -> Bool { declared[id] != nil }

    /// A type that has a table of these strings.
    func holder(of values: [Literal]) -> TypeID? { byValues.isEmpty ? nil : byValues[values] }

    /// A struct that has a table of these keys, in the form of `KeyWord`.
    func holder(of keys: [String]) -> TypeID? { byKeys.isEmpty ? nil : byKeys[keys] }
}

extension TypeNaming {
    /// What the property or the parameter is called, or which part of a call it is; nil for what the document names itself.
    var role: [String]? {
        switch self {
        case .named: nil
        case .inside(_, let role), .operation(_, let role): role
        }
    }
}
