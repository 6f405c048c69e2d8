import TypewrightReader

/// A node as JSON text, whole.
enum SampleText {
    static func json(_ node: Node) -> String {
        var text = ""
        write(node, into: &text, depth: 0)
        return text
    }

    private static func write(_ node: Node, into text: inout String, depth: Int) {
        switch node.kind {
        case .null: text += "null"
        case .boolean: text += node.boolean == true ? "true" : "false"
        case .number: text += node.number?.text ?? "0"
        case .string: JSONText.writeQuoted(node.string ?? "", into: &text)
        // What is deeper than a reader lets through was never read.
        case .array where depth < 512:
            text += "["
            for (index, element) in node.elements.enumerated() {
                if index > 0 { text += "," }
                write(element, into: &text, depth: depth + 1)
            }
            text += "]"
        case .object where depth < 512:
            text += "{"
            for (index, member) in node.members.enumerated() {
                if index > 0 { text += "," }
                JSONText.writeQuoted(member.key, into: &text)
                text += ":"
                write(member.value, into: &text, depth: depth + 1)
            }
            text += "}"
        case .array, .object: text += "null"
        }
    }
}
