import Foundation
import Testing
import TypewrightReader
import TypewrightSource
import TypewrightSpec

/// Real documents: each decodes without an error, and with as many operations and schemas as it has.
@Suite struct CorpusTests {
    /// The document, and how many operations and named schemas it has.
    static let documents: [(path: String, operations: Int, schemas: Int)] = [
        ("adyen-checkout.json", 0, 0), ("adyen-management.json", 0, 0), ("adyen-webhooks.json", 0, 0),
        ("discord.json", 0, 0), ("github.json", 0, 0), ("openai.json", 0, 0), ("readme-circular30.json", 0, 0),
        ("readme-petstore31.json", 0, 0), ("readme-polymorphism30.json", 0, 0), ("slack.json", 0, 0),
        ("stripe-2020.json", 0, 0), ("twilio-api.json", 0, 0),
    ]

    @Test(.enabled(if: SharedData.has("corpus"), "skipped: there is no corpus beside the checkout"), arguments: documents)
    func everyDocumentDecodes(path: String, operations: Int, schemas: Int) throws {
        let sources = SourceMap()
        let sink = DiagnosticSink()
        let files = FolderFiles(folder: SharedData.root.appendingPathComponent("corpus"))
        let start = ContinuousClock.now
        let spec = loadSpec(path, files: files, sources: sources, sink: sink)
        let elapsed = ContinuousClock.now - start
        var counts: [String: Int] = [:]
        for d in sink.diagnostics { counts[d.code, default: 0] += 1 }
        print(path, spec?.operations.count ?? -1, spec?.namedSchemas.count ?? -1, spec?.schemas.count ?? -1, elapsed, counts)
        var messages: [String: Int] = [:]
        for d in sink.diagnostics { messages[d.message, default: 0] += 1 }
        for (m, n) in messages.sorted(by: { $0.value > $1.value }).prefix(12) { print("   ", n, m) }
    }
}
