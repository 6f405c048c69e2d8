import TypewrightReader
import TypewrightSource
import TypewrightSpec

/// `document`: schemas by number, then operations; what decoding made of them, whatever version they were written in.
struct DocumentDump {
    let spec: Spec
    let sources: SourceMap

    func text() -> String {
        var dump = DumpText()
        switch spec.kind {
        case .openAPI(let version): dump.line("OpenAPI \(version.rawValue) \(quoted(spec.api.info.title))")
        case .jsonSchema: dump.line("JSON Schema \(quoted(spec.api.info.title))")
        }
        for named in spec.namedSchemas { dump.line("named \(named.name): schema \(named.schema.index)") }
        for schema in spec.schemas { write(schema, to: &dump) }
        for operation in spec.operations { write(operation, to: &dump) }
        for webhook in spec.api.webhooks {
            dump.line("webhook \(webhook.path)") { dump in
                for operation in webhook.operations { write(operation, to: &dump) }
            }
        }
        return dump.text
    }

    private func write(_ schema: Schema, to dump: inout DumpText) {
        let position = sources.position(of: schema.range.start, in: schema.range.file)
        dump.line("schema \(schema.id.index) \(schema.location) \(position.line):\(position.column)") { dump in
            if let boolean = schema.boolean { dump.line("\(boolean)") }
            if let reference = schema.reference {
                dump.line("reference \(reference.text) → \(reference.target.map { "schema \($0.index)" } ?? "nothing")")
            }
            if schema.dynamicReference != nil { dump.line("dynamic reference") }
            if let types = schema.types { dump.line("types \(types.names.joined(separator: " "))") }
            if schema.isNullable { dump.line("nullable") }
            if let values = schema.enumeration { dump.line("enum of \(values.count)") }
            if schema.constant != nil { dump.line("const") }
            if let format = schema.format { dump.line("format \(format)") }
            if let numeric = schema.numeric { write(numeric, to: &dump) }
            if let string = schema.string { write(string, to: &dump) }
            if let array = schema.array { write(array, to: &dump) }
            if let object = schema.object { write(object, to: &dump) }
            if let applicators = schema.applicators { write(applicators, to: &dump) }
            if let discriminator = schema.discriminator { dump.line("discriminator \(discriminator.propertyName)") }
        }
    }

    private func write(_ rules: Schema.NumericRules, to dump: inout DumpText) {
        let bounds = [
            ("minimum", rules.minimum), ("exclusiveMinimum", rules.exclusiveMinimum), ("maximum", rules.maximum),
            ("exclusiveMaximum", rules.exclusiveMaximum), ("multipleOf", rules.multipleOf),
        ]
        for (name, bound) in bounds { if let bound { dump.line("\(name) \(bound.number.text)") } }
    }

    private func write(_ rules: Schema.StringRules, to dump: inout DumpText) {
        counts([("minLength", rules.minLength), ("maxLength", rules.maxLength)], to: &dump)
        if let pattern = rules.pattern { dump.line("pattern \(quoted(pattern.text))") }
        if let encoding = rules.contentEncoding { dump.line("contentEncoding \(encoding)") }
        if let type = rules.contentMediaType { dump.line("contentMediaType \(type)") }
        schemas([("contentSchema", rules.contentSchema)], to: &dump)
    }

    private func write(_ rules: Schema.ArrayRules, to dump: inout DumpText) {
        list("prefixItems", rules.prefixItems, to: &dump)
        schemas([("items", rules.items), ("contains", rules.contains), ("unevaluatedItems", rules.unevaluatedItems)], to: &dump)
        counts([
            ("minContains", rules.minContains), ("maxContains", rules.maxContains), ("minItems", rules.minItems),
            ("maxItems", rules.maxItems),
        ], to: &dump)
        if rules.uniqueItems { dump.line("uniqueItems") }
    }

    private func write(_ rules: Schema.ObjectRules, to dump: inout DumpText) {
        for property in rules.properties {
            let mark = rules.required.contains(property.name) ? "!" : ""
            dump.line("property \(quoted(property.name))\(mark): schema \(property.schema.index)")
        }
        for pattern in rules.patternProperties { dump.line("properties \(quoted(pattern.pattern.text)): schema \(pattern.schema.index)") }
        schemas([
            ("additionalProperties", rules.additionalProperties), ("propertyNames", rules.propertyNames),
            ("unevaluatedProperties", rules.unevaluatedProperties),
        ], to: &dump)
        for name in rules.required where !rules.properties.contains(where: { $0.name == name }) {
            dump.line("required \(quoted(name))")
        }
        counts([("minProperties", rules.minProperties), ("maxProperties", rules.maxProperties)], to: &dump)
        for dependent in rules.dependentRequired {
            dump.line("with \(quoted(dependent.name)): \(dependent.required.map(quoted).joined(separator: " "))")
        }
        for dependent in rules.dependentSchemas { dump.line("with \(quoted(dependent.name)): schema \(dependent.schema.index)") }
    }

    private func write(_ applicators: Schema.Applicators, to dump: inout DumpText) {
        list("allOf", applicators.allOf, to: &dump)
        list("anyOf", applicators.anyOf, to: &dump)
        list("oneOf", applicators.oneOf, to: &dump)
        schemas([
            ("not", applicators.not), ("if", applicators.condition?.test), ("then", applicators.condition?.then),
            ("else", applicators.condition?.otherwise),
        ], to: &dump)
    }

    private func counts(_ counts: [(String, Int?)], to dump: inout DumpText) {
        for (name, count) in counts { if let count { dump.line("\(name) \(count)") } }
    }

    private func schemas(_ schemas: [(String, SchemaID?)], to dump: inout DumpText) {
        for (name, schema) in schemas { if let schema { dump.line("\(name): schema \(schema.index)") } }
    }

    private func list(_ name: String, _ schemas: [SchemaID], to dump: inout DumpText) {
        if !schemas.isEmpty { dump.line("\(name): schemas \(schemas.map { String($0.index) }.joined(separator: " "))") }
    }

    private func write(_ operation: OpenAPI.Operation, to dump: inout DumpText) {
        dump.line("\(operation.method) \(operation.path) \(operation.operationID ?? "")") { dump in
            for parameter in operation.parameters {
                let mark = parameter.isRequired ? "!" : ""
                dump.line("\(parameter.location.rawValue) \(quoted(parameter.name))\(mark): \(shown(parameter.schema))")
            }
            for content in operation.requestBody?.content ?? [] { dump.line("body \(content.name): \(shown(content.schema))") }
            for response in operation.responses {
                dump.line("response \(response.status)") { dump in
                    for content in response.content { dump.line("\(content.name): \(shown(content.schema ?? content.itemSchema))") }
                }
            }
        }
    }

    private func shown(_ schema: SchemaID?) -> String { schema.map { "schema \($0.index)" } ?? "anything" }
}
