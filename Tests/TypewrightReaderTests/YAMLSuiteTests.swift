import Testing
import TypewrightReader
import TypewrightSource
import TypewrightTestSupport

@Suite(.enabled(if: SharedData.has(YAMLSuite.folder), "skipped: the YAML test suite is not there"))
struct YAMLSuiteTests {
    /// Cases that do not come out as the suite has it, with the reason. One that does must leave.
    static let expectedFailures: [String: String] = [
        "ZYU8-2": "extra words after a version; the suite itself skips this case, and refuses such words in H7TQ"
    ]

    @Test func everyCaseComesOutAsItShould() {
        let cases = YAMLSuite.cases()
        #expect(cases.count == 406)
        #expect(cases.filter(\.fails).count == 94)
        #expect(cases.filter { $0.json != nil }.count > 275)
        for item in cases {
            let difference = Self.difference(of: item)
            if let reason = Self.expectedFailures[item.id] {
                #expect(difference != nil, "\(item.id) passes now: take it from the list (\(reason))")
            } else if let difference {
                Issue.record("\(item.id): \(difference)\n\(String(decoding: item.text, as: UTF8.self))")
            }
        }
    }

    private static func difference(of item: YAMLCase) -> String? {
        let sources = SourceMap()
        let sink = DiagnosticSink()
        let file = sources.add(path: item.id, text: item.text)
        let roots = readStream(file, limits: ReaderLimits(), into: sink)
        let events = yamlEvents(of: file, limits: ReaderLimits())
        let faults = sink.diagnostics.filter { $0.severity == .error }
        if item.fails {
            if roots != nil { return "is accepted: \(events ?? [])" }
            return faults.contains { $0.range != nil } ? nil : "is refused without a position"
        }
        guard let roots, let events else {
            return faults.map { DiagnosticRenderer(sources: sources).render($0) }.joined()
        }
        if let tree = item.tree, tree != events { return "events\n\(events)\ninstead of\n\(tree)" }
        if let json = item.json {
            guard let expected = jsonValues(json) else { return "the expected JSON cannot be read: \(json)" }
            let values = roots.map(Value.init)
            if values != expected { return "\(values) instead of \(expected)" }
        }
        return nil
    }
}
