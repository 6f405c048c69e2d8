import TypewrightEmission
import TypewrightGenerator
import TypewrightLowering
import TypewrightReader
import TypewrightSource
import TypewrightSpec

/// Writes requests as calls of the client that would be generated: what people see who try a document out.
///
///     Spec ─lower→ API ─name→ NameTable ─→ one call
package final class CallWriter {
    private let examples: CallExamples

    package init(_ spec: Spec, options: GeneratorOptions) {
        // Whoever generates is told of the document's faults; nobody is here.
        let sink = DiagnosticSink()
        let api = lower(spec, options: options.lowering, into: sink)
        examples = CallExamples(api, names: name(api, options: options.naming, into: sink), options: options.emission)
    }

    /// `operation` is where it stands in the document. `nil` where no call sends that request.
    package func call(
        operation: String, parameters: [(place: String, name: String, value: Node)], body: (mediaType: String, value: Node)?
    ) -> String? {
        examples.code(
            operation: operation, values: parameters.map { CallValue(place: $0.place, name: $0.name, value: literal(of: $0.value)) },
            body: body.map { ($0.mediaType, literal(of: $0.value)) })
    }
}
