import Foundation
import Testing
import TypewrightHTTP
import TypewrightRuntime

/// The code in the documentation is code that was compiled.
@Suite struct SnippetTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

    @Test func theArticleShowsOnlyWhatCompiles() throws {
        let article = Self.folder.appendingPathComponent("../../Sources/TypewrightHTTP/Documentation.docc/CallingAnAPI.md")
        let blocks = Self.code(in: try String(contentsOf: article, encoding: .utf8))
        #expect(blocks.count >= 16)
        let sources = try ["Snippets/Snippets.swift", "Snippets/OtherTransport.swift"].map {
            Self.trimmed(try String(contentsOf: Self.folder.appendingPathComponent($0), encoding: .utf8))
        }
        for block in blocks {
            #expect(sources.contains { $0.contains(Self.trimmed(block)) }, "not in a compiled file:\n\(block)")
        }
    }

    /// What stands between "```swift" and "```".
    static func code(in markdown: String) -> [String] {
        var blocks: [String] = []
        var current: [Substring]?
        for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
            if line == "```swift" {
                current = []
            } else if line == "```", let lines = current {
                blocks.append(lines.joined(separator: "\n"))
                current = nil
            } else {
                current?.append(line)
            }
        }
        return blocks
    }

    /// Without indentation and empty lines, and with an end to the last line.
    static func trimmed(_ code: String) -> String {
        code.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) + "\n" }.filter { $0 != "\n" }.joined()
    }

    @Test func anotherTransport() async throws {
        let agents = AgentClient(apiKey: "key", baseURL: "http://x", transport: OtherTransport(library: OtherLibrary()))
        let echo: JSONValue = try await agents.post("/x", body: [1, 2])
        #expect(echo["bytes"]?.int == 5)
        let error = await failure { try await agents.get("/slow", options: RequestOptions(maxRetries: 0)) as JSONValue }
        #expect(error?.kind == "timeout")
    }

    /// Everything can be called from the main actor, and what comes back can be kept there.
    @MainActor @Test func onTheMainActor() async throws {
        let transport = InMemoryTransport { request in
            request.path.hasSuffix("events")
                ? .chunks([Array("data: {\"id\":\"a\",\"name\":\"n\"}\n\ndata: [DONE]\n\n".utf8)])
                : .json(#"{"id":"a","name":"n","assistants":[{"id":"b","name":"m"}]}"#)
        }
        let agents = AgentClient(apiKey: "key", transport: transport)
        let screen = Screen()
        screen.names.append(try await agents.assistants.retrieve("a").name)
        screen.names.append(try await agents.assistants.withResponse { try await $0.retrieve("a") }.value.name)
        for try await assistant in agents.assistants.listAll() { screen.names.append(assistant.name) }
        for try await assistant in try await agents.assistants.events("a") { screen.names.append(assistant.name) }
        #expect(screen.names == ["n", "n", "m", "n"])
    }

    @MainActor final class Screen {
        var names: [String] = []
    }
}
