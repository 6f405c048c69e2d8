import TypewrightModel

extension CheckWriter {
    // MARK: Kinds

    /// What `type` and the keywords for single types ask.
    mutating func kindPart(_ check: Check, _ at: Code) -> Part? {
        let asked = askedKinds(check)
        if check.kinds == .all && asked.isEmpty { return nil }
        if let only = CheckWriter.single(check.kinds) { return typed(check, only, at) }
        // A value of one kind, or null: the most frequent pair.
        if check.kinds.contains(.null), let only = CheckWriter.single(check.kinds.subtracting(.null)), asked != [] {
            return Part(CheckWriter.block("if !c.takeNull()", typed(check, only, "").lines))
        }
        if asked.isEmpty { return Part(["c.type(\(names(of: check.kinds)))"]) }
        // Containers have frames of their own, which know where the schema stands.
        let takesLocation = asked.isSubset(of: [.array, .object]) && !at.isEmpty
        return Part(choice(check, asked, takesLocation ? at : ""), takesLocation: takesLocation || asked.isSubset(of: [.array, .object]))
    }

    /// The kinds that keywords ask something of.
    private func askedKinds(_ check: Check) -> JSONKinds {
        var asked: JSONKinds = []
        if check.number != nil { asked.formUnion(.number) }
        if check.string != nil { asked.insert(.string) }
        if check.array != nil { asked.insert(.array) }
        if check.object != nil { asked.insert(.object) }
        if check.integersAreLexical && check.kinds.contains(.integer) && !check.kinds.contains(.fraction) { asked.insert(.integer) }
        return asked.intersection(check.kinds)
    }

    /// The kind, when there is only one; numbers count as one.
    private static func single(_ kinds: JSONKinds) -> JSONKinds? {
        kinds == .number || kinds.isSingle && kinds != .fraction ? kinds : nil
    }

    private mutating func typed(_ check: Check, _ kind: JSONKinds, _ at: Code) -> Part {
        switch kind {
        case .null: Part(["c.null()"])
        case .boolean: Part(["c.boolean()"])
        case .integer: Part([integer(check.number, isLexical: check.integersAreLexical)])
        case .number: Part([number(check.number)])
        case .string: Part([string(check.string)])
        case .array: check.array.map { Part(array($0, check, at), takesLocation: true) } ?? Part(["c.type(.array)"])
        default: check.object.map { Part(object($0, check, at), takesLocation: true) } ?? Part(["c.type(.object)"])
        }
    }

    private mutating func choice(_ check: Check, _ asked: JSONKinds, _ at: Code) -> [Code] {
        var cases: [Code] = []
        if asked.contains(.string) { cases.append(Code.caseBlock("case .string", typed(check, .string, "").lines)) }
        if !asked.isDisjoint(with: .number) {
            let kind: JSONKinds = check.kinds.contains(.fraction) ? .number : .integer
            cases.append(Code.caseBlock("case .number", typed(check, kind, "").lines))
        }
        if asked.contains(.array) { cases.append(Code.caseBlock("case .array", typed(check, .array, at).lines)) }
        if asked.contains(.object) { cases.append(Code.caseBlock("case .object", typed(check, .object, at).lines)) }
        cases.append(check.kinds == .all ? "default: c.any()" : "default: c.type(\(Code.list([names(of: check.kinds), at])))")
        let kind: Code = check.kinds == .all ? "c.kind" : "c.kind(among: \(names(of: check.kinds)))"
        return ["""
            switch \(kind) {
            \(Code.lines(cases))
            }
            """]
    }

    func names(of kinds: JSONKinds) -> Code {
        var names: [Code] = []
        if kinds.contains(.string) { names.append(".string") }
        if kinds.contains(.fraction) { names.append(".number") } else if kinds.contains(.integer) { names.append(".integer") }
        if kinds.contains(.boolean) { names.append(".boolean") }
        if kinds.contains(.array) { names.append(".array") }
        if kinds.contains(.object) { names.append(".object") }
        if kinds.contains(.null) { names.append(".null") }
        return names.count == 1 ? names[0] : "[\(Code.list(names))]"
    }

    // MARK: Strings

    private mutating func string(_ check: StringCheck?) -> Code {
        guard let check else { return "c.string()" }
        var arguments: [Code] = []
        if check.minLength > 0 { arguments.append("minLength: \(check.minLength)") }
        if let maxLength = check.maxLength { arguments.append("maxLength: \(maxLength)") }
        if let pattern = check.pattern { arguments.append("pattern: \(tables.pattern(table[pattern]))") }
        if let format = check.format.flatMap(CheckWriter.formatCase) { arguments.append("format: .\(format)") }
        return "c.string(\(Code.list(arguments)))"
    }

    // MARK: Numbers

    private mutating func integer(_ check: NumberCheck?, isLexical: Bool) -> Code {
        if isLexical { return "c.lexicalInteger(\(check.map { tables.bounds(CheckWriter.arguments($0)) } ?? ""))" }
        guard let check else { return "c.integer()" }
        if let plain = CheckWriter.plainArguments(check, CheckWriter.plainInteger) { return "c.integer(\(Code.list(plain)))" }
        return "c.integer(\(tables.bounds(CheckWriter.arguments(check))))"
    }

