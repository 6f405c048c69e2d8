import TypewrightSource

/// Reads a JSON or YAML document, whichever its text is; `nil` after an error was reported. Of a YAML stream
/// the first document counts. A document may be forgiven what only a strict reader minds, with a warning; a value
/// that is to be judged may not.
package func readDocument(_ file: SourceFile, limits: ReaderLimits, isForgiving: Bool = false, into sink: DiagnosticSink) -> Node? {
    switch parse(file, limits: limits, isForgiving: isForgiving) {
    case .success(let reading) where reading.roots.isEmpty:
        let fault = ReadFault("empty-document", 0, 0, "the file holds no value")
        sink.report(fault.diagnostic(in: file.id))
        return nil
    case .success(let reading):
        reading.report(file, into: sink)
        if reading.roots.count > 1 {
            sink.report(Diagnostic(
                code: "multiple-documents", severity: .warning, message: "the file holds \(reading.roots.count) documents; only the first is read",
                range: reading.roots[1].range
            ))
        }
        return reading.roots.first
    case .failure(let fault):
        sink.report(fault.diagnostic(in: file.id))
        return nil
    }
}

/// Reads a JSON document; `nil` after an error was reported.
package func readJSON(_ file: SourceFile, limits: ReaderLimits, into sink: DiagnosticSink) -> Node? {
    deliver(parseJSON(file, limits: limits), file, into: sink)?.first
}

/// Reads all documents of a YAML stream, which may be none; `nil` after an error was reported.
package func readStream(_ file: SourceFile, limits: ReaderLimits, into sink: DiagnosticSink) -> [Node]? {
    deliver(parseYAML(file, limits: limits), file, into: sink)
}

private func deliver(_ result: Result<Reading, ReadFault>, _ file: SourceFile, into sink: DiagnosticSink) -> [Node]? {
    switch result {
    case .success(let reading):
        reading.report(file, into: sink)
        return reading.roots
    case .failure(let fault):
        sink.report(fault.diagnostic(in: file.id))
        return nil
    }
}

/// The documents of a text, and what is to be said about them.
private struct Reading {
    var roots: [Node]
    var duplicates: [TreeBuilder.Duplicate]
    var warnings: [ReadFault] = []

    func report(_ file: SourceFile, into sink: DiagnosticSink) {
        for duplicate in duplicates {
            let key = roots.first?.tree.text(of: duplicate.later) ?? ""
            sink.report(duplicate.diagnostic(in: file.id, key: key))
        }
        for warning in warnings {
            var diagnostic = warning.diagnostic(in: file.id)
            diagnostic.severity = .warning
            sink.report(diagnostic)
        }
    }
}

/// JSON where the text is JSON, else YAML. Which fault is told when it is neither: that of the language it
/// seems to be written in.
private func parse(_ file: SourceFile, limits: ReaderLimits, isForgiving: Bool) -> Result<Reading, ReadFault> {
    let lead = LeadingByte(file.text)
    guard lead.mayBeginJSON else { return parseYAML(file, limits: limits) }
    let json = parseJSON(file, limits: limits)
    guard case .failure(let fault) = json, fault.code == "invalid-json" || fault.code == "empty-document" else { return json }
    guard lead.isBracket else { return parseYAML(file, limits: limits) }
    if isForgiving, case .success(let reading) = parseJSON(file, limits: limits, forgivesCommas: true) { return .success(reading) }
    // YAML would take many a slip in JSON for something else: `{"a": 1, // why` has a key `// why`.
    if file.path.hasSuffix(".json") { return json }
    let yaml = parseYAML(file, limits: limits)
    guard lead.isFollowedByQuote else { return yaml }
    guard case .success(var reading) = yaml else { return json }
    var warning = fault
    warning.code = "not-json"
    warning.message = "this is YAML, but no JSON: " + fault.message
    reading.warnings.append(warning)
    return .success(reading)
}

private func parseJSON(_ file: SourceFile, limits: ReaderLimits, forgivesCommas: Bool = false) -> Result<Reading, ReadFault> {
    var parser = JSONParser(file, limits: limits, forgivesCommas: forgivesCommas)
    if let fault = TextCheck.fault(parser.text, file.text.count) { return .failure(fault) }
    parser.parse()
    if let fault = parser.fault { return .failure(fault) }
    let duplicates = parser.builder.duplicates
    let warnings = parser.warnings
    return .success(Reading(roots: parser.finish(), duplicates: duplicates, warnings: warnings))
}

private func parseYAML(_ file: SourceFile, limits: ReaderLimits) -> Result<Reading, ReadFault> {
    do throws(ReadFault) {
        var parser = YAMLParser(file, limits: limits)
        if let fault = TextCheck.fault(parser.text, file.text.count) { throw fault }
        try parser.parseStream()
        var composer = YAMLComposer(parser, file: file.id, limits: limits)
        try composer.compose()
        let duplicates = composer.builder.duplicates
        let warnings = composer.warnings
        return .success(Reading(roots: composer.finish(), duplicates: duplicates, warnings: warnings))
    } catch {
        return .failure(error)
    }
}

/// What a text begins with, which tells the language it is probably in.
private struct LeadingByte {
    let isBracket: Bool
    /// A bracket and a double quote, as JSON has it.
    let isFollowedByQuote: Bool
    let mayBeginJSON: Bool

    init(_ text: [UInt8]) {
        var index = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        func skipSpace() {
            while index < text.count, text[index] <= 0x20 { index += 1 }
        }
        skipSpace()
        let first = index < text.count ? text[index] : 0
        index += 1
        skipSpace()
        isBracket = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
        isFollowedByQuote = isBracket && index < text.count && text[index] == UInt8(ascii: "\"")
        switch first {
        case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
            mayBeginJSON = true
        default: mayBeginJSON = false
        }
    }
}
