import Foundation
import Testing
import TypewrightGenerator
import TypewrightSource
import TypewrightSpec
import TypewrightTestSupport

/// The client that the tests of the HTTP target call, and whose calls the documentation shows, is what comes out of
/// its document.
@Suite(.aside) struct SampleOutputTests {
    @Test func theSampleClientIsWhatIsGenerated() throws {
        let folder = GoldenCase.root.deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("TypewrightHTTPTests/Sample")
        let sink = DiagnosticSink()
        var options = GeneratorOptions()
        options.naming.clientName = "AgentClient"
        options.emission.access = .internal
        let result = TypewrightGenerator.generate(
            ["openapi.yaml"], files: FolderFiles(folder: folder), options: options, sources: SourceMap(), into: sink)
        let generation = try #require(result)
        #expect(sink.diagnostics.isEmpty)
        let isUpdate = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil
        let generated = folder.appendingPathComponent("Generated")
        let committed = try FileManager.default.contentsOfDirectory(atPath: generated.path).filter { $0.hasSuffix(".swift") }
        #expect(Set(committed) == Set(generation.files.map(\.path)))
        for file in generation.files {
            let url = generated.appendingPathComponent(file.path)
            let text = String(decoding: file.contents, as: UTF8.self)
            if isUpdate { try text.write(to: url, atomically: true, encoding: .utf8) }
            #expect(try String(contentsOf: url, encoding: .utf8) == text)
        }
        if isUpdate { Issue.record("the sample client was rewritten") }
    }
}
