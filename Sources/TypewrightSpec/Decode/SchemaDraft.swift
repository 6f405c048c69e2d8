import TypewrightReader
import TypewrightSource

/// A schema while its keywords are read, before what they mean together is settled.
final class SchemaDraft {
    var boolean: Bool?
    var reference: Schema.Reference?
    var dynamicReference: Schema.DynamicReference?
    var types: JSONTypes?
    var isNullable = false
    var enumeration: [Node]?
    var constant: Node?
    var numeric = Schema.NumericRules()
    var string = Schema.StringRules()
    var array = Schema.ArrayRules()
    var object = Schema.ObjectRules()
    var applicators = Schema.Applicators()
    var format: String?
    var annotations = Schema.Annotations()
    var discriminator: Schema.Discriminator?
    var xml: Schema.XML?

    /// Which groups say anything.
    var groups: Groups = []

    // What needs its neighbours to be understood.
    var exclusiveMinimumFlag: Node?
    var exclusiveMaximumFlag: Node?
    var itemsNode: (node: Node, place: Place)?
    var additionalItems: (node: Node, place: Place)?
    var condition: SchemaID?
    var then: SchemaID?
    var otherwise: SchemaID?

    struct Groups: OptionSet {
        let rawValue: UInt8
        static let numeric = Groups(rawValue: 1)
        static let string = Groups(rawValue: 2)
        static let array = Groups(rawValue: 4)
        static let object = Groups(rawValue: 8)
        static let applicators = Groups(rawValue: 16)
        static let annotations = Groups(rawValue: 32)
    }
}
