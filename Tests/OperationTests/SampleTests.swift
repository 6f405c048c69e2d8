import Foundation
import Testing
import TypewrightEmission
import TypewrightGenerator
import TypewrightRuntime
import TypewrightSource
import TypewrightSpec

/// `Generated` is what comes out of `document.yaml`, so that the other tests here test the generator and
/// the runtime together. `UPDATE_GOLDEN=1 swift test --filter OperationTests` rewrites it, and fails.
@Suite struct SampleTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

    private struct Files: FileProvider {
        func contents(of path: String) -> [UInt8]? {
            (try? Data(contentsOf: SampleTests.folder.appendingPathComponent(path))).map { Array($0) }
        }
    }

    @Test func theCommittedCodeIsWhatIsGenerated() throws {
        var options = GeneratorOptions()
        options.emission.access = .internal
        options.naming.clientName = "PlacesClient"
        let sink = DiagnosticSink()
        let generation = try #require(generate(["document.yaml"], files: Files(), options: options, sources: SourceMap(), into: sink))
        #expect(sink.diagnostics.map(\.message) == [])
        let output = Self.folder.appendingPathComponent("Generated")
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try? FileManager.default.removeItem(at: output)
            try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
            for file in generation.files { try Data(file.contents).write(to: output.appendingPathComponent(file.path)) }
            Issue.record("rewritten")
            return
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: output.path).sorted() == generation.files.map(\.path).sorted())
        for file in generation.files {
            let committed = try String(contentsOf: output.appendingPathComponent(file.path), encoding: .utf8)
            #expect(String(decoding: file.contents, as: UTF8.self) == committed, "\(file.path)")
        }
    }
}

/// A client over a transport that answers from memory, and what it was asked.
struct Sample {
    let transport: InMemoryTransport
    let places: PlacesClient

    init(_ answer: TransportResponse = TransportResponse(status: 204), validation: ValidationPolicy = ValidationPolicy()) {
        transport = InMemoryTransport(answer)
        var configuration = ClientConfiguration()
        configuration.environment = { _ in nil }
        configuration.validation = validation
        places = PlacesClient(configuration: configuration, transport: transport)
    }

    var request: RecordedRequest {
        get async throws { try #require(await transport.requests.last) }
    }
}
