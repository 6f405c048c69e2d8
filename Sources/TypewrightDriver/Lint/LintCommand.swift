import TypewrightSource
import TypewrightSpec

extension Command {
    /// `further` has more to say about a document than the generator has.
    package static func lint(_ further: @escaping @Sendable (Spec, DiagnosticSink) -> Void = { _, _ in }) -> Command {
        Command(
            name: "lint",
            summary: "Say everything there is to say about a document.",
            discussion: [
                "Reads a document as 'generate' does, prints every report with its place, and counts them by code. Nothing is written.",
            ],
            examples: [Example("typewright lint petstore.json", "What could be better in this document?")],
            operands: [Operand("DOCUMENT", isRepeated: true)],
            options: [.config] + Option.settings.filter { $0.group != .output },
            exitCodes: [.fine, .faults, .usage],
            run: { LintRun(invocation: $0, further: further).run() })
    }
}

private struct LintRun {
    let invocation: Invocation
    let further: @Sendable (Spec, DiagnosticSink) -> Void

    func run() -> ExitCode {
        let sink = DiagnosticSink()
        var result = ExitCode.fine
        switch JobFinder(invocation: invocation, sink: sink).find() {
        case .unclear(let complaint):
            return invocation.console.refuse(complaint)
        case .faults:
            tell(sink.diagnostics, isStrict: false)
            return .faults
        case .jobs(let jobs):
            for job in jobs {
                let sink = DiagnosticSink()
                let run = JobRun(job, sources: invocation.sources, sink: sink)
                if let spec = run.load() {
                    _ = run.generate(spec)
                    further(spec, sink)
                }
                let effective = tell(sink.diagnostics, isStrict: job.isStrict)
                if effective.contains(where: { $0.severity == .error }) { result = .faults }
            }
        }
        return result
    }

    /// The report is the result, so it goes to standard output.
    @discardableResult
    private func tell(_ diagnostics: [Diagnostic], isStrict: Bool) -> [Diagnostic] {
        let console = invocation.console
        let report = Report(
            sources: invocation.sources, console: console, isStrict: isStrict, colors: console.colorsOutput)
        report.print(diagnostics, with: console.put)
        let effective = report.effective(diagnostics)
        if console.loudness != .quiet { console.put(counts(effective)) }
        return effective
    }

    /// The most frequent first.
    private func counts(_ diagnostics: [Diagnostic]) -> String {
        if diagnostics.isEmpty { return "Nothing to report.\n" }
        var rows: [String: (severity: Diagnostic.Severity, count: Int)] = [:]
        for diagnostic in diagnostics {
            let known = rows[diagnostic.code]
            rows[diagnostic.code] = (max(known?.severity ?? .note, diagnostic.severity), (known?.count ?? 0) + 1)
        }
        let sorted = rows.sorted {
            if $0.value.severity != $1.value.severity { return $0.value.severity > $1.value.severity }
            return $0.value.count != $1.value.count ? $0.value.count > $1.value.count : $0.key < $1.key
        }
        var text = "\n"
        for (code, row) in sorted {
            let number = String(row.count)
            text += String(repeating: " ", count: max(0, 7 - number.count)) + number + "  "
            text += row.severity.word + String(repeating: " ", count: max(0, 9 - row.severity.word.count)) + code + "\n"
        }
        return text + "\n" + Report.tally(diagnostics) + "\n"
    }
}
