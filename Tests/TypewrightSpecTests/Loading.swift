import TypewrightReader
import TypewrightSource
import TypewrightSpec
import TypewrightTestSupport

/// A document that was loaded for a test, and what was said about it.
struct Loaded {
    let spec: Spec?
    let sources: SourceMap
    let diagnostics: [Diagnostic]

    init(_ files: [String: String], root: String = "api.json", options: LoadOptions = LoadOptions()) {
        let sources = SourceMap()
        let sink = DiagnosticSink()
        spec = loadSpec(root, files: TestFiles(files: files), options: options, sources: sources, sink: sink)
        self.sources = sources
        diagnostics = sink.diagnostics
    }

    init(_ text: String, options: LoadOptions = LoadOptions()) {
        self.init(["api.json": text], options: options)
    }

    var codes: [String] { diagnostics.map(\.code) }

    /// `api.json:3:7: warning: … [code]`, one per report.
    var reports: [String] {
        diagnostics.map { diagnostic in
            var place = ""
            if let range = diagnostic.range {
                let position = sources.position(of: range.start, in: range.file)
                place = "\(sources[range.file].path):\(position.line):\(position.column): "
            }
            let help = diagnostic.help.map { " " + $0 } ?? ""
            return "\(place)\(diagnostic.severity): \(diagnostic.message)\(help) [\(diagnostic.code)]"
        }
    }
}

/// JSON Schema files as one `Spec`, in the order of their names.
func loadTestSchemas(_ files: [String: String]) -> Spec? {
    loadSchemas(files.keys.sorted(), files: TestFiles(files: files), sources: SourceMap(), sink: DiagnosticSink())
}
