import Foundation
import Testing
import TypewrightEmission
import TypewrightGenerator
import TypewrightSource
import TypewrightSpec
import TypewrightTestSupport

/// The committed snapshot has a file for each type, a build plugin a fixed number of files: the declarations are the same.
@Suite struct LayoutTests {
    private func pieces(_ layout: EmissionOptions.Layout) throws -> [(path: String, body: String)] {
        let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        var options = GeneratorOptions()
        options.naming.clientName = "RevoxClient"
        options.emission.environmentPrefix = "REVOX"
        options.emission.layout = layout
        let sink = DiagnosticSink()
        let generation = generate(
            ["revox.json"], files: FolderFiles(folder: repository.appendingPathComponent("spec")), options: options, sources: SourceMap(), into: sink)
        return try #require(generation).files.map { ($0.path, body(String(decoding: $0.contents, as: UTF8.self))) }
    }

    /// Without the heading: a comment and the imports.
    private func body(_ text: String) -> String {
        let paragraphs = text.components(separatedBy: "\n\n")
        let rest = paragraphs.drop { $0.hasPrefix("// Generated") || $0.hasPrefix("import") || $0.contains("import Typewright") }
        return rest.joined(separator: "\n\n").trimmingCharacters(in: .newlines)
    }

    @Test(arguments: [1, 8, 64])
    func theDeclarationsAreTheSame(_ count: Int) throws {
        let perType = try pieces(.filePerType)
        let shards = try pieces(.shards(count))
        #expect(shards.count == count)
        #expect(perType.count > 20)
        for piece in perType {
            #expect(shards.count { $0.body.contains(piece.body) } == 1, "\(piece.path)")
        }
        // Two line ends between the pieces of a shard, and nothing else.
        let filled = shards.filter { !$0.body.isEmpty }
        let total = perType.reduce(0) { $0 + $1.body.utf8.count } + 2 * (perType.count - filled.count)
        #expect(filled.reduce(0) { $0 + $1.body.utf8.count } == total)
    }

    /// A plugin has to know them before a document is read.
    @Test func shardNamesAreFixed() throws {
        let names = try pieces(.shards(12)).map(\.path)
        #expect(names == (0..<12).map { String(format: "Generated%02d.swift", $0) })
    }
}
