import TypewrightGenerator
import TypewrightSource

extension Command {
    package static let generate = generate(dumping: nil)

    /// `dumping` adds the option that prints what a stage made.
    package static func generate(dumping: Dumping?) -> Command {
        Command(
            name: "generate",
            summary: "Write Swift from a document.",
            discussion: [
                """
                Reads an OpenAPI document or a JSON Schema and writes its types, validators and client to a folder. \
                Only files that changed are written, and files of an earlier run that are not needed any more are removed; \
                other people's files stay as they are. Faults in the document are warnings and cost precision, never the rest.
                """,
                """
                With no document the config says what to do: typewright.json here or in the folder spec. \
                The key that stands in brackets below is the option's name in the config, where paths are relative to the config; \
                what the command line says comes on top. A config is an object of such keys, or an array of objects for several documents.
                """,
            ],
            examples: [
                Example("typewright generate petstore.json --output Sources/Petstore", "One document, without a config."),
                Example("typewright generate", "Do what the config says."),
                Example("typewright generate --check", "For continuous integration: fail if the committed files are out of date."),
            ],
            operands: [Operand("DOCUMENT", isRepeated: true)],
            options: [Option.config] + Option.settings + [.check, .dryRun] + (dumping.map { [$0.option] } ?? []) + Option.plan,
            run: { GenerateRun(invocation: $0, dumping: dumping).run() })
    }
}

/// What stands between two rooms, as text: for those who work on them, so not every tool has it.
package struct Dumping: Sendable {
    package var option: Option
    /// Of the stage that the option names; `nil` after an error was reported.
    package var text: @Sendable (JobRun, String) -> String?

    package init(option: Option, text: @escaping @Sendable (JobRun, String) -> String?) {
        self.option = option
        self.text = text
    }
}

/// `typewright generate`, once.
private struct GenerateRun {
    let invocation: Invocation
    let dumping: Dumping?
    let sink = DiagnosticSink()
    let watch = Stopwatch()

    private var console: Console { invocation.console }
    private var settings: Settings { invocation.settings }
    private var stage: Told? { dumping.flatMap { settings.single($0.option) } }

    func run() -> ExitCode {
        switch JobFinder(invocation: invocation, sink: sink).find() {
        case .unclear(let complaint):
            return console.refuse(complaint)
        case .faults:
            Report(sources: invocation.sources, console: console).print(sink.diagnostics, with: console.complain)
            return .faults
        case .jobs(let jobs):
            guard stage != nil || jobs.allSatisfy({ $0.output != nil }) else {
                return console.refuse(Complaint(
                    "no output folder is named", help: "name one with '--output DIR', or with \"output\" in the config"))
            }
            return run(jobs)
        }
    }

    private func run(_ jobs: [Job]) -> ExitCode {
        guard Plan(settings: settings, sink: sink).fits(jobs) else {
            Report(sources: invocation.sources, console: console).print(sink.diagnostics, with: console.complain)
            return .faults
        }
        var result = ExitCode.fine
        for (index, job) in jobs.enumerated() {
            let code = run(job, isLast: index == jobs.count - 1)
            if result == .fine { result = code }
        }
        if result == .fine, let stamp = settings.single(.stamp) { result = write(stamp: stamp.text) }
        return result
    }

    /// Tells a build system that the check was passed.
    private func write(stamp path: String) -> ExitCode {
        do throws(DiskFault) {
            try Disk.remove(path)
            try Disk.create(path, [])
            return .fine
        } catch {
            return console.refuse(error)
        }
    }

    /// Each job has a sink of its own: a fault of one document is no reason to lose another's.
    private func run(_ job: Job, isLast: Bool) -> ExitCode {
        let sink = DiagnosticSink()
        let run = JobRun(job, sources: invocation.sources, sink: sink)
        let report = Report(
            sources: invocation.sources, console: console, isStrict: job.isStrict,
            limit: console.loudness == .verbose ? nil : Report.usualLimit)
        if let dumping, let stage {
            let text = dumping.text(run, stage.text)
            report.print(sink.diagnostics, with: console.complain)
            if let text { console.put(text) }
            return text == nil ? .faults : .fine
        }
        let generation = run.generate()
        if isLast { generation?.keepForGood() }
        if let generation { Plan(settings: settings, sink: sink).check(run, generation) }
        report.print(sink.diagnostics, with: console.complain)
        let effective = report.effective(sink.diagnostics)
        guard let generation, !effective.contains(where: { $0.severity == .error }), let output = job.output else {
            if console.loudness != .quiet { console.complain("Nothing was \(settings.isOn(.check) ? "compared" : "written"): \(Report.tally(effective)).\n") }
            return .faults
        }
        return deliver(generation, OutputFolder(path: output.text, prefix: job.filePrefix), job)
    }

    private func deliver(_ generation: Generation, _ folder: OutputFolder, _ job: Job) -> ExitCode {
        let delivery = Delivery(generation: generation, folder: folder, document: job.documents.map(\.text).joined(separator: ", "), console: console, watch: watch)
        do throws(DiskFault) {
            if settings.isOn(.check) { return try delivery.check() }
            if settings.isOn(.dryRun) { return try delivery.rehearse() }
            return try delivery.write()
        } catch {
            return console.refuse(error)
        }
    }
}
