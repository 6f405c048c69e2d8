import Foundation
import Testing
import TypewrightHTTP
import TypewrightRuntime
import TypewrightTestSupport

/// What is tried again, and when, over real sockets. Time is told, not spent.
@Suite struct RetryTests {
    struct Outcome {
        var pauses: [Duration]
        var error: APIError?
        var requests: [Incoming]
    }

    /// A call of which the first attempts get these answers, and then 200.
    private func call(
        _ answers: [(status: Int, headers: [String: String])], method: String = "GET", body: RequestBody? = nil,
        options: RequestOptions = .none
    ) async throws -> Outcome {
        let clock = InstantClock()
        return try await withServer { incoming, connection in
            let attempt = incoming.headers["x-retry-count"].flatMap { Int($0) } ?? 0
            if attempt >= answers.count { return try connection.answer(200, [:], "done") }
            // 0 stands for a connection that breaks.
            if answers[attempt].status == 0 { return connection.reset() }
            try connection.answer(answers[attempt].status, answers[attempt].headers, "not yet")
        } _: { server in
            let client = loopbackClient(server) {
                $0.retries = RetryPolicy()
                $0.retries.random = { 0 }
                $0.clock = clock
                $0.timeout = nil
                $0.fileTimeout = nil
                $0.secondsSince1970 = { 784_111_777 }
            }
            var request = APIRequest(method, "/x")
            request.bytes(body)
            var caught: APIError?
            do { try await client.send(request, options) } catch let error as APIError { caught = error }
            return Outcome(pauses: await clock.pauses.all, error: caught, requests: server.requests)
        }
    }

    @Test(arguments: [0, 408, 409, 429, 500, 502, 503, 504, 599]) func twice(status: Int) async throws {
        let saved = try await call([(status, [:]), (status, [:])])
        #expect(saved.error == nil)
        #expect(saved.pauses == [.milliseconds(500), .seconds(1)])
        #expect(saved.requests.map { $0.headers["x-retry-count"] } == [nil, "1", "2"])
        let lost = try await call(Array(repeating: (status, [:]), count: 9))
        #expect(lost.requests.count == 3)
        #expect(status == 0 ? lost.error?.kind == "connection" : lost.error?.status == status)
        #expect("\(lost.error as Any)".contains("GET /x (after 2 retries): "))
    }

    @Test(arguments: [300, 304, 400, 401, 402, 403, 404, 405, 410, 418, 422]) func never(status: Int) async throws {
        let outcome = try await call([(status, [:])])
        #expect(outcome.requests.count == 1)
        #expect(outcome.error?.status == status)
    }

    @Test(arguments: [
        (500, ["x-should-retry": "false"], nil), (400, ["x-should-retry": "true"], 500),
        (429, ["retry-after-ms": "1250", "Retry-After": "9"], 1250), (503, ["Retry-After": "7"], 7_000),
        (503, ["Retry-After": "60"], 60_000), (503, ["Retry-After": "61"], 500),
        (429, ["Retry-After": "Sun, 06 Nov 1994 08:49:42 GMT"], 5_000),
        (429, ["Retry-After": "Sun, 06 Nov 1994 10:00:03 GMT", "Date": "Sun, 06 Nov 1994 10:00:00 GMT"], 3_000),
    ] as [(Int, [String: String], Int?)])
    func asTheServerWants(status: Int, headers: [String: String], milliseconds: Int?) async throws {
        let outcome = try await call([(status, headers)])
        #expect(outcome.pauses == (milliseconds.map { [.milliseconds($0)] } ?? []))
        #expect(outcome.requests.count == (milliseconds == nil ? 1 : 2))
    }

    @Test func pausesDoubleUpToEightSeconds() async throws {
        let outcome = try await call(Array(repeating: (500, [:]), count: 7), options: RequestOptions(maxRetries: 7))
        #expect(outcome.error == nil)
        #expect(outcome.pauses == [0.5, 1, 2, 4, 8, 8, 8].map { .seconds($0) })
    }

    @Test func theSameKeyAndTheSameBody() async throws {
        let file = try TemporaryFile(size: 100_000)
        for body in [RequestBody.bytes([1, 2, 3]), .file(file.path), .parts([.bytes([1]), .file(file.path)])] {
            let outcome = try await call([(0, [:]), (503, [:])], method: "POST", body: body)
            #expect(outcome.error == nil)
            #expect(outcome.requests.count == 3)
            #expect(Set(outcome.requests.map(\.body)).count == 1)
            #expect(outcome.requests.first?.body.isEmpty == false)
            let keys = Set(outcome.requests.map { $0.headers["idempotency-key"] ?? "" })
            #expect(keys.count == 1)
            #expect(keys.first?.utf8.count == 36)
        }
    }

    @Test func aStreamIsSentOnce() async throws {
        let stream = RequestBody.once(ByteStream([1, 2, 3]))
        let outcome = try await call([(503, [:])], method: "POST", body: stream)
        #expect(outcome.requests.map(\.body) == [[1, 2, 3]])
        #expect(outcome.error?.status == 503)
    }
}
