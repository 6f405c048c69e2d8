import TypewrightDriver
import TypewrightSource
import TypewrightSpec
import TypewrightValidation

/// The schema that `--schema` and `--pointer` name.
struct SchemaChoice {
    let spec: Spec
    let schema: SchemaID

    enum Refusal: Error {
        /// The command line cannot be followed.
        case complaint(Complaint)
        /// The pointer is wrong; the sink has it.
        case pointer
        /// The document has errors; the sink has them.
        case faults
    }

    init(_ invocation: Invocation, sink: DiagnosticSink) throws(Refusal) {
        let settings = invocation.settings
        guard let document = settings.single(.schema) else {
            throw .complaint(Complaint("'validate' needs a schema", help: "name its file with '--schema FILE'"))
        }
        let entry = settings.single(.pointer).flatMap(SchemaChoice.entry)
        guard let spec = SchemaChoice.load(document, entry, invocation, sink), sink.errorCount == 0 else { throw .faults }
        if entry == nil, case .openAPI = spec.kind {
            throw .complaint(SchemaChoice.missingPointer(document.text, spec))
        }
        let root = spec.schema(at: "#")
        guard let schema = entry == nil ? root : spec.entry else { throw .pointer }
        lintPatterns(spec, into: sink)
        self.spec = spec
        self.schema = schema
    }

    /// A pointer may come without the `#` that makes it a reference.
    private static func entry(_ told: Told) -> LoadOptions.Entry? {
        told.range.map { LoadOptions.Entry(told.text.hasPrefix("/") ? "#" + told.text : told.text, at: $0) }
    }

    private static func load(
        _ document: Told, _ entry: LoadOptions.Entry?, _ invocation: Invocation, _ sink: DiagnosticSink
    ) -> Spec? {
        var settings = invocation.settings
        settings.replace(.list([document]), of: .document)
        guard var job = Job(settings, into: sink) else { return nil }
        job.options.loading.entry = entry
        return JobRun(job, sources: invocation.sources, sink: sink).load()
    }

    private static func missingPointer(_ document: String, _ spec: Spec) -> Complaint {
        let locations = spec.namedSchemas.filter { $0.origin == .component }.map { spec[$0.schema].location }
        var help = "name one of its schemas with '--pointer'"
        if !locations.isEmpty { help += ": " + locations.prefix(5).map { "'\($0)'" }.joined(separator: ", ") }
        if locations.count > 5 { help += " and \(locations.count - 5) more" }
        return Complaint("'\(document)' is an OpenAPI document, which is no schema itself", help: help)
    }
}
