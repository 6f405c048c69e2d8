import Foundation
import Revox
import Testing
@testable import TypewrightMock
import TypewrightRuntime

/// The article about the mock, run.
@Suite struct TutorialTests {
    @Test func theArticleDoesWhatItSays() async throws {
        var options = MockOptions()
        options.isStateful = true
        let statuses = Locked<[Int]>([])
        let mock = Mock(try Mocking.revox(), options: options) { exchange in statuses.use { $0.append(exchange.status) } }
        let server = Server { mock.answer(to: $0) }
        let port = try server.start()
        defer {
            server.stop()
            server.wait()
        }
        try await create(RevoxClient(apiKey: "any", baseURL: "http://127.0.0.1:\(port)/api"))
        #expect(statuses.use { $0 } == [200, 200, 200, 200, 200, 503])
    }

    private func client() -> RevoxClient {
        let revox = RevoxClient(apiKey: "any", baseURL: "http://127.0.0.1:4010")
        return revox
    }

    private func create(_ revox: RevoxClient) async throws {
        let made = try await revox.assistants.create(name: "Ada", prompt: "Be kind.", voicemailMessage: "Bye").assistant
        _ = try await revox.assistants.update(made.id, voicemailMessage: .null)
        let same = try await revox.assistants.retrieve(made.id)
        print(same.name, same.voicemailMessage ?? "no message")
        let all = try await revox.assistants.list().assistants

        #expect(made.voicemailMessage == "Bye")
        #expect(same.voicemailMessage == nil)
        #expect(all == [same])

        let call = try await revox.call.retrieve("any").call

        #expect(call.id == "id")

        let broken = RequestOptions(headers: ["Prefer": "code=503"], maxRetries: 0)
        do {
            _ = try await revox.assistants.list(options: broken)
        } catch .server(let failure) {
            print(failure.status)
        }
    }

    @Test func theArticleShowsOnlyWhatRuns() throws {
        let article = Mocking.repository.appendingPathComponent("Sources/TypewrightHTTP/Documentation.docc/WritingTheClientFirst.md")
        let own = lines(try String(contentsOf: URL(fileURLWithPath: #filePath), encoding: .utf8))
        let blocks = try String(contentsOf: article, encoding: .utf8).components(separatedBy: "```swift\n").dropFirst().compactMap { $0.components(separatedBy: "```").first }
        #expect(blocks.count == 4)
        for block in blocks { #expect(own.contains(lines(block)), "\(block)") }
    }

    private func lines(_ code: String) -> String {
        code.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) + "\n" }.joined()
    }
}
