import Revox
import Testing
import TypewrightHTTP
import TypewrightMock
import TypewrightRuntime

/// The generated client runs its whole surface against the mock, over TCP.
@Suite struct RevoxClientTests {
    private func withClient(
        options change: (inout MockOptions) -> Void = { _ in }, client configure: (inout ClientConfiguration) -> Void = { _ in },
        _ body: (RevoxClient) async throws -> Void
    ) async throws {
        var options = MockOptions()
        change(&options)
        let mock = Mock(try Mocking.revox(), options: options)
        let server = Server { mock.answer(to: $0) }
        let port = try server.start()
        defer {
            server.stop()
            server.wait()
        }
        var configuration = ClientConfiguration()
        // Whatever the document promises of answers is held against them.
        configuration.validation.responses = .reject
        configuration.clock = ImmediateClock()
        configure(&configuration)
        try await body(RevoxClient(apiKey: "My API Key", baseURL: "http://127.0.0.1:\(port)", configuration: configuration))
    }

    @Test func everyCallIsAnsweredWithoutState() async throws {
        try await withClient { (revox: RevoxClient) async throws -> Void in
            #expect(try await revox.assistants.list().assistants.map(\.id) == ["id"])
            #expect(try await revox.assistants.create(name: "Ada", prompt: "Hi").assistant.name == "name")
            #expect(try await revox.assistants.retrieve("any thing/at all").id == "id")
            #expect(try await revox.assistants.update("id", voicemailMessage: .null).assistant.id == "id")
            #expect(try await revox.call.retrieve("id").call.status == .initializing)
        }
    }

    @Test func everyCallIsAnsweredWithState() async throws {
        try await withClient(options: { $0.isStateful = true }) { (revox: RevoxClient) async throws -> Void in
            #expect(try await revox.assistants.list().assistants.isEmpty)
            let voice = Voice(id: "v1", provider: .cartesia, speed: 1.2)
            let made = try await revox.assistants.create(name: "Ada", prompt: "Hi", voice: voice, voicemailMessage: "Bye").assistant
            #expect(made.name == "Ada")
            #expect(made.voice == voice)
            #expect(made.voicemailMessage == "Bye")
            #expect(try await revox.assistants.retrieve(made.id) == made)
            _ = try await revox.assistants.create(name: "Eve", prompt: "Ho")
            #expect(try await revox.assistants.list().assistants.map(\.name) == ["Ada", "Eve"])

            let silent = try await revox.assistants.update(made.id, voicemailMessage: .null).assistant
            #expect(silent.voicemailMessage == nil)
            #expect(silent.voice == voice)
            #expect(try await revox.assistants.update(made.id).assistant.name == "Ada")
            #expect(try await revox.assistants.update(made.id, name: "Ida").assistant.prompt == "Hi")
            #expect(try await revox.call.retrieve("any").call.id == "id")

            let error = await #expect(throws: APIError.self) { try await revox.assistants.retrieve("nobody") }
            guard case .notFound(let failure)? = error else { return #expect(Bool(false), "\(String(describing: error))") }
            #expect(String(decoding: failure.body, as: UTF8.self).contains(#""message":"There is no assistant 'nobody'""#))
        }
    }

    /// The client checks before it sends; where it does not, the mock says the same.
    @Test func theOtherSideComplains() async throws {
        try await withClient(client: { $0.validation.checksRequests = false }) { (revox: RevoxClient) async throws -> Void in
            let voice = Voice(id: "v", provider: .cartesia, speed: 2)
            let error = await #expect(throws: APIError.self) { try await revox.assistants.create(name: "n", prompt: "p", voice: voice) }
            guard case .unprocessable(let failure)? = error else { return #expect(Bool(false), "\(String(describing: error))") }
            #expect(String(decoding: failure.body, as: UTF8.self).contains("/voice/speed"))
        }
    }

    @Test func retriesGetThroughTrouble() async throws {
        try await withClient(options: { ($0.chaos, $0.seed) = (0.4, 3) }, client: { $0.retries.maxRetries = 8 }) { (revox: RevoxClient) async throws -> Void in
            for _ in 0..<8 { #expect(try await revox.assistants.list().assistants.count == 1) }
        }
    }

    @Test(arguments: ["reset", "truncate", "garbage"]) func faultsAreErrors(_ fault: String) async throws {
        try await withClient { (revox: RevoxClient) async throws -> Void in
            let options = RequestOptions(headers: ["Prefer": "fault=\(fault)"], maxRetries: 0)
            let error = await #expect(throws: APIError.self) { try await revox.assistants.list(options: options) }
            guard case .connection? = error else { return #expect(Bool(false), "\(String(describing: error))") }
        }
    }

    @Test func aLimitIsAnErrorWithAPause() async throws {
        try await withClient(options: { $0.rateLimit = RateLimit("1/h") }) { (revox: RevoxClient) async throws -> Void in
            let options = RequestOptions(maxRetries: 0)
            _ = try await revox.assistants.list(options: options)
            let error = await #expect(throws: APIError.self) { try await revox.assistants.list(options: options) }
            guard case .rateLimit(let failure)? = error else { return #expect(Bool(false), "\(String(describing: error))") }
            #expect(failure.headers["retry-after"] != nil)
        }
    }

    @Test func preferencesReachTheOtherSide() async throws {
        try await withClient { (revox: RevoxClient) async throws -> Void in
            let options = RequestOptions(headers: ["Prefer": "code=503"], maxRetries: 1)
            let error = await #expect(throws: APIError.self) { try await revox.call.retrieve("id", options: options) }
            guard case .server(let failure)? = error else { return #expect(Bool(false), "\(String(describing: error))") }
            #expect(failure.context.retries == 1)
        }
    }
}

/// Pauses take no time.
private struct ImmediateClock: Clock {
    typealias Instant = ContinuousClock.Instant
    typealias Duration = Swift.Duration

    var now: Instant { ContinuousClock.now }
    var minimumResolution: Swift.Duration { .zero }

    func sleep(until deadline: Instant, tolerance: Swift.Duration?) async throws {
        // What watches over a call waits long, and never has to; a pause between attempts is short.
        if ContinuousClock.now.duration(to: deadline) > .seconds(30) { try await Task.sleep(until: deadline, clock: .continuous) }
        try Task.checkCancellation()
    }
}
