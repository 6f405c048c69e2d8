import Foundation
import Testing

/// The code in the article is code that was compiled.
@Suite struct SnippetTests {
    @Test func theArticleShowsOnlyWhatCompiles() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let article = try String(
            contentsOf: folder.appendingPathComponent("../../Sources/TypewrightHTTP/Documentation.docc/AnswersAndWebhooks.md"), encoding: .utf8)
        let source = trimmed(try String(contentsOf: folder.appendingPathComponent("Snippets.swift"), encoding: .utf8))
        let blocks = article.components(separatedBy: "```swift\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
        #expect(blocks.count == 8)
        for block in blocks { #expect(source.contains(trimmed(block)), "not in Snippets.swift:\n\(block)") }
    }

    /// Without indentation and empty lines.
    private func trimmed(_ code: String) -> String {
        code.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) + "\n" }.filter { $0 != "\n" }.joined()
    }
}
