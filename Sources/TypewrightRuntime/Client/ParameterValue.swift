/// What the styles tell apart in a value.
enum ParameterValue: Sendable, Equatable {
    /// No value: written like something that is not there.
    case null
    case primitive(String)
    case array([ParameterValue])
    case object([Member])

    struct Member: Sendable, Equatable {
        var name: String
        var value: ParameterValue
    }

    init(json: [UInt8]) {
        self = .primitive(String(decoding: json, as: UTF8.self))
    }
}

extension ParameterValue {
    /// As JSON text, for values in places where the styles have no form for them.
    var jsonText: String {
        switch self {
        case .null: "null"
        case .primitive(let text): text
        case .array(let elements): "[" + elements.map(\.jsonText).joined(separator: ",") + "]"
        case .object(let members): "{" + members.map { "\"\($0.name)\":\($0.value.jsonText)" }.joined(separator: ",") + "}"
        }
    }
}
