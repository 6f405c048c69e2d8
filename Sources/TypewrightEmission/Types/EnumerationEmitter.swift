import TypewrightModel

/// An open enum: the known values and `unrecognized`.
struct EnumerationEmitter {
    let context: EmissionContext
    let id: TypeID
    let enumeration: EnumerationShape

    private var name: SwiftTypeName { context.names[id] }
    private var cases: [SwiftIdentifier] { context.names.members[id.index] }

    private var rawType: Code {
        switch enumeration.base {
        case .string: "String"
        case .integer: "Int"
        case .number: "Double"
        case .mixed: "JSONValue"
        }
    }

    /// Strings, by far the most, have a table of their names.
    private var protocolName: Code { enumeration.base == .string ? "JSONStringEnum" : "JSONEnum" }

    var shape: Code {
        var lines: [Code] = []
        for (index, value) in enumeration.values.enumerated() {
            lines.append(.lines([value.documentation.comment(), "case \(cases[index])"]))
        }
        lines.append("/// A value that the document does not list.\ncase unrecognized(\(rawType))")
        return """
            nonisolated \(context.access)enum \(name.last): \(protocolName)\(context.conformances) {
                \(Code.lines(lines))
            }
            """
    }

    var support: Code {
        let all = Code.list(cases.map { ".\($0.member)" })
        let table: Code = enumeration.base == .string
            ? "\(context.access)static let jsonCases: JSONCases<Self> = " : "\(context.access)static let allKnownCases: [Self] = "
        let raw = enumeration.values.enumerated().map { index, value -> Code in "case .\(cases[index].member): \(rawValue(value.literal))" }
        return """
            nonisolated extension \(name.code) {
                \(table)[\(all)]

                \(context.access)var rawValue: \(rawType) {
                    switch self {
                    \(Code.lines(raw))
                    case .unrecognized(let value): value
                    }
                }
            }
            """
    }

    private func rawValue(_ literal: Literal) -> Code {
        switch (enumeration.base, literal) {
        case (.string, .string(let text)): "\(literal: text)"
        case (.integer, .number(let text)): Code(numberText: Int(text).map(String.init) ?? "0")
        case (.number, .number(let text)): Code(numberText: Double(text)?.description ?? "0")
        default: JSONValueLiteral.code(literal)
        }
    }
}
