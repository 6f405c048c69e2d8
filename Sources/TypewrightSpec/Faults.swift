import TypewrightSource

/// Reports of this room, each with a stable code.
struct Faults {
    let sink: DiagnosticSink

    func error(_ code: String, _ message: String, at range: SourceRange?, help: String? = nil) {
        report(code, .error, message, range, [], help)
    }

    func warning(_ code: String, _ message: String, at range: SourceRange?, notes: [(String, SourceRange?)] = [], help: String? = nil) {
        report(code, .warning, message, range, notes, help)
    }

    func note(_ code: String, _ message: String, at range: SourceRange?, help: String? = nil) {
        report(code, .note, message, range, [], help)
    }

    private func report(
        _ code: String, _ severity: Diagnostic.Severity, _ message: String, _ range: SourceRange?,
        _ notes: [(String, SourceRange?)], _ help: String?
    ) {
        sink.report(Diagnostic(code: code, severity: severity, message: message, range: range, notes: notes, help: help))
    }
}
