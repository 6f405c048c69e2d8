import TypewrightModel

/// Validators: a function per schema that has a type, is referred to, or is long.
struct CheckEmitter {
    let context: EmissionContext

    private var plan: CheckPlan { context.checks }
    private var table: CheckTable { context.api.checks }

    /// The check of a type, as part of its support.
    func support(for id: TypeID) -> Code {
        guard context.options.emitsValidators, let check = context.api[id].check else { return "" }
        if context.shape(of: id).isAlias { return validator(id, check) }
        let name = context.names[id].code
        if plan.owner(of: check) != id {
            return """
                nonisolated extension \(name) {
                    \(context.access)static func check(_ c: JSONChecker) {
                        \(call(check))
                    }
                }
                """
        }
        let tables = CheckTables(prefix: "json", taken: context.names.members[id.index], reserved: CheckEmitter.reserved)
        var writer = CheckWriter(context: context, tables: tables)
        if case .object(let object) = context.api[id].shape {
            writer.ownKeys = KeyWord.list(object)
        }
        writer.ownCases = context.api[id].stringCases
        let body = Code.lines(writer.function(check))
        return """
            nonisolated extension \(name) {
                \(Code.paragraphs([Code.lines(writer.tables.declarations), """
                    \(context.access)static func check(_ c: JSONChecker) {
                        \(body)
                    }
                    """]))
            }
            """
    }

    /// What validates an alias, beside it: Swift sees no more than the type that it stands for.
    private func validator(_ id: TypeID, _ check: CheckID) -> Code {
        guard let name = context.validator(of: id) else { return "" }
        var writer = CheckWriter(context: context, tables: CheckTables(prefix: "json", reserved: CheckEmitter.reserved))
        let body = plan.owner(of: check) == id ? Code.lines(writer.function(check)) : call(check)
        return """
            /// Validates `\(context.names[id].code)`, of which Swift sees no more than the type that it stands for.
            nonisolated \(context.access)enum \(name): JSONValidator {
                \(Code.paragraphs([Code.lines(writer.tables.declarations), """
                    \(context.access)static func check(_ c: JSONChecker) {
                        \(body)
                    }
                    """]))
            }
            """
    }

    private static let reserved = ["jsonKeys", "jsonCases"]

    /// A call that takes one value.
    func call(_ id: CheckID) -> Code {
        "\(function(id))(c)"
    }

    /// The function itself: `Voice.check`, `SchemaChecks.petTags`.
    func function(_ id: CheckID) -> Code {
        if let owner = plan.owner(of: id) {
            if let validator = context.validator(of: owner) { return "\(validator).check" }
            return "\(context.names[owner].code).check"
        }
        guard let name = plan.freeName(of: id) else { return "\(plan.namespace).unknown" }
        return "\(plan.namespace).\(name.member)"
    }

    /// What a call hands on beside a body or an answer, where its type does not bring the check along: `, check: SchemaChecks.petTags`.
    func argument(for content: Content) -> Code {
        guard context.options.emitsValidators, let check = content.callCheck(isBroughtBy: plan.isBrought) else { return "" }
        return ", check: \(function(check))"
    }

    /// What holds the strings of a type, where its check asks for nothing but one of them: `Colour.jsonCases`.
    func cases(of id: CheckID) -> Code? {
        guard let strings = table[id].enumeration, table[id].asksOnly(toBeOneOf: strings) else { return nil }
        let owner = plan.owner(of: id).flatMap { context.api[$0].stringCases == strings && !context.overrides.isReplaced($0) ? $0 : nil }
        return (owner ?? context.shared.holder(of: strings)).map { "\(context.names[$0].code).jsonCases" }
    }

    /// The functions that belong to no type.
    func namespaceUnits() -> [EmissionUnit] {
        guard context.options.emitsValidators, !plan.freeFunctions.isEmpty else { return [] }
        var units = [EmissionUnit(
            name: plan.namespace.text,
            code: "/// Checks of schemas that have no type of their own.\nnonisolated enum \(plan.namespace) {}", isInternal: true)]
        // Few enough for a file that compiles while others do.
        let size = 60
        for start in stride(from: 0, to: plan.freeFunctions.count, by: size) {
            let functions = plan.freeFunctions[start..<min(start + size, plan.freeFunctions.count)].map(freeFunction)
            let code: Code = """
                nonisolated extension \(plan.namespace) {
                    \(Code.paragraphs(functions))
                }
                """
            if start == 0 {
                units[0].code = Code.paragraphs([units[0].code, code])
            } else {
                units.append(EmissionUnit(name: plan.namespace.text + "\(start / size + 1)", code: code, isInternal: true))
            }
        }
        return units
    }

    private func freeFunction(_ id: CheckID) -> Code {
        guard let name = plan.freeName(of: id) else { return "" }
        var writer = CheckWriter(context: context, tables: CheckTables(prefix: name.text))
        let body = Code.lines(writer.function(id))
        return Code.paragraphs([Code.lines(writer.tables.declarations), """
            static func \(name)(_ c: JSONChecker) {
                \(body)
            }
            """])
    }
}

extension TypeDeclaration {
    /// The values in the `jsonCases` of the type.
    fileprivate var stringCases: [Literal]? {
        guard case .enumeration(let enumeration) = shape, enumeration.base == .string else { return nil }
        return enumeration.values.map(\.literal)
    }
}
