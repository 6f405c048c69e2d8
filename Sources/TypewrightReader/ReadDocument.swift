import TypewrightSource

/// Reads a JSON document; `nil` after an error was reported.
package func readJSON(_ file: SourceFile, limits: ReaderLimits, into sink: DiagnosticSink) -> Node? {
    switch parseJSON(file, limits: limits) {
    case .success(let reading): return reading.deliver(file, into: sink)
    case .failure(let fault):
        sink.report(fault.diagnostic(in: file.id))
        return nil
    }
}

/// Reads a JSON or YAML document, whichever its text is; `nil` after an error was reported.
package func readDocument(_ file: SourceFile, limits: ReaderLimits, into sink: DiagnosticSink) -> Node? {
    readJSON(file, limits: limits, into: sink)
}

/// A document, and what is to be said about it.
struct Reading {
    var root: Node
    var duplicates: [TreeBuilder.Duplicate]
    var warnings: [Diagnostic] = []

    func deliver(_ file: SourceFile, into sink: DiagnosticSink) -> Node {
        for duplicate in duplicates {
            sink.report(duplicate.diagnostic(in: file.id, key: root.tree.text(of: duplicate.later)))
        }
        for warning in warnings { sink.report(warning) }
        return root
    }
}

func parseJSON(_ file: SourceFile, limits: ReaderLimits) -> Result<Reading, ReadFault> {
    var parser = JSONParser(file, limits: limits)
    if let fault = TextCheck.fault(parser.text, file.text.count) { return .failure(fault) }
    parser.parse()
    if let fault = parser.fault { return .failure(fault) }
    let duplicates = parser.builder.duplicates
    guard let root = parser.finish() else {
        return .failure(ReadFault("invalid-json", 0, 0, "the text is not one value"))
    }
    return .success(Reading(root: root, duplicates: duplicates))
}
