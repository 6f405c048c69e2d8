import TypewrightModel
import TypewrightReader
import TypewrightSource

/// `nodes`: what was read, one value to a line, with its place.
///
///     1:1 object
///       2:3 openapi: "3.1.0"
struct NodeDump {
    let sources: SourceMap


    func text(of root: Node) -> String {
        var lines: [String] = []
        // Readers limit the depth, but this is not the place to count on it.
        var open: [(node: Node, label: String, depth: Int)] = [(root, "", 0)]
        while let (node, label, depth) = open.popLast() {
            let position = sources.position(of: node.range.start, in: node.range.file)
            let indent = String(repeating: "  ", count: depth)
            lines.append("\(indent)\(position.line):\(position.column) \(label)\(value(of: node))")
            let children = node.kind == .object
                ? node.members.map { ($0.value, "\($0.key): ", depth + 1) }
                : node.elements.map { ($0, "- ", depth + 1) }
            open += children.reversed()
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func value(of node: Node) -> String {
        switch node.kind {
        case .null: "null"
        case .boolean: node.boolean == true ? "true" : "false"
        case .number: node.number?.text ?? ""
        case .string: quoted(node.string ?? "")
        case .array: "array of \(node.elements.count)"
        case .object: "object of \(node.members.count)"
        }
    }
}

/// As a JSON string: one line, whatever it holds.
func quoted(_ text: String) -> String {
    Literal.string(text).json
}
