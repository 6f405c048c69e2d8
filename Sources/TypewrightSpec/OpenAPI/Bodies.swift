import TypewrightReader
import TypewrightSource

extension OpenAPI {
    package struct RequestBody: Sendable, Extensible {
        package let node: Node
        package let place: Place
        package let description: String?
        package let isRequired: Bool
        /// In document order.
        package let content: [MediaType]
        package let componentName: String?
    }

    package struct Response: Sendable, Extensible {
        package let node: Node
        package let place: Place
        package let status: Status
        package let summary: String?
        package let description: String?
        package let headers: [Header]
        package let content: [MediaType]
        package let links: [Link]
        package let componentName: String?

        package enum Status: Hashable, Sendable {
            case code(Int)
            /// `2XX` is `range(2)`.
            case range(Int)
            case any
        }
    }

    package struct MediaType: Sendable, Extensible {
        package let node: Node
        package let place: Place
        /// As written: `application/json; charset=utf-8`.
        package let name: String
        package let nameRange: SourceRange
        /// In lower case and without parameters: `application/json`. Empty where the name is no media type (reported).
        package let essence: String
        package let schema: SchemaID?
        /// 3.2: what each item of a sequence is.
        package let itemSchema: SchemaID?
        package let examples: [Example]
        /// For forms and multipart bodies.
        package let encodings: [Encoding]
        /// 3.2, for multipart bodies by position.
        package let prefixEncodings: [Encoding]
        package let itemEncoding: Encoding?
    }

    /// How one property of a form or one part of a multipart body is written.
    package struct Encoding: Sendable, Extensible {
        package let node: Node
        /// The property; empty for encodings by position.
        package let property: String
        /// As written; several separated by commas are alternatives.
        package let contentType: String?
        package let headers: [Header]
        /// `nil` where the document says nothing: then `contentType` decides.
        package let style: Style?
        package let explode: Bool?
        package let allowReserved: Bool?
        package let encodings: [Encoding]
    }

    package struct Link: Sendable, Extensible {
        package let node: Node
        package let name: String
        package let operationID: String?
        package let operationReference: String?
        /// Values or runtime expressions.
        package let parameters: [(name: String, value: Node)]
        package let requestBody: Node?
        package let description: String?
        package let componentName: String?
    }
}
