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

    /// As `Wording` describes it.
    var shown: String {
        if let name { return "the property name " + JSONText.quoted(name, limit: JSONText.shownLength) }
        switch node.kind {
        case .array: return "the array"
        case .object: return "the object"
        default: return JSONText.line(node, limit: JSONText.shownLength)
        }
    }
}
