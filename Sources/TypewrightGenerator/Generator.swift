import TypewrightEmission
import TypewrightLowering
import TypewrightModel
import TypewrightReader
import TypewrightSource
import TypewrightSpec

/// All that the user decides, room by room.
package struct GeneratorOptions: Sendable {
    package var loading = LoadOptions()
    package var lowering = LoweringOptions()
    package var naming = NamingOptions()
    package var emission = EmissionOptions()

    package init() {}
}

/// What came out, and what it was made of.
package struct Generation: Sendable {
    package var files: [GeneratedFile]
    private let stages: Stages

    init(files: [GeneratedFile], spec: Spec, api: API, names: NameTable) {
        self.files = files
        stages = Stages(spec, api, names)
    }

    package var typeCount: Int { stages.api.types.count }
    package var operationCount: Int { stages.api.operations.count }

    /// For a program that ends soon: to free a document piece by piece before takes as long as reading it.
    package func keepForGood() { _ = Unmanaged.passRetained(stages) }

    private final class Stages: Sendable {
        let spec: Spec
        let api: API
        let names: NameTable

        init(_ spec: Spec, _ api: API, _ names: NameTable) {
            self.spec = spec
            self.api = api
            self.names = names
        }
    }
}

/// The whole way, room by room:
///
///     bytes ─load→ Spec ─lower→ API ─name→ NameTable ─emit→ [GeneratedFile]
///
/// Nil after an error: there is then nothing to write. Several documents are JSON Schema files that make one module.
package func generate(
    _ documents: [String], files: any FileProvider, options: GeneratorOptions, sources: SourceMap, into sink: DiagnosticSink
) -> Generation? {
    guard let spec = load(documents, files: files, options: options, sources: sources, into: sink) else { return nil }
    return generate(spec, options: options, into: sink)
}

/// The same from where the documents are loaded, for whoever has more to do with them.
package func generate(_ spec: Spec, options: GeneratorOptions, into sink: DiagnosticSink) -> Generation? {
    let api = lower(spec, options: options.lowering, into: sink)
    let names = name(api, options: options.naming, into: sink)
    let files = emit(api, names: names, options: options.emission, into: sink)
    if sink.errorCount > 0 { return nil }
    return Generation(files: files, spec: spec, api: api, names: names)
}

/// The stages before the waist, for whoever needs to stop there.
package func load(
    _ documents: [String], files: any FileProvider, options: GeneratorOptions, sources: SourceMap, into sink: DiagnosticSink
) -> Spec? {
    documents.count == 1
        ? loadSpec(documents[0], files: files, options: options.loading, sources: sources, sink: sink)
        : loadSchemas(documents, files: files, options: options.loading, sources: sources, sink: sink)
}
