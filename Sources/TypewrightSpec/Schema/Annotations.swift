import TypewrightReader
import TypewrightSource

extension Schema {
    package struct Annotations: Sendable {
        package var title: String?
        package var description: String?
        package var defaultValue: Node?
        /// `examples`, and 3.0's `example` before them.
        package var examples: [Node] = []
        package var isDeprecated = false
        package var isReadOnly = false
        package var isWriteOnly = false
        package var externalDocs: OpenAPI.ExternalDocs?
    }

    package struct XML: Sendable {
        package let name: String?
        package let namespace: String?
        package let prefix: String?
        package let isAttribute: Bool
        package let isWrapped: Bool
        /// 3.2: `element`, `attribute`, `text`, `cdata` or `none`.
        package let nodeType: String?
    }
}

/// What may carry `x-…` members.
package protocol Extensible {
    var node: Node { get }
}

extension Extensible {
    /// The member `x-…` of that name.
    package func extensionValue(_ name: String) -> Node? { node[name] }

    /// All `x-…` members, in document order.
    package var extensions: [(name: String, value: Node)] {
        var found: [(name: String, value: Node)] = []
        for member in node.members where member.key.utf8.starts(with: "x-".utf8) {
            found.append((member.key, member.value))
        }
        return found
    }
}
