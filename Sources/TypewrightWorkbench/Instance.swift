import TypewrightDriver
import TypewrightReader
import TypewrightSource

/// Reads a file of JSON or YAML that is no document, or standard input where the path is `-`;
/// `nil` after an error was reported.
package func readInstance(_ path: String, sources: SourceMap, into sink: DiagnosticSink) -> Node? {
    do throws(DiskFault) {
        let bytes = try path == "-" ? Disk.standardInput() : Disk.contents(of: path)
        let file = sources.add(path: path == "-" ? "<standard input>" : path, text: bytes)
        return readDocument(file, limits: ReaderLimits(), into: sink)
    } catch {
        sink.report(Diagnostic(code: "unreadable-file", severity: .error, message: error.message))
        return nil
    }
}
