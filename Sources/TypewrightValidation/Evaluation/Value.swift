import TypewrightReader
import TypewrightSource

/// What a schema is applied to: a node of the instance, or the name of a property (`propertyNames`).
struct Value {
    let node: Node
    /// Set for names; `node` is then the object's.
    let name: String?
    private let nameRange: SourceRange?

    init(_ node: Node) {
        self.node = node
        name = nil
        nameRange = nil
    }

    init(nameOf member: Node.Member) {
        node = member.value
        name = member.key
        nameRange = member.keyRange
    }

    var kind: Node.Kind { name == nil ? node.kind : .string }
    var string: String? { name ?? node.string }
    var range: SourceRange { nameRange ?? node.range }
    var isContainer: Bool { kind == .array || kind == .object }

    /// As messages show it.
    var shown: String {
        if let name { return JSONText.line(name) }
        return JSONText.line(node)
    }
}
