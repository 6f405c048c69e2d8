import Testing
import TypewrightReader
import TypewrightTestSupport

/// Real documents are read without an error.
@Suite(.aside, .enabled(if: SharedData.has("corpus"), "skipped: the real documents are not there"))
struct CorpusTests {
    @Test func everyDocumentIsRead() {
        let files = SharedData.texts("corpus", endings: [".json", ".yaml", ".yml"])
        #expect(files.count == 2931)
        for (path, text) in files {
            let result = reading(text, path: path)
            #expect(result.node?.kind == .object || path.contains("digitalocean"), "\(path)")
            #expect(result.node != nil && result.diagnostics.isEmpty, "\(path): \(result.rendered)")
        }
    }

    /// The same document in both languages gives the same tree.
    @Test(arguments: ["openai", "twilio-api"])
    func bothLanguagesAgree(name: String) {
        let texts = [".json", ".yaml"].map { SharedData.texts("corpus", endings: ["\(name)\($0)"]).first?.text ?? [] }
        let trees = texts.compactMap { reading($0).node }
        #expect(trees.count == 2)
        #expect(trees.first.map(Value.init) == trees.last.map(Value.init))
    }
}
