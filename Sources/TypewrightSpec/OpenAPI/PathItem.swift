import TypewrightReader
import TypewrightSource

extension OpenAPI {
    /// A path, a webhook, an expression of a callback, or a path item under `components`.
    package struct PathItem: Sendable, Extensible {
        package let node: Node
        package let place: Place
        /// `/pets/{id}`, the name of the webhook or component, or the callback's expression.
        package let path: String
        package let pathRange: SourceRange
        package let summary: String?
        package let description: String?
        /// In document order; parameters, servers and security are already their own.
        package let operations: [Operation]
    }

    package struct Operation: Sendable, Extensible {
        package let node: Node
        /// `#/paths/~1pets/get`: where the operation itself stands, also behind a path item reference.
        package let place: Place
        /// In capitals: `GET`, `QUERY`, or what `additionalOperations` of 3.2 names, as written there.
        package let method: String
        /// As in `PathItem.path`.
        package let path: String
        package let operationID: String?
        package let tags: [String]
        package let summary: String?
        package let description: String?
        package let externalDocs: ExternalDocs?
        package let isDeprecated: Bool
        /// Those of the path item that the operation does not replace, then its own. A parameter of the
        /// path's template that nobody declares was reported and stands here as a required string.
        package let parameters: [Parameter]
        package let requestBody: RequestBody?
        /// In document order; empty where there are none (reported).
        package let responses: [Response]
        package let callbacks: [Callback]
        /// The alternatives in force here, the document's where the operation has none.
        /// Empty: no credentials.
        package let security: [SecurityRequirement]
        /// Whether the operation itself says which security it wants.
        package let hasOwnSecurity: Bool
        /// The operation's, else the path item's; empty where the document's are in force.
        package let servers: [Server]

        package var range: SourceRange { node.range }
    }

    package struct Callback: Sendable, Extensible {
        package let node: Node
        package let name: String
        /// `path` is the runtime expression of the address.
        package let pathItems: [PathItem]
        package let componentName: String?
    }
}
