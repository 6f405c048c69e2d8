import Foundation
import Testing
import TypewrightReader
import TypewrightSource
import TypewrightSpec
import TypewrightTestSupport

/// Real documents: each decodes without an error, and with as many operations, webhooks and named schemas as it has.
@Suite(.aside, .enabled(if: SharedData.has("corpus"), "skipped: there is no corpus beside the checkout"))
struct CorpusTests {
    struct Document: CustomTestStringConvertible {
        let path: String
        let operations: Int
        let webhooks: Int
        let schemas: Int

        var testDescription: String { path }
    }

    static let documents = [
        Document(path: "adyen-checkout.json", operations: 28, webhooks: 0, schemas: 250),
        Document(path: "adyen-management.json", operations: 134, webhooks: 0, schemas: 267),
        Document(path: "adyen-webhooks.json", operations: 0, webhooks: 48, schemas: 115),
        Document(path: "discord.json", operations: 242, webhooks: 0, schemas: 539),
        Document(path: "github.json", operations: 767, webhooks: 0, schemas: 299),
        Document(path: "openai.json", operations: 288, webhooks: 16, schemas: 1422),
        Document(path: "readme-circular30.json", operations: 3, webhooks: 0, schemas: 11),
        Document(path: "readme-petstore31.json", operations: 20, webhooks: 0, schemas: 6),
        Document(path: "readme-polymorphism30.json", operations: 13, webhooks: 0, schemas: 7),
        Document(path: "slack.json", operations: 174, webhooks: 0, schemas: 48),
        Document(path: "stripe-2020.json", operations: 355, webhooks: 0, schemas: 316),
        Document(path: "twilio-api.json", operations: 197, webhooks: 0, schemas: 148),
        Document(path: "asana.yaml", operations: 247, webhooks: 0, schemas: 273),
        Document(path: "digitalocean/DigitalOcean-public.v2.yaml", operations: 659, webhooks: 0, schemas: 0),
        Document(path: "google-sheets.yaml", operations: 17, webhooks: 0, schemas: 245),
        Document(path: "intercom.yaml", operations: 231, webhooks: 0, schemas: 338),
        Document(path: "oai-api-with-examples.yaml", operations: 2, webhooks: 0, schemas: 0),
        Document(path: "oai-callback-example.yaml", operations: 1, webhooks: 0, schemas: 0),
        Document(path: "oai-link-example.yaml", operations: 6, webhooks: 0, schemas: 3),
        Document(path: "oai-petstore-expanded.yaml", operations: 4, webhooks: 0, schemas: 3),
        Document(path: "oai-petstore.yaml", operations: 3, webhooks: 0, schemas: 3),
        Document(path: "oai-uspto.yaml", operations: 3, webhooks: 0, schemas: 1),
        Document(path: "openai.yaml", operations: 288, webhooks: 16, schemas: 1422),
        Document(path: "twilio-api.yaml", operations: 197, webhooks: 0, schemas: 148),
        Document(path: "json-schema/vega.json", operations: 0, webhooks: 0, schemas: 132),
    ]

    @Test(arguments: documents)
    func everyDocumentDecodes(_ document: Document) throws {
        let sink = DiagnosticSink()
        let files = FolderFiles(folder: SharedData.place(of: "corpus"))
        let spec = try #require(loadSpec(document.path, files: files, sources: SourceMap(), sink: sink))
        #expect(sink.errorCount == 0)
        #expect(spec.operations.count == document.operations)
        #expect(spec.api.webhooks.count == document.webhooks)
        #expect(spec.namedSchemas.filter { $0.origin != .file }.count == document.schemas)
        let dangling = sink.diagnostics.filter { $0.code == "dangling-reference" }
        #expect(dangling.isEmpty)
    }
}
