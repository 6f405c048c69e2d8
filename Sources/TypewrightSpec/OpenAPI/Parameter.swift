import TypewrightReader
import TypewrightSource

extension OpenAPI {
    package struct Parameter: Sendable, Extensible {
        package let node: Node
        package let place: Place
        package let name: String
        package let location: Location
        package let description: String?
        package let isRequired: Bool
        package let isDeprecated: Bool
        package let allowsEmptyValue: Bool
        package let value: Value
        package let examples: [Example]
        /// The name under `components/parameters`, where it came from there.
        package let componentName: String?
        /// Made up, because the path's template names a parameter that nobody declares.
        package let isAssumed: Bool

        package enum Location: String, Sendable, Hashable {
            case path, query, header, cookie
            /// 3.2: the whole query string.
            case querystring
        }

        package enum Value: Sendable {
            /// Style and explode are filled with their defaults.
            case schema(SchemaID, style: Style, explode: Bool, allowReserved: Bool)
            /// `content`: one media type.
            case content(MediaType)
        }

        /// The schema, whichever way the value is described; `nil` for content without one.
        package var schema: SchemaID? {
            switch value {
            case .schema(let schema, _, _, _): schema
            case .content(let content): content.schema
            }
        }
    }

    package enum Style: String, Sendable, Hashable {
        case matrix, label, simple, form, spaceDelimited, pipeDelimited, deepObject
        /// 3.2, for cookies.
        case cookie
    }

    /// A header of a response, or of a part of a multipart body.
    package struct Header: Sendable, Extensible {
        package let node: Node
        package let place: Place
        package let name: String
        package let description: String?
        package let isRequired: Bool
        package let isDeprecated: Bool
        package let value: Parameter.Value
        package let examples: [Example]
        package let componentName: String?

        package var schema: SchemaID? {
            switch value {
            case .schema(let schema, _, _, _): schema
            case .content(let content): content.schema
            }
        }
    }

    package struct Example: Sendable, Extensible {
        package let node: Node
        /// Empty for a lone `example`.
        package let name: String
        package let summary: String?
        package let description: String?
        /// `value`, or 3.2's `dataValue`.
        package let value: Node?
        /// 3.2: the value as it is sent.
        package let serializedValue: String?
        package let externalValue: String?
    }
}
