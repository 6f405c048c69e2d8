import TypewrightReader
import TypewrightSource

/// What reading a text gave.
struct ReadingResult {
    let node: Node?
    let diagnostics: [Diagnostic]
    let sources: SourceMap

    var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }

    /// All that was reported, as people see it.
    var rendered: String {
        let renderer = DiagnosticRenderer(sources: sources)
        return diagnostics.map { renderer.render($0) }.joined()
    }
}

enum Language { case json, byContent, document }

func reading(_ text: [UInt8], as language: Language = .byContent, path: String = "doc", limits: ReaderLimits = ReaderLimits()) -> ReadingResult {
    let sources = SourceMap()
    let sink = DiagnosticSink()
    let file = sources.add(path: path, text: text)
    let node =
        switch language {
        case .json: readJSON(file, limits: limits, into: sink)
        case .byContent: readDocument(file, limits: limits, into: sink)
        case .document: readDocument(file, limits: limits, isForgiving: true, into: sink)
        }
    return ReadingResult(node: node, diagnostics: sink.diagnostics, sources: sources)
}

func reading(_ text: String, as language: Language = .byContent, path: String = "doc", limits: ReaderLimits = ReaderLimits()) -> ReadingResult {
    reading(Array(text.utf8), as: language, path: path, limits: limits)
}
