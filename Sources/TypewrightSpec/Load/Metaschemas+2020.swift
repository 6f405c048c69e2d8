// 2020-12: one schema that is put together from its vocabularies.
extension Metaschemas {
    static let draft2020 = #"""
    {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://json-schema.org/draft/2020-12/schema",
    "$vocabulary":{
    "https://json-schema.org/draft/2020-12/vocab/core":true,"https://json-schema.org/draft/2020-12/vocab/applicator":true,
    "https://json-schema.org/draft/2020-12/vocab/unevaluated":true,"https://json-schema.org/draft/2020-12/vocab/validation":true,
    "https://json-schema.org/draft/2020-12/vocab/meta-data":true,"https://json-schema.org/draft/2020-12/vocab/format-annotation":true,
    "https://json-schema.org/draft/2020-12/vocab/content":true},
    "$dynamicAnchor":"meta",
    "allOf":[{"$ref":"meta/core"},{"$ref":"meta/applicator"},{"$ref":"meta/unevaluated"},{"$ref":"meta/validation"},
    {"$ref":"meta/meta-data"},{"$ref":"meta/format-annotation"},{"$ref":"meta/content"}],
    "type":["object","boolean"],
    "properties":{
    "definitions":{"type":"object","additionalProperties":{"$dynamicRef":"#meta"},"deprecated":true,"default":{}},
    "dependencies":{"type":"object","additionalProperties":{"anyOf":[{"$dynamicRef":"#meta"},{"$ref":"meta/validation#/$defs/stringArray"}]},
    "deprecated":true,"default":{}},
    "$recursiveAnchor":{"$ref":"meta/core#/$defs/anchorString","deprecated":true},
    "$recursiveRef":{"$ref":"meta/core#/$defs/uriReferenceString","deprecated":true}}}
    """#

    private static func vocabulary(_ name: String, _ rest: String) -> String {
        #"{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://json-schema.org/draft/2020-12/meta/\#(name)","#
            + #""$vocabulary":{"https://json-schema.org/draft/2020-12/vocab/\#(name)":true},"$dynamicAnchor":"meta","type":["object","boolean"],"#
            + rest + "}"
    }

    static let draft2020Core = vocabulary("core", #"""
    "$defs":{
    "anchorString":{"type":"string","pattern":"^[A-Za-z_][-A-Za-z0-9._]*$"},
    "uriString":{"type":"string","format":"uri"},"uriReferenceString":{"type":"string","format":"uri-reference"}},
    "properties":{
    "$id":{"$ref":"#/$defs/uriReferenceString","pattern":"^[^#]*#?$"},"$schema":{"$ref":"#/$defs/uriString"},
    "$ref":{"$ref":"#/$defs/uriReferenceString"},"$anchor":{"$ref":"#/$defs/anchorString"},
    "$dynamicRef":{"$ref":"#/$defs/uriReferenceString"},"$dynamicAnchor":{"$ref":"#/$defs/anchorString"},
    "$vocabulary":{"type":"object","propertyNames":{"$ref":"#/$defs/uriString"},"additionalProperties":{"type":"boolean"}},
    "$comment":{"type":"string"},
    "$defs":{"type":"object","additionalProperties":{"$dynamicRef":"#meta"}}}
    """#)

    static let draft2020Applicator = vocabulary("applicator", #"""
    "$defs":{"schemaArray":{"type":"array","minItems":1,"items":{"$dynamicRef":"#meta"}}},
    "properties":{
    "prefixItems":{"$ref":"#/$defs/schemaArray"},"items":{"$dynamicRef":"#meta"},"contains":{"$dynamicRef":"#meta"},
    "additionalProperties":{"$dynamicRef":"#meta"},
    "properties":{"type":"object","additionalProperties":{"$dynamicRef":"#meta"},"default":{}},
    "patternProperties":{"type":"object","additionalProperties":{"$dynamicRef":"#meta"},"propertyNames":{"format":"regex"},"default":{}},
    "dependentSchemas":{"type":"object","additionalProperties":{"$dynamicRef":"#meta"},"default":{}},
    "propertyNames":{"$dynamicRef":"#meta"},"if":{"$dynamicRef":"#meta"},"then":{"$dynamicRef":"#meta"},"else":{"$dynamicRef":"#meta"},
    "allOf":{"$ref":"#/$defs/schemaArray"},"anyOf":{"$ref":"#/$defs/schemaArray"},"oneOf":{"$ref":"#/$defs/schemaArray"},
    "not":{"$dynamicRef":"#meta"}}
    """#)

    static let draft2020Unevaluated = vocabulary("unevaluated", #"""
    "properties":{"unevaluatedItems":{"$dynamicRef":"#meta"},"unevaluatedProperties":{"$dynamicRef":"#meta"}}
    """#)

    static let draft2020Validation = vocabulary("validation", validationRules)

    static let draft2020Metadata = vocabulary("meta-data", metadataRules)

    static let draft2020FormatAnnotation = vocabulary("format-annotation", #""properties":{"format":{"type":"string"}}"#)

    static let draft2020FormatAssertion = vocabulary("format-assertion", #""properties":{"format":{"type":"string"}}"#)

    static let draft2020Content = vocabulary("content", #"""
    "properties":{"contentEncoding":{"type":"string"},"contentMediaType":{"type":"string"},"contentSchema":{"$dynamicRef":"#meta"}}
    """#)
}
