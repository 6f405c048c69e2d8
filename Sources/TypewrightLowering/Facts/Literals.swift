import TypewrightModel
import TypewrightReader

/// A node as the waist knows it. Nodes are no deeper than the reader's limit, so the recursion ends.
package func literal(of node: Node) -> Literal {
    switch node.kind {
    case .null: .null
    case .boolean: .boolean(node.boolean ?? false)
    case .number: .number(node.number?.text ?? "0")
    case .string: .string(node.string ?? "")
    case .array: .array(node.elements.map { literal(of: $0) })
    case .object: .object(node.members.map { Literal.Member(name: $0.key, value: literal(of: $0.value)) })
    }
}