    private mutating func number(_ check: NumberCheck?) -> Code {
        guard let check else { return "c.number()" }
        if check.multipleOf == nil, let plain = CheckWriter.plainArguments(check, CheckWriter.shortDecimal) {
            return "c.number(\(Code.list(plain)))"
        }
        return "c.number(\(tables.bounds(CheckWriter.arguments(check))))"
    }

    /// Neither end of `Int` itself, which stand for no bound in the runtime.
    private static func plainInteger(_ text: String) -> Code? {
        guard let value = Int64(text), value != .min, value != .max, text.utf8.first != UInt8(ascii: "+") else { return nil }
        return Code(numberText: String(value))
    }

    /// Up to fifteen digits, which a `Double` tells apart; see the runtime. Very small ones would be told
    /// with an exponent.
    private static func shortDecimal(_ text: String) -> Code? {
        if text.hasPrefix("0.0000") || text.hasPrefix("-0.0000") { return nil }
        let digits = text.utf8.filter { $0 >= 0x30 && $0 <= 0x39 }
        guard digits.count <= 15, !text.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "e") }) else { return nil }
        return Code(numberText: text)
    }

    /// `minimum: 1, maximum: 5`, where all can stand in the code as numbers.
    private static func plainArguments(_ check: NumberCheck, _ literal: (String) -> Code?) -> [Code]? {
        if check.format != nil { return nil }
        var arguments: [Code] = []
        for (label, bound) in labelled(check) {
            guard let code = literal(bound) else { return nil }
            arguments.append("\(label): \(code)")
        }
        return arguments
    }

    private static func arguments(_ check: NumberCheck) -> [Code] {
        var arguments = labelled(check).map { label, bound -> Code in "\(label): \(literal: bound)" }
        if let format = check.format.flatMap(formatCase) { arguments.append("format: .\(format)") }
        return arguments
    }

    private static func labelled(_ check: NumberCheck) -> [(SwiftIdentifier, String)] {
        var all: [(SwiftIdentifier, String)] = []
        if let bound = check.minimum { all.append(("minimum", bound)) }
        if let bound = check.maximum { all.append(("maximum", bound)) }
        if let bound = check.exclusiveMinimum { all.append(("above", bound)) }
        if let bound = check.exclusiveMaximum { all.append(("below", bound)) }
        if let bound = check.multipleOf { all.append(("multipleOf", bound)) }
        return all
    }

    // MARK: Values

    mutating func enumeration(_ values: [Literal], _ kinds: JSONKinds, _ at: Code) -> Part {
        let strings = values.compactMap(\.text)
        guard strings.count == values.count, kinds == .all || kinds == .string else {
            return Part(["c.value(among: \(tables.values(values))\(alsoOf(kinds)))"])
        }
        let method: Code = kinds == .string ? "string" : "value"
        if let cases = cases(holding: values) {
            return Part(["c.\(method)(among: \(cases)\(at.isEmpty ? "" : ", \(at)"))"], takesLocation: true)
        }
        return Part(["c.\(method)(among: \(tables.keys(strings.map(KeyWord.encode))))"])
    }

    /// The table of a type that has these strings.
    private func cases(holding values: [Literal]) -> Code? {
        if ownCases == values { return "jsonCases" }
        return context.shared.holder(of: values).map { "\(context.names[$0].code).jsonCases" }
    }

    mutating func constant(_ value: Literal, _ kinds: JSONKinds, _ at: Code) -> Part {
        guard let text = value.text, kinds == .all || kinds == .string else {
            return Part(["c.value(among: \(tables.constant(value))\(alsoOf(kinds)))"])
        }
        let method: Code = kinds == .string ? "string" : "value"
        return Part(["c.\(method)(\(literal: text)\(at.isEmpty ? "" : ", \(at)"))"], takesLocation: true)
    }

    private func alsoOf(_ kinds: JSONKinds) -> Code {
        kinds == .all ? "" : ", \(names(of: kinds))"
    }

    // MARK: Formats

    /// The case of the runtime's `JSONFormat`.
    static func formatCase(_ format: String) -> SwiftIdentifier? {
        switch format {
        case "date-time": "dateTime"
        case "date": "date"
        case "time": "time"
        case "duration": "duration"
        case "email": "email"
        case "idn-email": "idnEmail"
        case "hostname": "hostname"
        case "idn-hostname": "idnHostname"
        case "ipv4": "ipv4"
        case "ipv6": "ipv6"
        case "uri": "uri"
        case "uri-reference": "uriReference"
        case "iri": "iri"
        case "iri-reference": "iriReference"
        case "uri-template": "uriTemplate"
        case "uuid": "uuid"
        case "json-pointer": "jsonPointer"
        case "relative-json-pointer": "relativeJSONPointer"
        case "regex": "regex"
        case "byte": "byte"
        case "int32": "int32"
        case "int64": "int64"
        case "float": "float"
        case "double": "double"
        default: nil
        }
    }
}

extension Check {
    /// No keyword but `type` asks anything of values of some type.
    var saysNothingOfTypes: Bool { number == nil && string == nil && array == nil && object == nil }

    /// Whether to be one of some strings is enough, and all that is asked for.
    func asksOnly(toBeOneOf strings: [Literal]) -> Bool {
        !isNever && enumeration == strings && constant == nil && kinds.contains(.string) && saysNothingOfTypes && applications.isEmpty
    }
}

extension Literal {
    fileprivate var text: String? {
        if case .string(let text) = self { return text }
        return nil
    }
}
