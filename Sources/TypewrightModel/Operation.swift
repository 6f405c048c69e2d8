/// Operations that are called through one resource: `assistants`, or `repos.issues`.
package struct OperationGroup: Sendable {
    /// Empty for operations that belong to no group.
    package var path: [String]
    package var description: String?

    package init(path: [String], description: String? = nil) {
        self.path = path
        self.description = description
    }
}

package struct Operation: Sendable {
    /// Where it is called: the group's path and the words of the method, as the document spells them.
    package var group: [String]
    package var name: String
    package var method: String
    /// With `{parameters}` in braces.
    package var path: String
    package var origin: Origin
    package var documentation: Documentation
    package var parameters: [Parameter]
    package var body: RequestBody?
    package var responses: [Response]
    /// Where it differs from the document's.
    package var servers: [Server]
    package var security: [SecurityRequirement]?
    package var pagination: Pagination?

    package init(
        group: [String], name: String, method: String, path: String, origin: Origin, documentation: Documentation,
        parameters: [Parameter] = [], body: RequestBody? = nil, responses: [Response] = [],
        servers: [Server] = [], security: [SecurityRequirement]? = nil
    ) {
        self.group = group
        self.name = name
        self.method = method
        self.path = path
        self.origin = origin
        self.documentation = documentation
        self.parameters = parameters
        self.body = body
        self.responses = responses
        self.servers = servers
        self.security = security
    }
}

package struct Parameter: Sendable {
    package var name: String
    package var place: Place
    package var type: TypeReference
    package var presence: Presence
    package var encoding: Encoding
    package var documentation: Documentation
    package var origin: Origin
    package var defaultValue: Literal?
    package var check: CheckID?

    package enum Place: String, Sendable, Hashable { case path, query, header, cookie, querystring }

    package enum Encoding: Sendable, Hashable {
        case style(Style, explode: Bool, allowReserved: Bool)
        /// `content`: the value is written in a media type.
        case content(mediaType: String, ContentKind)
    }

    package enum Style: String, Sendable, Hashable {
        case matrix, label, simple, form, spaceDelimited, pipeDelimited, deepObject, cookie
    }

    package init(
        name: String, place: Place, type: TypeReference, presence: Presence, encoding: Encoding,
        documentation: Documentation, origin: Origin, defaultValue: Literal? = nil, check: CheckID? = nil
    ) {
        self.name = name
        self.place = place
        self.type = type
        self.presence = presence
        self.encoding = encoding
        self.documentation = documentation
        self.origin = origin
        self.defaultValue = defaultValue
        self.check = check
    }
}

package struct RequestBody: Sendable {
    package var isRequired: Bool
    package var description: String?
    package var contents: [Content]

    package init(isRequired: Bool, description: String? = nil, contents: [Content]) {
        self.isRequired = isRequired
        self.description = description
        self.contents = contents
    }
}

/// One media type of a body or an answer.
package struct Content: Sendable {
    package var mediaType: String
    package var kind: ContentKind
    /// What the whole is, and for sequences what each item is.
    package var type: TypeReference
    package var check: CheckID?
    /// For forms and multipart bodies: how each property is written.
    package var fields: [Field]
    package var examples: [Literal]
    /// Events of a stream are described whole, with `event`, `data` and `id`, instead of their data alone.
    package var isWholeEvent = false
    /// The same data as the JSON beside it, spelt otherwise.
    package var repeatsAnother = false

    package struct Field: Sendable {
        package var name: String
        package var mediaType: String?
        package var style: Parameter.Encoding?
        package var isFile: Bool
        package var isRepeated: Bool

        package init(name: String, mediaType: String? = nil, style: Parameter.Encoding? = nil, isFile: Bool = false, isRepeated: Bool = false) {
            self.name = name
            self.mediaType = mediaType
            self.style = style
            self.isFile = isFile
            self.isRepeated = isRepeated
        }
    }

    package init(mediaType: String, kind: ContentKind, type: TypeReference, check: CheckID? = nil, fields: [Field] = [], examples: [Literal] = []) {
        self.mediaType = mediaType
        self.kind = kind
        self.type = type
        self.check = check
        self.fields = fields
        self.examples = examples
    }
}

/// How a media type is read and written.
package enum ContentKind: String, Sendable, Hashable {
    case json
    case form
    case multipart
    case text
    case xml
    case bytes
    case eventStream
    case jsonLines
    case jsonSequence

    /// Whether it carries items one after another instead of one value.
    package var isSequence: Bool {
        switch self {
        case .eventStream, .jsonLines, .jsonSequence: true
        case .json, .form, .multipart, .text, .xml, .bytes: false
        }
    }
}

package struct Response: Sendable {
    package var status: Status
    package var description: String?
    package var contents: [Content]
    package var headers: [Parameter]

    package enum Status: Sendable, Hashable {
        case code(Int)
        /// `2XX` is `range(2)`.
        case range(Int)
        case any

        package var isSuccess: Bool {
            switch self {
            case .code(let code): code >= 200 && code < 300
            case .range(let hundreds): hundreds == 2
            case .any: false
            }
        }
    }

    package init(status: Status, description: String? = nil, contents: [Content] = [], headers: [Parameter] = []) {
        self.status = status
        self.description = description
        self.contents = contents
        self.headers = headers
    }
}

package struct Webhook: Sendable {
    package var name: String
    package var operation: Operation
    /// For a callback: the operation that announces it.
    package var announcedBy: String?

    package init(name: String, operation: Operation, announcedBy: String? = nil) {
        self.name = name
        self.operation = operation
        self.announcedBy = announcedBy
    }
}
