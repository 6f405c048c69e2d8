/// The keywords of all drafts, and in which of them each means something.
enum Keyword: UInt8 {
    case schema, vocabulary, id, oldID, anchor, dynamicAnchor, recursiveAnchor, comment
    case ref, dynamicRef, recursiveRef, defs, definitions
    case type, const, `enum`, nullable
    case minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf
    case minLength, maxLength, pattern, contentEncoding, contentMediaType, contentSchema
    case prefixItems, items, additionalItems, contains, minContains, maxContains
    case minItems, maxItems, uniqueItems, unevaluatedItems
    case properties, patternProperties, additionalProperties, propertyNames, required
    case minProperties, maxProperties, dependencies, dependentRequired, dependentSchemas, unevaluatedProperties
    case allOf, anyOf, oneOf, not, `if`, then, `else`
    case format, title, description, `default`, example, examples, deprecated, readOnly, writeOnly
    case externalDocs, discriminator, xml

    init?(_ name: String) {
        guard let keyword = Keyword.byName[name] else { return nil }
        self = keyword
    }

    /// What schemas a keyword's value holds.
    enum Holding {
        case nothing, schema, schemaOrList, list, map
    }

    var holding: Holding {
        switch self {
        case .additionalItems, .unevaluatedItems, .contains, .additionalProperties, .unevaluatedProperties,
             .propertyNames, .not, .if, .then, .else, .contentSchema:
            .schema
        case .items: .schemaOrList
        case .allOf, .anyOf, .oneOf, .prefixItems: .list
        case .defs, .definitions, .properties, .patternProperties, .dependentSchemas, .dependencies: .map
        default: .nothing
        }
    }

    /// The drafts that know the keyword; `nil` for those that all know.
    var drafts: ClosedRange<Dialect.Draft>? {
        switch self {
        case .const, .contains, .propertyNames, .examples: .draft6 ... .draft2020
        case .if, .then, .else, .contentEncoding, .contentMediaType, .readOnly, .writeOnly: .draft7 ... .draft2020
        case .anchor, .minContains, .maxContains, .dependentRequired, .dependentSchemas,
             .unevaluatedItems, .unevaluatedProperties, .contentSchema, .deprecated, .defs:
            .draft2019 ... .draft2020
        case .recursiveRef, .recursiveAnchor: .draft2019 ... .draft2019
        case .dynamicRef, .dynamicAnchor, .prefixItems: .draft2020 ... .draft2020
        case .additionalItems: .draft4 ... .draft2019
        default: nil
        }
    }

    /// What OpenAPI 3.0 lists as keywords of its Schema Object.
    var isInOpenAPI30: Bool {
        switch self {
        case .patternProperties, .additionalItems, .dependencies, .id, .oldID, .definitions, .schema: false
        case .readOnly, .writeOnly, .deprecated: true
        default: drafts == nil
        }
    }

    /// Keywords of the validation vocabulary, which a metaschema may leave out.
    var isValidation: Bool {
        switch self {
        case .type, .const, .enum, .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .multipleOf, .minLength, .maxLength,
             .pattern, .minContains, .maxContains, .minItems, .maxItems, .uniqueItems, .required, .minProperties,
             .maxProperties, .dependentRequired:
            true
        default: false
        }
    }

    /// Whether an object that has it is most likely a schema: other things have titles and examples too.
    var tellsASchema: Bool {
        switch self {
        case .oldID, .description, .default, .example, .examples, .deprecated, .readOnly, .writeOnly, .externalDocs, .xml: false
        default: true
        }
    }

    /// All names, sorted.
    static let names: [String] = byName.keys.sorted()

    private static let byName: [String: Keyword] = [
        "$schema": .schema, "$vocabulary": .vocabulary, "$id": .id, "id": .oldID, "$anchor": .anchor,
        "$dynamicAnchor": .dynamicAnchor, "$recursiveAnchor": .recursiveAnchor, "$comment": .comment,
        "$ref": .ref, "$dynamicRef": .dynamicRef, "$recursiveRef": .recursiveRef, "$defs": .defs, "definitions": .definitions,
        "type": .type, "const": .const, "enum": .enum, "nullable": .nullable,
        "minimum": .minimum, "maximum": .maximum, "exclusiveMinimum": .exclusiveMinimum, "exclusiveMaximum": .exclusiveMaximum,
        "multipleOf": .multipleOf, "minLength": .minLength, "maxLength": .maxLength, "pattern": .pattern,
        "contentEncoding": .contentEncoding, "contentMediaType": .contentMediaType, "contentSchema": .contentSchema,
        "prefixItems": .prefixItems, "items": .items, "additionalItems": .additionalItems, "contains": .contains,
        "minContains": .minContains, "maxContains": .maxContains, "minItems": .minItems, "maxItems": .maxItems,
        "uniqueItems": .uniqueItems, "unevaluatedItems": .unevaluatedItems,
        "properties": .properties, "patternProperties": .patternProperties, "additionalProperties": .additionalProperties,
        "propertyNames": .propertyNames, "required": .required, "minProperties": .minProperties, "maxProperties": .maxProperties,
        "dependencies": .dependencies, "dependentRequired": .dependentRequired, "dependentSchemas": .dependentSchemas,
        "unevaluatedProperties": .unevaluatedProperties,
        "allOf": .allOf, "anyOf": .anyOf, "oneOf": .oneOf, "not": .not, "if": .if, "then": .then, "else": .else,
        "format": .format, "title": .title, "description": .description, "default": .default, "example": .example,
        "examples": .examples, "deprecated": .deprecated, "readOnly": .readOnly, "writeOnly": .writeOnly,
        "externalDocs": .externalDocs, "discriminator": .discriminator, "xml": .xml,
    ]
}
