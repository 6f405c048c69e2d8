import TypewrightEmission
import TypewrightLowering
import TypewrightReader
import TypewrightSource
import TypewrightSpec

/// The boundaries between rooms that can be looked at.
package enum DumpStage: String, Sendable, CaseIterable {
    case nodes, document, model, names
}

/// What stands at a boundary, as plain text that is the same for the same input; `nil` after an error was reported.
package func dump(
    _ stage: DumpStage, _ documents: [String], files: any FileProvider, options: GeneratorOptions, sources: SourceMap,
    into sink: DiagnosticSink
) -> String? {
    if stage == .nodes { return dumpNodes(documents, files: files, options: options, sources: sources, into: sink) }
    guard let spec = load(documents, files: files, options: options, sources: sources, into: sink) else { return nil }
    if stage == .document { return DocumentDump(spec: spec, sources: sources).text() }
    let api = lower(spec, options: options.lowering, into: sink)
    if stage == .model { return ModelDump(api: api).text() }
    return NamesDump(api: api, names: name(api, options: options.naming, into: sink)).text()
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
