import TypewrightReader
import TypewrightSource
import TypewrightSpec

/// Holds the examples and defaults of a document against its own schemas, and reports those that are wrong.
package func lintExamples(_ spec: Spec, into sink: DiagnosticSink) {
    ExampleLint(spec, sink).run()
}

private final class ExampleLint {
    private let spec: Spec
    private let sink: DiagnosticSink
    private let validators: [ValidationOptions.Direction: Validator]
    /// Components are referred to from many places; each example is told once.
    private var seen: Set<Node.Identity> = []

    init(_ spec: Spec, _ sink: DiagnosticSink) {
        self.spec = spec
        self.sink = sink
        var validators: [ValidationOptions.Direction: Validator] = [:]
        for direction in [ValidationOptions.Direction.either, .request, .response] {
            var options = ValidationOptions()
            options.limit = 3
            options.direction = direction
            validators[direction] = Validator(spec, options: options)
        }
        self.validators = validators
    }

    func run() {
        for schema in spec.schemas { check(schema) }
        for operation in spec.operations { check(operation) }
        for webhook in spec.api.webhooks {
            for operation in webhook.operations { check(operation) }
        }
    }

    private func check(_ schema: Schema) {
        guard let annotations = schema.annotations else { return }
        if let value = annotations.defaultValue { check(value, schema.id, .either, code: "invalid-default", what: "default") }
        for example in annotations.examples { check(example, schema.id, .either, code: "invalid-example", what: "example") }
    }

    private func check(_ operation: OpenAPI.Operation) {
        for parameter in operation.parameters {
            if let schema = parameter.schema { check(parameter.examples, schema, .request) }
        }
        for content in operation.requestBody?.content ?? [] { check(content, .request) }
        for response in operation.responses {
            for content in response.content { check(content, .response) }
            for header in response.headers {
                if let schema = header.schema { check(header.examples, schema, .response) }
            }
        }
    }

    private func check(_ content: OpenAPI.MediaType, _ direction: ValidationOptions.Direction) {
        // Elsewhere an example may be the text that is sent.
        guard let schema = content.schema, content.essence == "application/json" || content.essence.hasSuffix("+json") else { return }
        check(content.examples, schema, direction)
    }

    private func check(_ examples: [OpenAPI.Example], _ schema: SchemaID, _ direction: ValidationOptions.Direction) {
        for example in examples {
            if let value = example.value { check(value, schema, direction, code: "invalid-example", what: "example") }
        }
    }

    private func check(_ value: Node, _ schema: SchemaID, _ direction: ValidationOptions.Direction, code: String, what: String) {
        guard seen.insert(value.identity).inserted, let validator = validators[direction] else { return }
        guard let first = validator.validate(value, against: schema).first else { return }
        var message = "The \(what) does not satisfy its schema: \(first.description)"
        if let closest = first.closest.first { message += "; the closest wants otherwise: \(closest.description)" }
        sink.report(Diagnostic(
            code: code, severity: .warning, message: message + ".", range: first.closest.first?.range ?? first.range,
            notes: [("the schema is here", spec[schema].range)], help: quotes(first.closest.first ?? first, in: value)
        ))
    }

    /// By far the most frequent slip: a pair of quotes too many, or too few.
    private func quotes(_ fault: Violation, in value: Node) -> String? {
        guard fault.keyword == "type", let node = node(at: fault.range, in: value) else { return nil }
        switch node.kind {
        case .number, .boolean:
            return fault.message.contains(" is not a string") ? "In quotes it would be." : nil
        case .string:
            let text = node.string ?? ""
            let kinds = Int(text) != nil ? ["an integer", "a number"] : Double(text) != nil ? ["a number"] : ["true", "false"].contains(text) ? ["a boolean"] : []
            return kinds.contains { fault.message.contains(" is not " + $0) } ? "Without quotes it would be." : nil
        case .null, .array, .object:
            return nil
        }
    }

    private func node(at range: SourceRange, in value: Node) -> Node? {
        if value.range == range { return value }
        guard value.range.start <= range.start, range.end <= value.range.end else { return nil }
        switch value.kind {
        case .array: return value.elements.lazy.compactMap { self.node(at: range, in: $0) }.first
        case .object: return value.members.lazy.compactMap { self.node(at: range, in: $0.value) }.first
        default: return nil
        }
    }
}
