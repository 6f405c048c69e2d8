import TypewrightGenerator
import TypewrightSource

/// What a build plugin declared before the tool ran. Build systems keep such plans while documents and configs
/// change, so the tool has to notice when a plan no longer fits: otherwise files are left out without a word.
struct Plan {
    let settings: Settings
    let sink: DiagnosticSink

    private static let remedy = "run 'touch Package.swift' and build again"

    private func report(_ message: String, at range: SourceRange?, help: String = Plan.remedy) {
        sink.report(Diagnostic(code: "stale-plan", severity: .error, message: message, range: range, help: help))
    }

    /// Whether the documents are those that the build was planned for.
    func fits(_ jobs: [Job]) -> Bool {
        let planned = settings.list(.plannedDocuments).map(\.text)
        if planned.isEmpty { return true }
        let documents = jobs.flatMap(\.documents)
        for document in documents where !contains(planned, document.text) {
            report("the build was planned for \(listed(planned, "and")), not for '\(document.text)'", at: document.range)
            return false
        }
        if planned.count != documents.count {
            report("the build was planned for \(counted(planned.count, "document")), not for \(documents.count)", at: documents.first?.range)
            return false
        }
        return true
    }

    /// Whether what was read and made is what the build watches and expects.
    func check(_ run: JobRun, _ generation: Generation) {
        let watched = settings.list(.plannedInputs).map(\.text)
        if !watched.isEmpty {
            for file in run.folder.filesRead.map(run.folder.shownPath) where !contains(watched, file) {
                report(
                    "the document refers to '\(file)', which the build does not watch", at: run.job.documents.first?.range,
                    help: "add it to \"inputs\" in the config if it lies outside the document's folder, then \(Plan.remedy)")
            }
        }
        let expected = settings.list(.plannedOutputs).map(\.text)
        if !expected.isEmpty, let output = run.job.output?.text {
            let files = generation.files.map { Path.join(output, $0.path) }
            for file in files where !expected.contains(file) {
                report("the build does not expect '\(Path.name(of: file))'", at: run.job.documents.first?.range)
            }
        }
    }

    private func contains(_ paths: [String], _ path: String) -> Bool {
        if paths.contains(path) { return true }
        guard let real = Disk.realPath(path) else { return false }
        return paths.contains { Disk.realPath($0) == real }
    }
}
