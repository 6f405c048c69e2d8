import TypewrightReader
import TypewrightSource

/// Names a schema in `Spec.schemas`.
@usableFromInline
package struct SchemaID: Hashable, Sendable {
    @usableFromInline package let index: Int

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
@usableFromInline
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
    package var dynamicReference: DynamicReference? { dynamicReferenceAside?.value }

    /// `type`; `nil` when it is not restricted.
    package let types: JSONTypes?
    /// `null` is valid whatever the other keywords say: 3.0's `nullable: true`, which people write
    /// beside an `enum` without `null`, `allOf` and `$ref` too. Where `types` is set it holds `null` as well.
    package let isNullable: Bool
    /// Draft-04: `1.0` is no integer there.
    package let integersAreLexical: Bool
    package let enumeration: [Node]?
    package let constant: Node?
    package var numeric: NumericRules? { numericAside?.value }
    package var string: StringRules? { stringAside?.value }
    package var array: ArrayRules? { arrayAside?.value }
    package var object: ObjectRules? { objectAside?.value }
    package var applicators: Applicators? { applicatorsAside?.value }

    /// Asked without a copy of the rules.
    package var hasObject: Bool { objectAside != nil }
    package var hasApplicators: Bool { applicatorsAside != nil }

    package let format: String?
    package let annotations: Annotations?
    package var discriminator: Discriminator? { discriminatorAside?.value }
    package var xml: XML? { xmlAside?.value }

    private let dynamicReferenceAside: Aside<DynamicReference>?
    private let numericAside: Aside<NumericRules>?
    private let stringAside: Aside<StringRules>?
    private let arrayAside: Aside<ArrayRules>?
    private let objectAside: Aside<ObjectRules>?
    private let applicatorsAside: Aside<Applicators>?
    private let discriminatorAside: Aside<Discriminator>?
    private let xmlAside: Aside<XML>?

    init(id: SchemaID, at located: Located, draft: SchemaDraft, integersAreLexical: Bool) {
        self.id = id
        place = located.place
        node = located.node
        resource = located.resource
        boolean = draft.boolean
        reference = draft.reference
        dynamicReferenceAside = Aside(draft.dynamicReference)
        types = draft.types
        isNullable = draft.isNullable
        self.integersAreLexical = integersAreLexical
        enumeration = draft.enumeration
        constant = draft.constant
        numericAside = draft.groups.contains(.numeric) ? Aside(draft.numeric) : nil
        stringAside = draft.groups.contains(.string) ? Aside(draft.string) : nil
        arrayAside = draft.groups.contains(.array) ? Aside(draft.array) : nil
        objectAside = draft.groups.contains(.object) ? Aside(draft.object) : nil
        applicatorsAside = draft.groups.contains(.applicators) ? Aside(draft.applicators) : nil
        format = draft.format
        annotations = draft.groups.contains(.annotations) ? draft.annotations : nil
        discriminatorAside = Aside(draft.discriminator)
        xmlAside = Aside(draft.xml)
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
        dynamicReferenceAside = other.dynamicReferenceAside
        types = other.types
        isNullable = other.isNullable
        integersAreLexical = other.integersAreLexical
        enumeration = other.enumeration
        constant = other.constant
        numericAside = other.numericAside
        stringAside = other.stringAside
        arrayAside = other.arrayAside
        objectAside = other.objectAside
        applicatorsAside = other.applicatorsAside
        format = other.format
        annotations = other.annotations
        discriminatorAside = other.discriminatorAside
        xmlAside = other.xmlAside
    }

    package var range: SourceRange { node.range }

    /// `#/components/schemas/Pet/properties/name`, with the file before it when that is not the root document.
    package var location: String { place.location }
}

extension Schema: Extensible {}
