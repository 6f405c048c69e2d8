import TypewrightDriver
import TypewrightGenerator
import TypewrightMock
import TypewrightSource
import TypewrightSpec
import TypewrightWorkbench

/// One call of `mock`.
struct MockRun {
    let invocation: Invocation

    private var console: Console { invocation.console }

    func run() -> ExitCode {
        let sink = DiagnosticSink()
        switch JobFinder(invocation: invocation, sink: sink).find() {
        case .unclear(let complaint): return console.refuse(complaint, see: "\(console.program) help mock")
        case .faults: return tell(sink)
        case .jobs(let jobs):
            guard let job = jobs.first, jobs.count == 1 else {
                return console.refuse(Complaint("the config speaks of \(jobs.count) documents", help: "name the one to be served"))
            }
            guard let spec = JobRun(job, sources: invocation.sources, sink: sink).load(), sink.errorCount == 0 else { return tell(sink) }
            guard case .openAPI = spec.kind else {
                return console.refuse(Complaint("'\(job.documents.first?.text ?? "")' is a JSON Schema, which has no operations to serve"))
            }
            if console.loudness == .verbose { _ = tell(sink) }
            return run(spec, job)
        }
    }

    private func tell(_ sink: DiagnosticSink) -> ExitCode {
        Report(sources: invocation.sources, console: console, limit: console.loudness == .verbose ? nil : Report.usualLimit)
            .print(sink.diagnostics, with: console.complain)
        return .faults
    }

    private func run(_ spec: Spec, _ job: Job) -> ExitCode {
        do throws(Complaint) {
            let options = try MockSettings(job.settings, spec).options
            if let name = invocation.settings.single(.sendWebhook) { return try WebhookRun(invocation: invocation, spec: spec).send(name.text, seed: options.seed) }
            for option in [Option.to, .secret, .payload] where invocation.settings.isSet(option) {
                throw Complaint("'\(option.flag)' goes with '--send-webhook'")
            }
            return serve(spec, options, job)
        } catch {
            return console.refuse(error, see: "\(console.program) help mock")
        }
    }

    // MARK: - Serving

    private func serve(_ spec: Spec, _ options: MockOptions, _ job: Job) -> ExitCode {
        let settings = job.settings
        let report = reporter
        let mock = Mock(spec, options: options, report: report, writeSwift: swiftWriter(spec, job))
        let host = settings.single(.host)?.text ?? "127.0.0.1"
        let server = Server(
            host: host, port: settings.count(.port) ?? 4010, refused: { status, detail, _ in report(.unreadable(status, detail)) },
            handler: { mock.answer(to: $0) })
        let signals = SignalWait()
        // And some for the document, the terminal and webhooks.
        OpenFiles.allow(ServerLimits().connections + 100)
        let port: Int
        do throws(ServerError) {
            port = try server.start()
        } catch {
            console.complain("error: \(error.description)\n")
            return .faults
        }
        greet(spec, options, "http://\(host.contains(":") ? "[\(host)]" : host):\(port)", mock.ownsRoot)
        signals.wait()
        server.stop()
        server.wait()
        if console.loudness != .quiet, !invocation.settings.isOn(.jsonLog) { console.put("Stopped.\n") }
        return .fine
    }

    /// The page shows requests as calls of the client that this job generates. Its names are made when somebody looks.
    private func swiftWriter(_ spec: Spec, _ job: Job) -> Page.SwiftWriter {
        let options = job.options
        let writer = Locked<CallWriter?>(nil)
        return { trial in
            writer.use { writer in
                let ready = writer ?? CallWriter(spec, options: options)
                writer = ready
                return ready.call(
                    operation: trial.operation, parameters: trial.parameters.map { ($0.place, $0.name, $0.value) }, body: trial.body)
            }
        }
    }

    private func greet(_ spec: Spec, _ options: MockOptions, _ address: String, _ ownsRoot: Bool) {
        guard console.loudness != .quiet else { return }
        let title = spec.api.info.title.isEmpty ? "the document" : spec.api.info.title
        let count = spec.operations.count
        var text = "\(title) at \(address): \(count) \(count == 1 ? "operation" : "operations")\(options.isStateful ? ", with state" : "")."
        text += " For development only.\nA page for people is at \(address)\(ownsRoot ? "/__typewright" : "/"). Ctrl-C stops.\n"
        // A log of JSON is nothing but JSON.
        if invocation.settings.isOn(.jsonLog) { console.complain(text) } else { console.put(text) }
    }

    private var reporter: @Sendable (Exchange) -> Void {
        let console = console
        if invocation.settings.isOn(.jsonLog) { return { console.put($0.json) } }
        if console.loudness == .quiet { return { _ in } }
        let colors = console.colorsOutput
        return { console.put($0.line(colors: colors)) }
    }
}
