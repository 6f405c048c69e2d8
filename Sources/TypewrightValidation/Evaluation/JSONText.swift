import TypewrightReader

/// Values as JSON on one line, for messages: cut where they are long.
enum JSONText {
    /// How many bytes of a value messages show.
    static let limit = 120

    static func line(_ node: Node) -> String {
        var text = ""
        write(node, depth: 0, into: &text)
        return cut(text)
    }

    static func line(_ string: String) -> String {
        var text = ""
        writeQuoted(string, into: &text)
        return cut(text)
    }

    private static func cut(_ text: String) -> String {
        guard text.utf8.count > limit else { return text }
        var kept = Substring(text.unicodeScalars.prefix(limit))
        while kept.utf8.count > limit { kept.unicodeScalars.removeLast() }
        return kept + "…"
    }

    /// Stops soon after the limit.
    private static func write(_ node: Node, depth: Int, into text: inout String) {
        guard text.utf8.count <= limit, depth <= limit else { return }
        switch node.kind {
        case .null: text += "null"
        case .boolean: text += node.boolean == true ? "true" : "false"
        case .number: text += node.number?.text ?? "0"
        case .string: writeQuoted(node.string ?? "", into: &text)
        case .array:
            text += "["
            for (index, element) in node.elements.enumerated() where text.utf8.count <= limit {
                if index > 0 { text += "," }
                write(element, depth: depth + 1, into: &text)
            }
            text += "]"
        case .object:
            text += "{"
            for (index, member) in node.members.enumerated() where text.utf8.count <= limit {
                if index > 0 { text += "," }
                writeQuoted(member.key, into: &text)
                text += ":"
                write(member.value, depth: depth + 1, into: &text)
            }
            text += "}"
        }
    }

    static func writeQuoted(_ string: String, into text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{8}": text += "\\b"
            case "\u{C}": text += "\\f"
            default:
                if scalar.value < 0x20 {
                    let digits = String(scalar.value, radix: 16)
                    text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
                } else {
                    text.unicodeScalars.append(scalar)
                }
            }
        }
        text += "\""
    }
}
