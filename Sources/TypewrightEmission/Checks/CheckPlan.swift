import TypewrightModel
import TypewrightSource

/// Which checks become functions, and what these are called. The others are written where they are used.
struct CheckPlan {
    /// Functions that belong to no type, in the order of the document.
    private(set) var freeFunctions: [CheckID] = []
    let namespace: SwiftIdentifier
    private let owners: [TypeID?]
    /// Declarations that are only other names: Swift knows the check of the type that they stand for, if there is one.
    private let silent: Set<TypeID>
    private var freeNames: [SwiftIdentifier?]
    private var isFunction: [Bool]

    /// Beyond so many lines a check reads better as a function.
    private static let longestInline = 8

    /// - Parameters:
    ///   - isReplaced: whether a type is not declared, as the user has one of their own.
    ///   - isOtherName: whether it is only another name of one that is.
    init(api: API, names: NameTable, isReplaced: (TypeID) -> Bool, isOtherName: (TypeID) -> Bool) {
        var owners = [TypeID?](repeating: nil, count: api.checks.checks.count)
        var roots: [CheckID] = []
        for index in api.types.indices {
            guard let check = api.types[index].check, !isOtherName(TypeID(index)) else { continue }
            roots.append(check)
            if owners[check.index] == nil, !api.types[index].shape.isAlias { owners[check.index] = TypeID(index) }
        }
        for id in names.validators.keys.sorted() where !isReplaced(id) {
            if let check = api[id].check, owners[check.index] == nil { owners[check.index] = id }
        }
        let silent = Set(api.types.indices.map { TypeID($0) }.filter { id in
            !isReplaced(id) && (isOtherName(id) || names.validators[id] != nil)
        })
        roots += api.callChecks(areBroughtBy: { !silent.contains($0) })
        var taken = Set(names.types.compactMap { $0.path.count == 1 ? $0.last.text : nil })
        taken.insert(names.client.client.text)
        taken.formUnion(names.validators.values.map(\.text))
        var namespace = "SchemaChecks"
        while taken.contains(namespace) { namespace += "_" }
        self.init(api.checks, roots: roots, owners: owners, silent: silent, namespace: SwiftIdentifier(checked: namespace))
    }

    init(_ table: CheckTable, roots: [CheckID], owners: [TypeID?], silent: Set<TypeID>, namespace: SwiftIdentifier) {
        self.owners = owners
        self.silent = silent
        self.namespace = namespace
        isFunction = Array(repeating: false, count: table.checks.count)
        freeNames = Array(repeating: nil, count: table.checks.count)
        let reached = CheckPlan.reachable(from: roots, table)
        for root in roots { isFunction[root.index] = true }
        decide(reached, table)
        nameFree(reached, table)
    }

    private static func reachable(from roots: [CheckID], _ table: CheckTable) -> [CheckID] {
        var isReached = [Bool](repeating: false, count: table.checks.count)
        var waiting = roots
        while let id = waiting.popLast() {
            if isReached[id.index] { continue }
            isReached[id.index] = true
            table.forEachEdge(of: id) { target, _ in waiting.append(target) }
        }
        return isReached.indices.filter { isReached[$0] }.map { CheckID($0) }
    }

    private mutating func decide(_ reached: [CheckID], _ table: CheckTable) {
        for id in reached {
            if owners[id.index] != nil || table[id].isRemembered { isFunction[id.index] = true }
            guard table[id].speaksOfOthers else { continue }
            let check = table[id]
            check.forEachSite(patterns: table.patterns, where: { !isFunction[$0.index] }) { target, step in
                // That nothing is allowed is said in one line, wherever it stands.
                if table[target].isNever { return }
                let isWrittenHere = table[target].origin.location.consists(of: check.origin.location, step)
                if !isWrittenHere || table[target].scope != check.scope { isFunction[target.index] = true }
            }
        }
        for id in reached where !isFunction[id.index] && !fitsInline(id, table) { isFunction[id.index] = true }
    }

    private func fitsInline(_ id: CheckID, _ table: CheckTable) -> Bool {
        var measure = CheckMeasure(table: table, isFunction: isFunction)
        return measure.fits(id, within: CheckPlan.longestInline)
    }

    private mutating func nameFree(_ reached: [CheckID], _ table: CheckTable) {
        freeFunctions = reached.filter { isFunction[$0.index] && owners[$0.index] == nil }
        var scope = NamingScope()
        let casing = Casing(extra: [], without: [])
        let candidates = freeFunctions.map { id -> NamingScope.Candidate in
            let location = table[id].origin.location
            return NamingScope.Candidate(wanted: [CheckPlan.name(location, casing)], key: location)
        }
        for (id, name) in zip(freeFunctions, scope.assign(candidates)) { freeNames[id.index] = name }
    }

    /// `#/components/schemas/Pet/properties/tags` is `petTags`.
    private static func name(_ location: String, _ casing: Casing) -> String {
        var text: [UInt8] = []
        text.append(text: location)
        var words: [String] = []
        for step in text.split(separator: UInt8(ascii: "/")) where !isContainer(step) {
            words += Words(PointerToken.name(step)).list
        }
        return SwiftWords.usable(casing.lowerCamel(Words(list: words.isEmpty ? ["root"] : words)))
    }

    /// What such a step holds is named, not the step.
    private static func isContainer(_ step: ArraySlice<UInt8>) -> Bool {
        containers.contains { $0.count == step.count && $0.elementsEqual(step) }
    }

    private static let containers: [[UInt8]] = [
        "#", "components", "schemas", "properties", "$defs", "definitions", "paths", "content", "schema", "patternProperties",
    ].map { Array($0.utf8) }

    // MARK: Asking

    func owner(of id: CheckID) -> TypeID? { owners[id.index] }

    /// Whether the check of a declaration is found by its Swift type.
    func isBrought(by id: TypeID) -> Bool { !silent.contains(id) }

    func freeName(of id: CheckID) -> SwiftIdentifier? { freeNames[id.index] }

    func isFunction(_ id: CheckID) -> Bool { isFunction[id.index] }
}

/// How many lines a check would take where it is used.
private struct CheckMeasure {
    let table: CheckTable
    let isFunction: [Bool]
    private var left = 0

    init(table: CheckTable, isFunction: [Bool]) {
        self.table = table
        self.isFunction = isFunction
    }

    mutating func fits(_ id: CheckID, within limit: Int) -> Bool {
        left = limit
        take(id)
        return left >= 0
    }

    /// Every check takes at least one line, so this goes no deeper than the limit; a call is one.
    private mutating func take(_ id: CheckID) {
        left -= 1
        if isFunction[id.index] { return }
        let check = table[id]
        if let array = check.array { left -= array.contains == nil ? 1 : 5 }
        if check.object != nil { left -= 3 }
        if check.kinds == .all, check.array != nil || check.object != nil { left -= 3 }
        left -= check.applications.count
        if check.collects { left -= 2 }
        guard left >= 0 else { return }
        check.forEachEdge { target, _ in
            if left >= 0 { take(target) }
        }
    }
}

extension String {
    fileprivate func consists(of start: String, _ end: String) -> Bool {
        utf8.count == start.utf8.count + end.utf8.count && hasPrefix(start) && hasSuffix(end)
    }
}
