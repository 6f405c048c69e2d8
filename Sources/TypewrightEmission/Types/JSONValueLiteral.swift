import TypewrightModel

/// A value of the document as a `JSONValue`.
enum JSONValueLiteral {
    static func code(_ literal: Literal) -> Code {
        switch literal {
        case .null: ".null"
        case .boolean(let value): value ? "true" : "false"
        case .string(let text): "\(literal: text)"
        case .number(let text): Int(text).map { "\($0)" } ?? "JSONValue(literal: \(literal: text))"
        case .array, .object: "JSONValue(literal: \(literal: literal.json))"
        }
    }
}
