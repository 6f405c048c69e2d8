import Foundation
import Testing
import TypewrightModel
import TypewrightReader
import TypewrightSource
import TypewrightSpec
import TypewrightTestSupport

@testable import TypewrightLowering

/// "Nothing is dropped": what real documents say, counted on the nodes, against the model.
@Suite struct NothingIsMissingTests {
    static let documents = [
        "adyen-checkout.json", "adyen-management.json", "adyen-webhooks.json", "asana.yaml", "digitalocean/DigitalOcean-public.v2.yaml",
        "discord.json", "github.json", "google-sheets.yaml", "intercom.yaml", "oai-api-with-examples.yaml", "oai-callback-example.yaml",
        "oai-link-example.yaml", "oai-petstore-expanded.yaml", "oai-petstore.yaml", "oai-uspto.yaml", "openai.json", "openai.yaml",
        "readme-circular30.json", "readme-petstore31.json", "readme-polymorphism30.json", "slack.json", "stripe-2020.json",
        "twilio-api.json", "twilio-api.yaml",
    ]

    @Test(.enabled(if: SharedData.has("corpus"), "skipped: there is no corpus beside the checkout"), arguments: documents)
    func everythingComesOut(_ document: String) throws {
        let path = URL(fileURLWithPath: document)
        let sink = DiagnosticSink()
        let folder = SharedData.place(of: "corpus").appendingPathComponent(document.contains("/") ? "digitalocean" : "")
        let spec = try #require(loadSpec(path.lastPathComponent, files: FolderFiles(folder: folder), sources: SourceMap(), sink: sink))
        #expect(sink.errorCount == 0)
        let api = lower(spec, options: LoweringOptions(), into: sink)
        #expect(api.operations.count == operations(spec.api.node))

        var types: [String: TypeDeclaration] = [:]
        for type in api.types { types[type.origin.location] = type }
        var compared = 0
        for named in spec.namedSchemas {
            let schema = spec[named.schema]
            let type = try #require(types[schema.location], "\(schema.location)")
            compared += compare(schema, type, spec)
        }
        #expect(compared > 0 || spec.namedSchemas.isEmpty)
    }

    /// What the named schema says itself; what it says through others is theirs.
    private func compare(_ schema: Schema, _ type: TypeDeclaration, _ spec: Spec) -> Int {
        switch type.shape {
        case .object(let object):
            let names = Set(object.properties.map(\.name))
            let said = (schema.object?.properties ?? []).filter { spec[$0.schema].boolean != false }.map(\.name)
            #expect(Set(said).subtracting(names).isEmpty, "\(schema.location)")
            return said.count
        case .enumeration(let enumeration):
            let said = Set((schema.enumeration ?? []).filter { $0.kind != .null }.map { literal(of: $0) })
            #expect(said.subtracting(enumeration.values.map(\.literal)).isEmpty, "\(schema.location)")
            return said.count
        case .union(let union):
            return union.branches.count
        case .alias, .tuple:
            return 1
        }
    }

    private func operations(_ root: Node) -> Int {
        let methods: Set<String> = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"]
        var count = 0
        for item in root["paths"].map({ Array($0.members) }) ?? [] {
            for member in item.value.members where methods.contains(member.key) { count += 1 }
        }
        return count
    }
}
