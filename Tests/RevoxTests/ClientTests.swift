import Revox
import Testing
import TypewrightRuntime

/// The client of the reference pages, over a transport in memory.
@Suite struct ClientTests {
    private func client(_ page: String) throws -> (RevoxClient, InMemoryTransport) {
        let body = String(decoding: try Pages.bytes(page), as: UTF8.self)
        let transport = InMemoryTransport(.json(body))
        return (RevoxClient(apiKey: "My API Key", transport: transport), transport)
    }

    @Test func lists() async throws {
        let (revox, transport) = try client("assistants-list.response")
        #expect(try await revox.assistants.list().assistants.count == 1)
        let request = try #require(await transport.requests.first)
        #expect(request.method == "GET")
        #expect(request.path == "/api/assistants")
        #expect(request.headers["authorization"] == "Bearer My API Key")
    }

    @Test func retrieves() async throws {
        let (revox, transport) = try client("assistants-retrieve.response")
        #expect(try await revox.assistants.retrieve("a/b c").id == "id")
        #expect(await transport.requests.first?.path == "/api/assistants/a%2Fb%20c")
        let (calls, _) = try client("call-retrieve.response")
        #expect(try await calls.call.retrieve("id").call.id == "id")
    }

    @Test func createsWithFlatParametersAndWithABody() async throws {
        let (revox, transport) = try client("assistants-create.response")
        _ = try await revox.assistants.create(
            name: "name", prompt: "prompt", voice: Voice(id: "v", provider: .cartesia, speed: 1.2), voicemailMessage: "Bye")
        _ = try await revox.assistants.create(body: CreateAssistantRequest(name: "name", prompt: "prompt"))
        let requests = await transport.requests
        #expect(try JSONValue(json: requests[0].body) == [
            "name": "name", "prompt": "prompt", "voice": ["id": "v", "provider": "cartesia", "speed": 1.2], "voicemail_message": "Bye",
        ])
        #expect(try JSONValue(json: requests[1].body) == ["name": "name", "prompt": "prompt"])
    }

    /// "A PATCH must only carry what was set": absent, null and a value differ.
    @Test func updatesOnlyWhatIsSet() async throws {
        let (revox, transport) = try client("assistants-update.response")
        _ = try await revox.assistants.update("id", voicemailMessage: .null)
        _ = try await revox.assistants.update("id", transferPhoneNumber: "+1234567890")
        _ = try await revox.assistants.update("id")
        let bodies = await transport.requests.map { String(decoding: $0.body, as: UTF8.self) }
        #expect(bodies == [#"{"voicemail_message":null}"#, #"{"transfer_phone_number":"+1234567890"}"#, "{}"])
        #expect(await transport.requests.first?.method == "PATCH")
    }

    @Test func refusesBeforeSending() async throws {
        let (revox, transport) = try client("assistants-create.response")
        await #expect(throws: APIError.self) { try await revox.assistants.retrieve("") }
        await #expect(throws: APIError.self) {
            try await revox.assistants.create(name: "n", prompt: "p", voice: Voice(id: "v", provider: .cartesia, speed: 2))
        }
        #expect(await transport.requests.isEmpty)
    }

    @Test func statusesAreTypedErrors() async throws {
        let transport = InMemoryTransport(.json(#"{"message":"no such assistant"}"#, status: 404))
        let revox = RevoxClient(apiKey: "secret-key", transport: transport)
        let error = await #expect(throws: APIError.self) { try await revox.assistants.retrieve("id") }
        let text = String(describing: try #require(error))
        #expect(text.contains("404"))
        #expect(!text.contains("secret-key"))
    }

    @Test func theKeyComesFromTheEnvironment() async throws {
        var configuration = ClientConfiguration()
        configuration.environment = { ["REVOX_API_KEY": "from-environment", "REVOX_BASE_URL": "http://localhost:4010"][$0] }
        let transport = InMemoryTransport(.json(#"{"assistants":[]}"#))
        let revox = try RevoxClient(configuration: configuration, transport: transport)
        _ = try await revox.assistants.list()
        let request = try #require(await transport.requests.first)
        #expect(request.headers["authorization"] == "Bearer from-environment")
        #expect(request.path == "/assistants")
        configuration.environment = { _ in nil }
        #expect(throws: APIError.self) { try RevoxClient(configuration: configuration, transport: transport) }
    }
}
