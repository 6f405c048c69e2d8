import TypewrightReader
import TypewrightSource

/// The objects of an OpenAPI description, the same for all versions. Every one keeps its `node`:
/// its position, and the `x-…` members that `Extensible` gives.
package enum OpenAPI {
    package enum Version: String, Sendable, Hashable, Comparable {
        case v3_0 = "3.0"
        case v3_1 = "3.1"
        case v3_2 = "3.2"

        package static func < (a: Version, b: Version) -> Bool { a.rawValue < b.rawValue }
    }

    package struct Description: Sendable, Extensible {
        package let node: Node
        package var info: Info
        package var servers: [Server] = []
        /// In document order.
        package var paths: [PathItem] = []
        /// Also `x-webhooks` of 3.0.
        package var webhooks: [PathItem] = []
        package var components = Components()
        /// Alternatives, for operations that say nothing of their own; `Operation.security` has them already.
        package var security: [SecurityRequirement] = []
        package var tags: [Tag] = []
        package var externalDocs: ExternalDocs?
    }

    package struct Info: Sendable, Extensible {
        package let node: Node
        package var title = ""
        package var version = ""
        package var summary: String?
        package var description: String?
        package var termsOfService: String?
        package var contact: Contact?
        package var license: License?
    }

    package struct Contact: Sendable {
        package let name: String?
        package let url: String?
        package let email: String?
    }

    package struct License: Sendable {
        package let name: String?
        package let identifier: String?
        package let url: String?
    }

    package struct Server: Sendable, Extensible {
        package let node: Node
        /// With `{variables}`.
        package let url: String
        package let name: String?
        package let description: String?
        package let variables: [ServerVariable]
    }

    package struct ServerVariable: Sendable {
        package let name: String
        package let defaultValue: String
        package let enumeration: [String]
        package let description: String?
    }

    package struct Tag: Sendable, Extensible {
        package let node: Node
        package let name: String
        package let summary: String?
        package let description: String?
        /// 3.2.
        package let parent: String?
        package let kind: String?
        package let externalDocs: ExternalDocs?
    }

    package struct ExternalDocs: Sendable {
        package let url: String
        package let description: String?
    }

    /// What has a name under `components`, schemas aside (`Spec.namedSchemas`). In document order.
    /// Operations hold these values themselves; `componentName` tells where one came from.
    package struct Components: Sendable {
        package var parameters: [Parameter] = []
        package var requestBodies: [RequestBody] = []
        package var responses: [ResponseComponent] = []
        package var headers: [Header] = []
        package var examples: [Example] = []
        package var links: [Link] = []
        package var callbacks: [Callback] = []
        package var pathItems: [PathItem] = []
        package var securitySchemes: [SecurityScheme] = []
    }

    package struct ResponseComponent: Sendable {
        package let name: String
        package let response: Response
    }
}
