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

    /// For the next schema. Most schemas say so little that this is less than to make a new draft.
    func clear() {
        if boolean != nil { boolean = nil }
        if reference != nil { reference = nil }
        if dynamicReference != nil { dynamicReference = nil }
        types = nil
        isNullable = false
        if enumeration != nil { enumeration = nil }
        if constant != nil { constant = nil }
        if groups.contains(.numeric) { numeric = Schema.NumericRules() }
        if groups.contains(.string) { string = Schema.StringRules() }
        if groups.contains(.array) { array = Schema.ArrayRules() }
        if groups.contains(.object) { object = Schema.ObjectRules() }
        if groups.contains(.applicators) { applicators = Schema.Applicators() }
        if format != nil { format = nil }
        if groups.contains(.annotations) { annotations = Schema.Annotations() }
        if discriminator != nil { discriminator = nil }
        if xml != nil { xml = nil }
        groups = []
        if exclusiveMinimumFlag != nil { exclusiveMinimumFlag = nil }
        if exclusiveMaximumFlag != nil { exclusiveMaximumFlag = nil }
        if itemsNode != nil { itemsNode = nil }
        if additionalItems != nil { additionalItems = nil }
        condition = nil
        then = nil
        otherwise = nil
    }

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
