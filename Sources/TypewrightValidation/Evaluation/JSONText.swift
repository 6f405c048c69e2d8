import TypewrightReader

/// Values as JSON on one line, for messages: cut where they are long.
enum JSONText {
    /// How many bytes of a value messages show.
    static let shownLength = 60

    static func line(_ node: Node, limit: Int) -> String {
        var text = ""
        write(node, limit: limit, depth: 0, into: &text)
        return text
    }

    private static func write(_ node: Node, limit: Int, depth: Int, into text: inout String) {
        guard text.utf8.count < limit, depth < 16 else {
            if text.last != "…" { text += "…" }
            return
        }
        switch node.kind {
        case .null: text += "null"
        case .boolean: text += node.boolean == true ? "true" : "false"
        case .number: text += cut(node.number?.text ?? "0", limit: limit)
        case .string: text += quoted(node.string ?? "", limit: limit)
        case .array:
            text += "["
            var isFirst = true
            for element in node.elements {
                if !isFirst { text += "," }
                isFirst = false
                write(element, limit: limit, depth: depth + 1, into: &text)
                if text.utf8.count >= limit { break }
            }
            text += "]"
        case .object:
            text += "{"
            var isFirst = true
            for member in node.members {
                if !isFirst { text += "," }
                isFirst = false
                text += quoted(member.key, limit: limit) + ":"
                write(member.value, limit: limit, depth: depth + 1, into: &text)
                if text.utf8.count >= limit { break }
            }
            text += "}"
        }
    }

    private static func cut(_ text: String, limit: Int) -> String {
        text.utf8.count <= limit ? text : String(text.unicodeScalars.prefix(limit)) + "…"
    }

    /// A JSON string; after `limit` scalars comes `…`.
    static func quoted(_ text: String, limit: Int = .max) -> String {
        var quoted = "\""
        var count = 0
        for scalar in text.unicodeScalars {
            if count == limit {
                quoted += "…"
                break
            }
            count += 1
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            default:
                if scalar.value < 0x20 || scalar.value == 0x7F {
                    let digits = String(scalar.value, radix: 16)
                    quoted += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
                } else {
                    quoted.unicodeScalars.append(scalar)
                }
            }
        }
        return quoted + "\""
    }
}
