import TypewrightSource

/// The waist of the house: everything an emitter for any language needs to know of a document,
/// and nothing that belongs to one language or to one version of OpenAPI.
///
/// Types and checks live in arenas and speak of each other by ID, so recursion is nothing special.
@usableFromInline
package struct API: Sendable {
    package var info: Info
    package var servers: [Server] = []
    @usableFromInline package var types: [TypeDeclaration] = []
    package var checks = CheckTable()
    package var groups: [OperationGroup] = []
    package var operations: [Operation] = []
    package var webhooks: [Webhook] = []
    /// A union of what the webhooks carry, where there are several.
    package var webhookEvent: TypeID?
    package var securitySchemes: [SecurityScheme] = []
    /// What applies to operations that say nothing of their own: alternatives, each a set of scheme names.
    package var security: [SecurityRequirement] = []

    package init(info: Info) {
        self.info = info
    }

    @inlinable
    package subscript(_ id: TypeID) -> TypeDeclaration {
        _read { yield types[id.index] }
        _modify { yield &types[id.index] }
    }
}

/// What the document says of itself.
package struct Info: Sendable {
    package var title: String
    package var version: String
    package var summary: String?
    package var description: String?
    /// Whether the document is an API with operations, or a bare collection of schemas.
    package var isSchemaCollection: Bool

    package init(title: String, version: String = "", summary: String? = nil, description: String? = nil, isSchemaCollection: Bool = false) {
        self.title = title
        self.version = version
        self.summary = summary
        self.description = description
        self.isSchemaCollection = isSchemaCollection
    }
}

/// Where in the document a fact stands: for people (`#/components/schemas/Pet`) and for reports.
package struct Origin: Sendable, Hashable {
    package var location: String
    package var range: SourceRange?

    package init(location: String, range: SourceRange? = nil) {
        self.location = location
        self.range = range
    }
}

package struct Server: Sendable, Hashable {
    /// With `{variables}` in braces.
    package var url: String
    package var name: String?
    package var description: String?
    package var variables: [Variable]

    package struct Variable: Sendable, Hashable {
        package var name: String
        package var defaultValue: String
        package var allowedValues: [String]
        package var description: String?

        package init(name: String, defaultValue: String, allowedValues: [String] = [], description: String? = nil) {
            self.name = name
            self.defaultValue = defaultValue
            self.allowedValues = allowedValues
            self.description = description
        }
    }

    package init(url: String, name: String? = nil, description: String? = nil, variables: [Variable] = []) {
        self.url = url
        self.name = name
        self.description = description
        self.variables = variables
    }
}
