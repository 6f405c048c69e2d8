import TypewrightReader
import TypewrightSource

/// Names a schema in `Spec.schemas`.
package struct SchemaID: Hashable, Sendable {
    package let index: Int

    package init(_ index: Int) {
        self.index = index
    }
}

/// A schema, the same whatever version or dialect it was written in.
///
/// A class, so that it is cheap to hold and to pass on. Groups of rules that a schema says nothing
/// about are `nil`. Other schemas are named by ID; `Spec` holds them all.
///
/// What decoding has put right, so that nobody needs to ask for the version again:
/// - `nullable` of 3.0 became `null` among the types and `isNullable`;
/// - `exclusiveMinimum: true` became an exclusive bound;
/// - `items: [...]` with `additionalItems` became `prefixItems` and `items`;
/// - `dependencies` became `dependentRequired` and `dependentSchemas`;
/// - keywords that the dialect ignores (beside `$ref` up to draft-07, or outside its vocabularies) are gone;
/// - `type: int` and its like became what they mean, with a warning.
package final class Schema: Sendable {
    package let id: SchemaID
    /// Where it stands.
    package let place: Place
    /// As it was written: for extensions, and for whoever has to point at a keyword.
    package let node: Node
    /// The schema resource it belongs to (`$id`): what dynamic references and the dialect depend on.
    package let resource: ResourceID

    /// A boolean schema: `true` accepts everything, `false` nothing. All else is then empty.
    package let boolean: Bool?
    /// `$ref`.
    package let reference: Reference?
    /// `$dynamicRef` or `$recursiveRef`.
    package let dynamicReference: DynamicReference?

    /// `type`; `nil` when it is not restricted.
    package let types: JSONTypes?
    /// `null` is valid whatever the other keywords say: 3.0's `nullable: true`, which people write
    /// beside an `enum` without `null`, `allOf` and `$ref` too. Where `types` is set it holds `null` as well.
    package let isNullable: Bool
    /// Draft-04: `1.0` is no integer there.
    package let integersAreLexical: Bool
    package let enumeration: [Node]?
    package let constant: Node?
    package let numeric: NumericRules?
    package let string: StringRules?
    package let array: ArrayRules?
    package let object: ObjectRules?
    package let applicators: Applicators?

    package let format: String?
    package let annotations: Annotations?
    package let discriminator: Discriminator?
    package let xml: XML?

    init(id: SchemaID, at located: Located, draft: SchemaDraft, integersAreLexical: Bool) {
        self.id = id
        place = located.place
        node = located.node
        resource = located.resource
        boolean = draft.boolean
        reference = draft.reference
        dynamicReference = draft.dynamicReference
        types = draft.types
        isNullable = draft.isNullable
        self.integersAreLexical = integersAreLexical
        enumeration = draft.enumeration
        constant = draft.constant
        numeric = draft.groups.contains(.numeric) ? draft.numeric : nil
        string = draft.groups.contains(.string) ? draft.string : nil
        array = draft.groups.contains(.array) ? draft.array : nil
        object = draft.groups.contains(.object) ? draft.object : nil
        applicators = draft.groups.contains(.applicators) ? draft.applicators : nil
        format = draft.format
        annotations = draft.groups.contains(.annotations) ? draft.annotations : nil
        discriminator = draft.discriminator
        xml = draft.xml
    }

    /// The same schema with a reference that leads nowhere.
    func withoutReferenceTarget() -> Schema {
        Schema(cutting: self)
    }

    private init(cutting other: Schema) {
        id = other.id
        place = other.place
        node = other.node
        resource = other.resource
        boolean = other.boolean
        reference = other.reference.map { Reference(text: $0.text, range: $0.range, target: nil) }
        dynamicReference = other.dynamicReference
        types = other.types
        isNullable = other.isNullable
        integersAreLexical = other.integersAreLexical
        enumeration = other.enumeration
        constant = other.constant
        numeric = other.numeric
        string = other.string
        array = other.array
        object = other.object
        applicators = other.applicators
        format = other.format
        annotations = other.annotations
        discriminator = other.discriminator
        xml = other.xml
    }

    package var range: SourceRange { node.range }

    /// `#/components/schemas/Pet/properties/name`, with the file before it when that is not the root document.
    package var location: String { place.location }
}

extension Schema: Extensible {}
