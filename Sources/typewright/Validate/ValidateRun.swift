import TypewrightDriver
import TypewrightSource

/// One call of `validate`.
struct ValidateRun {
    let invocation: Invocation

    private var console: Console { invocation.console }
    private var sources: SourceMap { invocation.sources }

    func run() -> ExitCode {
        let sink = DiagnosticSink()
        do throws(SchemaChoice.Refusal) {
            let choice = try SchemaChoice(invocation, sink: sink)
            tell(sink.diagnostics)
            return check(choice)
        } catch {
            switch error {
            case .complaint(let complaint):
                return console.refuse(complaint, see: "\(console.program) help validate")
            case .pointer:
                tell(asErrors(sink.diagnostics, at: invocation.settings.single(.pointer)?.range))
                return .usage
            case .faults:
                tell(sink.diagnostics)
                return .faults
            }
        }
    }

    /// What is to be said of the schema is not the result.
    private func tell(_ diagnostics: [Diagnostic]) {
        Report(sources: sources, console: console, limit: console.loudness == .verbose ? nil : Report.usualLimit)
            .print(diagnostics, with: console.complain)
    }

    /// In a document a reference that leads nowhere costs precision; on the command line it costs everything.
    private func asErrors(_ diagnostics: [Diagnostic], at range: SourceRange?) -> [Diagnostic] {
        diagnostics.filter { $0.range == range }.map { diagnostic in
            var error = diagnostic
            error.severity = .error
            return error
        }
    }

    private func check(_ choice: SchemaChoice) -> ExitCode {
        var check = InstanceCheck(choice, invocation)
        let files = invocation.operands.isEmpty ? [Told("-")] : invocation.operands
        for file in files { check.run(file) }
        if console.loudness != .quiet { console.put(check.tally.summary) }
        return check.tally.isClean ? .fine : .faults
    }
}
