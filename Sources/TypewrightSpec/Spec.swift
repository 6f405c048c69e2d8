import TypewrightReader
import TypewrightSource

/// A document and all it refers to, decoded: what every later room works on.
/// There are no versions and no files any more, and references are IDs.
@usableFromInline
package final class Spec: Sendable {
    package let kind: Kind
    /// The arena. Anything that can be reached from an operation or a named schema is in it.
    @usableFromInline package let schemas: [Schema]
    package let resources: [Resource]
    /// `components/schemas` in document order; of a JSON Schema file the root first, then its `$defs`;
    /// then schemas of other files that references lead to and that have a name of their own there.
    package let namedSchemas: [NamedSchema]
    /// Schemas that apply themselves to the same instance through a choice: `Base` with `oneOf` its heirs,
    /// each with `allOf` `Base`. Who checks instances takes one that is being applied already for satisfied.
    package let selfContaining: Set<SchemaID>
    /// What `LoadOptions.entry` leads to; `nil` where nothing was asked for, or a fault was reported.
    package let entry: SchemaID?
    /// What the document says as an API; of JSON Schema files only the title is filled.
    package let api: OpenAPI.Description

    init(
        kind: Kind, schemas: [Schema], resources: [Resource], namedSchemas: [NamedSchema],
        selfContaining: Set<SchemaID>, entry: SchemaID?, api: OpenAPI.Description
    ) {
        self.kind = kind
        self.schemas = schemas
        self.resources = resources
        self.namedSchemas = namedSchemas
        self.selfContaining = selfContaining
        self.entry = entry
        self.api = api
    }

    package enum Kind: Sendable, Hashable {
        case openAPI(OpenAPI.Version)
        case jsonSchema
    }

    package struct NamedSchema: Sendable {
        package let name: String
        package let nameRange: SourceRange
        package let schema: SchemaID
        package let origin: Origin

        package enum Origin: Sendable, Hashable {
            /// `components/schemas` of the root document.
            case component
            /// The root of a JSON Schema file; the name is its `title`, else the file's name.
            case root
            /// `$defs` or `definitions`.
            case definition
            /// A schema in another file, named by its key there or by the file's name.
            case file
        }
    }

    @inlinable
    package subscript(_ id: SchemaID) -> Schema { schemas[id.index] }

    package subscript(_ id: ResourceID) -> Resource { resources[id.index] }

    /// All operations in document order, those of webhooks and callbacks aside.
    package var operations: [OpenAPI.Operation] {
        var all: [OpenAPI.Operation] = []
        for path in api.paths { all += path.operations }
        return all
    }

    /// The schema at `#/components/schemas/Pet` or `other.yaml#/…`, if it was decoded.
    package func schema(at location: String) -> SchemaID? {
        for schema in schemas where schema.location == location { return schema.id }
        return nil
    }
}
