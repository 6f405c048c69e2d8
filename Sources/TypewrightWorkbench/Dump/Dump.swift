import TypewrightDriver
import TypewrightEmission
import TypewrightGenerator
import TypewrightLowering
import TypewrightReader
import TypewrightSource
import TypewrightSpec

/// The boundaries between rooms that can be looked at.
enum DumpStage: String, CaseIterable {
    case nodes, document, model, names
}

extension Dumping {
    /// `generate --dump STAGE`: what stands at a boundary, as plain text that is the same for the same input.
    package static let stages = Dumping(
        option: .switching(
            "dump", .choice(DumpStage.allCases.map(\.rawValue)), .run, "Print what a stage of the generator made, and write nothing."),
        text: { run, stage in DumpStage(rawValue: stage).flatMap { dump($0, of: run) } })
}

private func dump(_ stage: DumpStage, of run: JobRun) -> String? {
    let sources = run.sources
    let options = run.job.options
    if stage == .nodes {
        return run.open().flatMap { dumpNodes($0, files: run.folder, options: options, sources: sources, into: run.sink) }
    }
    guard let spec = run.load() else { return nil }
    if stage == .document { return DocumentDump(spec: spec, sources: sources).text() }
    let api = lower(spec, options: options.lowering, into: run.sink)
    if stage == .model { return ModelDump(api: api).text() }
    return NamesDump(api: api, names: name(api, options: options.naming, into: run.sink)).text()
}

private func dumpNodes(
    _ documents: [String], files: any FileProvider, options: GeneratorOptions, sources: SourceMap, into sink: DiagnosticSink
) -> String? {
    var text = ""
    for path in documents {
        guard let bytes = files.contents(of: path) else { return nil }
        let file = sources.add(path: files.shownPath(of: path), text: bytes)
        guard let root = readDocument(file, limits: options.loading.readerLimits, into: sink) else { return nil }
        text += NodeDump(sources: sources).text(of: root)
    }
    return text
}

/// Lines under a heading, by indentation.
struct DumpText {
    private(set) var text = ""
    private var depth = 0

    mutating func line(_ line: String) {
        text += String(repeating: "  ", count: depth) + line + "\n"
    }

    mutating func line(_ line: String, _ inside: (inout DumpText) -> Void) {
        self.line(line)
        depth += 1
        inside(&self)
        depth -= 1
    }
}
