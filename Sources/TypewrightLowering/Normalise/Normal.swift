import TypewrightModel
import TypewrightReader
import TypewrightSpec

/// An intersection of schemas read as one: what a type has to be able to hold.
/// `null` is out of it; whether it is allowed stands in `isNullable`.
struct Normal {
    /// The schemas that were merged, outermost first.
    var parts: [SchemaID] = []
    /// Without `null`; nil where nobody restricts it.
    var types: JSONTypes?
    var isNullable = false
    var isNever = false
    var properties: [MergedProperty] = []
    /// Perhaps more than once.
    var required: [String] = []
    /// `additionalProperties`, of every part that says something.
    var additional: [SchemaID] = []
    var patternProperties: [SchemaID] = []
    var items: [SchemaID] = []
    var prefixItems: [[SchemaID]] = []
    /// Without `null`.
    var enumeration: [Node]?
    /// Where the enumeration came from: for `x-enum-varnames`.
    var enumerationOwner: SchemaID?
    var format: String?
    var unions: [Flattened.UnionGroup] = []

    struct MergedProperty {
        var name: String
        var schemas: [SchemaID]
        /// The part that named it first.
        var owner: SchemaID
        /// Only there under a condition (`then`, `dependentSchemas`), so never required.
        var isConditional = false
    }

    var saysSomethingOfObjects: Bool {
        !properties.isEmpty || !additional.isEmpty || !patternProperties.isEmpty
    }
}
