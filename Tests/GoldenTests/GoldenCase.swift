import Foundation
import Testing
import TypewrightGenerator
import TypewrightSource
import TypewrightSpec
import TypewrightTestSupport

/// A folder under `Cases`: a document, and what comes out of it. Its name is a sentence.
///
/// - `document.json` or `document.yaml`, with whatever files it refers to;
/// - `expected/` the files of Swift;
/// - `diagnostics.txt` the reports, where there are any.
struct GoldenCase: Sendable, CustomTestStringConvertible {
    let name: String
    let folder: URL

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Cases")

    static let all: [GoldenCase] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted().map { GoldenCase(name: $0, folder: root.appendingPathComponent($0)) }
    }()

    var testDescription: String { name }

    var document: String {
        FileManager.default.fileExists(atPath: folder.appendingPathComponent("document.yaml").path) ? "document.yaml" : "document.json"
    }

    struct Output {
        var files: [String: String]
        var diagnostics: String
    }

    func generate(_ change: (inout GeneratorOptions) -> Void = { _ in }) -> Output {
        let sink = DiagnosticSink()
        let sources = SourceMap()
        var options = GeneratorOptions()
        options.naming.clientName = "\(name.split(separator: "-").map(\.capitalized).joined())Client"
        change(&options)
        let result = TypewrightGenerator.generate([document], files: FolderFiles(folder: folder), options: options, sources: sources, into: sink)
        var files: [String: String] = [:]
        for file in result?.files ?? [] { files[file.path] = String(decoding: file.contents, as: UTF8.self) }
        let renderer = DiagnosticRenderer(sources: sources)
        return Output(files: files, diagnostics: sink.diagnostics.map { renderer.render($0) }.joined(separator: "\n"))
    }

    /// What is committed.
    var expected: Output {
        let output = folder.appendingPathComponent("expected")
        var files: [String: String] = [:]
        for name in (try? FileManager.default.contentsOfDirectory(atPath: output.path)) ?? [] {
            files[name] = try? String(contentsOf: output.appendingPathComponent(name), encoding: .utf8)
        }
        let diagnostics = try? String(contentsOf: folder.appendingPathComponent("diagnostics.txt"), encoding: .utf8)
        return Output(files: files, diagnostics: diagnostics ?? "")
    }

    func update(_ output: Output) throws {
        let folder = folder.appendingPathComponent("expected")
        try? FileManager.default.removeItem(at: folder)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in output.files { try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8) }
        let diagnostics = self.folder.appendingPathComponent("diagnostics.txt")
        try? FileManager.default.removeItem(at: diagnostics)
        if !output.diagnostics.isEmpty { try output.diagnostics.write(to: diagnostics, atomically: true, encoding: .utf8) }
    }
}
