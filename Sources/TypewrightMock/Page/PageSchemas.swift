import TypewrightSpec

/// The schemas that an operation speaks of, as the page shows them: a table by number, since they may contain each other.
struct PageSchemas {
    private let spec: Spec
    private let names: [SchemaID: String]
    private var waiting: [SchemaID] = []
    private var seen: Set<SchemaID> = []

    /// Nobody reads more of one operation.
    private static let limit = 1500

    init(_ spec: Spec, names: [SchemaID: String]) {
        self.spec = spec
        self.names = names
    }

    /// The number of a schema, which is then in the table, as far as that goes.
    mutating func use(_ id: SchemaID?) -> String? {
        guard let id else { return nil }
        if seen.count < PageSchemas.limit, seen.insert(id).inserted { waiting.append(id) }
        return String(id.index)
    }

    /// All that were used, and those they contain.
    mutating func table() -> String {
        var members: [(String, String?)] = []
        while let id = waiting.popLast() { members.append((String(id.index), describe(spec[id]))) }
        return PageJSON.object(members)
    }

    private mutating func describe(_ schema: Schema) -> String {
        var members: [(String, String?)] = [
            ("name", names[schema.id].map(PageJSON.string)),
            ("boolean", schema.boolean.map { $0 ? "true" : "false" }),
            ("ref", use(schema.reference?.target)),
            ("types", schema.types.map { PageJSON.array(PageSchemas.words($0).map(PageJSON.string)) }),
            ("nullable", PageJSON.flag(schema.isNullable)),
            ("format", schema.format.map(PageJSON.string)),
            ("enum", schema.enumeration.map { PageJSON.array($0.prefix(200).map { PageJSON.value($0) }) }),
            ("const", schema.constant.map { PageJSON.value($0) }),
            ("rules", PageSchemas.list(rules(schema))),
        ]
        members += annotations(schema.annotations)
        members += contents(schema)
        return PageJSON.object(members)
    }

    private static func words(_ types: JSONTypes) -> [String] {
        let all: [(JSONTypes, String)] = [
            (.object, "object"), (.array, "array"), (.string, "string"), (.integer, "integer"), (.number, "number"),
            (.boolean, "boolean"), (.null, "null"),
        ]
        let found = all.filter { types.contains($0.0) }.map(\.1)
        // Every number is the more general word.
        return found.contains("number") ? found.filter { $0 != "integer" } : found
    }

    private func annotations(_ annotations: Schema.Annotations?) -> [(String, String?)] {
        guard let annotations else { return [] }
        return [
            ("title", annotations.title.map(PageJSON.string)),
            ("description", annotations.description.map(PageJSON.string)),
            ("default", annotations.defaultValue.map { PageJSON.value($0) }),
            ("example", annotations.examples.first.map { PageJSON.value($0) }),
            ("deprecated", PageJSON.flag(annotations.isDeprecated)),
            ("readOnly", PageJSON.flag(annotations.isReadOnly)),
            ("writeOnly", PageJSON.flag(annotations.isWriteOnly)),
        ]
    }

    private mutating func contents(_ schema: Schema) -> [(String, String?)] {
        var members: [(String, String?)] = []
        if let object = schema.object {
            let required = Set(object.required)
            var properties: [String] = []
            for property in object.properties {
                properties.append(PageJSON.object([
                    ("name", PageJSON.string(property.name)), ("schema", use(property.schema)),
                    ("required", PageJSON.flag(required.contains(property.name))),
                ]))
            }
            members.append(("properties", PageSchemas.list(properties)))
            members.append(("others", use(object.additionalProperties)))
        }
        if let array = schema.array {
            members.append(("items", use(array.items)))
            members.append(("prefix", all(array.prefixItems)))
        }
        if let applicators = schema.applicators {
            members += [("allOf", all(applicators.allOf)), ("anyOf", all(applicators.anyOf)), ("oneOf", all(applicators.oneOf))]
            members.append(("not", use(applicators.not)))
        }
        return members
    }

    private mutating func all(_ ids: [SchemaID]) -> String? {
        var numbers: [String] = []
        for id in ids { numbers += [use(id)].compactMap { $0 } }
        return PageSchemas.list(numbers)
    }

    private static func list(_ elements: [String]) -> String? { elements.isEmpty ? nil : PageJSON.array(elements) }

    /// What holds beyond the type, in the words of JSON Schema.
    private func rules(_ schema: Schema) -> [String] {
        var rules: [(String, String?)] = []
        if let numeric = schema.numeric {
            rules += [
                ("≥", numeric.minimum?.number.text), (">", numeric.exclusiveMinimum?.number.text), ("≤", numeric.maximum?.number.text),
                ("<", numeric.exclusiveMaximum?.number.text), ("multiple of", numeric.multipleOf?.number.text),
            ]
        }
        if let string = schema.string {
            rules += [
                ("at least", string.minLength.map { "\($0) characters" }), ("at most", string.maxLength.map { "\($0) characters" }),
                ("matches", string.pattern?.text), ("encoded as", string.contentEncoding),
            ]
        }
        if let array = schema.array {
            rules += [
                ("at least", array.minItems.map { "\($0) items" }), ("at most", array.maxItems.map { "\($0) items" }),
                ("no item", array.uniqueItems ? "twice" : nil),
            ]
        }
        if let object = schema.object {
            rules += [
                ("at least", object.minProperties.map { "\($0) properties" }), ("at most", object.maxProperties.map { "\($0) properties" }),
                ("no other", object.additionalProperties.flatMap { spec[$0].boolean } == false ? "properties" : nil),
            ]
        }
        return rules.compactMap { word, value in value.map { PageJSON.string(word + " " + $0) } }
    }
}
