import Testing
import TypewrightHTTP
import TypewrightRuntime

@Suite struct SampleClientTests {
    @Test func callsAsTheGeneratedCodeMakesThem() async throws {
        let transport = InMemoryTransport(.json(#"{"id":"a/b","name":"n","assistants":[]}"#, headers: ["x-request-id": "req_1"]))
        let sample = AgentClient(apiKey: "secret-key", baseURL: "https://example.com/api/", transport: transport)

        let assistant = try await sample.assistants.retrieve("a/b")
        #expect(assistant.id == "a/b")

        let answer = try await sample.assistants.withResponse { try await $0.list(limit: 10, cursor: "x y") }
        #expect(answer.status == 200)
        #expect(answer.requestID == "req_1")

        let raw = try await sample.assistants.withRawResponse { try await $0.retrieve("a") }
        #expect(try await raw.body.collect() == Array(#"{"id":"a/b","name":"n","assistants":[]}"#.utf8))

        let requests = await transport.requests
        #expect(requests.map(\.path) == ["/api/assistants/a%2Fb", "/api/assistants?limit=10&cursor=x%20y", "/api/assistants/a"])
        #expect(requests.first?.headers["authorization"] == "Bearer secret-key")
    }

    @Test func aMissingKeyIsAClearError() {
        var configuration = ClientConfiguration()
        configuration.environment = { _ in nil }
        #expect(throws: APIError.self) { try AgentClient(configuration: configuration) }
    }
}
