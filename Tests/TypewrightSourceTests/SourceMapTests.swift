import Testing
import TypewrightSource

@Suite struct SourceMapTests {
    @Test func positionsCountFromOneInCharacters() {
        let sources = SourceMap()
        _ = sources.add(path: "other", text: [])
        let file = sources.add(path: "pets", text: Array("aé\n😀x\r\n\ry".utf8))
        let offsets: [(UInt32, Int, Int)] = [(0, 1, 1), (1, 1, 2), (3, 1, 3), (4, 2, 1), (8, 2, 2), (11, 3, 1), (12, 4, 1), (99, 4, 2)]
        for (offset, line, column) in offsets {
            let position = sources.position(of: offset, in: file.id)
            #expect(position.line == line && position.column == column, "\(offset)")
        }
        #expect(sources[file.id].path == "pets")
    }

    @Test func sinkCountsBySeverity() {
        let sink = DiagnosticSink()
        for severity in [Diagnostic.Severity.error, .warning, .warning, .note] {
            sink.report(Diagnostic(code: "x", severity: severity, message: "m"))
        }
        #expect(sink.diagnostics.count == 4 && sink.errorCount == 1 && sink.warningCount == 2)
    }
}
