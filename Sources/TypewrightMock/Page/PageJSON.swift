import TypewrightReader

/// Text of JSON, put together from text of JSON.
enum PageJSON {
    /// Members without a value are left out.
    static func object(_ members: [(String, String?)]) -> String {
        "{" + members.compactMap { name, value in value.map { string(name) + ":" + $0 } }.joined(separator: ",") + "}"
    }

    static func array(_ elements: [String]) -> String { "[" + elements.joined(separator: ",") + "]" }

    /// Left out where it is false, which is what a script takes an absent member for.
    static func flag(_ isSo: Bool) -> String? { isSo ? "true" : nil }

    static func string(_ text: String) -> String {
        var bytes: [UInt8] = [UInt8(ascii: "\"")]
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            // Nothing of it may end a line of an event stream.
            case ..<0x20, 0x7F: bytes += Array("\\u00\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16))".utf8)
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes + [UInt8(ascii: "\"")], as: UTF8.self)
    }

    /// A value of the document; deeper than anybody reads it is cut.
    static func value(_ node: Node, depth: Int = 0) -> String {
        if depth > 64 { return "null" }
        return switch node.kind {
        case .null: "null"
        case .boolean: node.boolean == true ? "true" : "false"
        case .number: number(node.number?.text ?? "0")
        case .string: string(node.string ?? "")
        case .array: array(node.elements.map { value($0, depth: depth + 1) })
        case .object: object(node.members.map { ($0.key, value($0.value, depth: depth + 1)) })
        }
    }

    /// YAML spells some numbers as JSON does not.
    private static func number(_ text: String) -> String {
        let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
        let isJSON = digits.first.map(isDigit) == true && digits.last.map(isDigit) == true
            && digits.allSatisfy { isDigit($0) || "+-.eE".utf8.contains($0) } && !(digits.first == 0x30 && digits.dropFirst().first.map(isDigit) == true)
        return isJSON ? text : string(text)
    }
}
