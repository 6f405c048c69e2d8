import Testing
import TypewrightRuntime
import TypewrightTestSupport

@Suite struct RetryTests {
    /// The pauses between the attempts of a call that gets these answers, and what became of it.
    func call(
        _ answers: TransportResponse..., method: String = "GET", options: RequestOptions = .none,
        body: RequestBody? = nil, change: @Sendable (inout ClientConfiguration) -> Void = { _ in }
    ) async -> (pauses: [Duration], status: Int?, requests: [RecordedRequest]) {
        let clock = InstantClock()
        let queue = Answers(answers)
        let transport = InMemoryTransport { _ in try await queue.next() }
        let client = testClient(transport) { configuration in
            configuration.clock = clock
            configuration.timeout = nil
            configuration.fileTimeout = nil
            configuration.retries.random = { 0 }
            configuration.secondsSince1970 = { 784_111_777 }
            change(&configuration)
        }
        var request = APIRequest(method, "/x")
        request.bytes(body)
        var status: Int? = 200
        do { try await client.send(request, options) } catch { status = error.status }
        return (await clock.pauses.all, status, await transport.requests)
    }

    actor Answers {
        var rest: ArraySlice<TransportResponse>
        init(_ answers: [TransportResponse]) { rest = answers[...] }
        /// No answer at all stands for a broken connection.
        func next() throws -> TransportResponse {
            guard let answer = rest.popFirst() else { throw TransportError.connection("broke") }
            return answer
        }
    }

    static func answer(_ status: Int, _ headers: HeaderFields = [:]) -> TransportResponse {
        TransportResponse(status: status, headers: headers)
    }

    @Test(arguments: [408, 409, 429, 500, 502, 503, 504, 599])
    func twiceOnTheseStatuses(status: Int) async {
        let answer = Self.answer(status)
        let outcome = await call(answer, answer, answer)
        #expect(outcome.pauses == [.milliseconds(500), .seconds(1)])
        #expect(outcome.status == status)
        #expect(outcome.requests.map { $0.headers["x-retry-count"] } == [nil, "1", "2"])
        #expect(outcome.requests.map(\.attempt) == [0, 1, 2])
    }

    @Test(arguments: [300, 304, 400, 401, 402, 403, 404, 405, 410, 418, 422])
    func notOnOthers(status: Int) async {
        let outcome = await call(Self.answer(status), Self.answer(200))
        #expect(outcome.pauses == [])
        #expect(outcome.status == status)
    }

    @Test func aSecondAttemptMaySucceed() async {
        let outcome = await call(Self.answer(503), Self.answer(204))
        #expect(outcome.pauses == [.milliseconds(500)])
        #expect(outcome.status == 200)
    }

    @Test func onBrokenConnections() async {
        let outcome = await call()
        #expect(outcome.pauses == [.milliseconds(500), .seconds(1)])
        #expect(outcome.status == nil)
    }

    @Test func theServerDecides() async {
        #expect(await call(Self.answer(500, ["x-should-retry": "false"])).pauses == [])
        #expect(await call(Self.answer(400, ["x-should-retry": "true"]), Self.answer(200)).pauses == [.milliseconds(500)])
    }

    @Test(arguments: [
        (["retry-after-ms": "1500"], 1500), (["retry-after-ms": "20", "retry-after": "9"], 20),
        (["Retry-After": "7"], 7000), (["retry-after": "0.25"], 250), (["retry-after": "60"], 60_000),
        (["retry-after": "61"], 500), (["retry-after": "nonsense"], 500), (["retry-after": "-3"], 0), (["retry-after": "1e400"], 500),
        (["retry-after": "Sun, 06 Nov 1994 08:49:42 GMT"], 5000),
        (["retry-after": "Sunday, 06-Nov-94 08:49:42 GMT"], 5000),
        (["retry-after": "Sun Nov  6 08:49:42 1994"], 5000),
        (["retry-after": "Sun, 06 Nov 1994 08:49:30 GMT"], 0),
        (["retry-after": "Sun, 06 Nov 1994 09:49:30 GMT"], 500),
        (["retry-after": "Sun, 06 Nov 1994 10:00:03 GMT", "date": "Sun, 06 Nov 1994 10:00:00 GMT"], 3000),
    ] as [(HeaderFields, Int)])
    func thePauseThatTheServerWants(headers: HeaderFields, milliseconds: Int) async {
        #expect(await call(Self.answer(429, headers), Self.answer(200)).pauses == [.milliseconds(milliseconds)])
    }

    @Test func pausesDoubleUpToTheLongestAndVary() async {
        let answer = Self.answer(500)
        let options = RequestOptions(maxRetries: 6)
        let outcome = await call(answer, answer, answer, answer, answer, answer, answer, options: options)
        #expect(outcome.pauses == [0.5, 1, 2, 4, 8, 8].map { .seconds($0) })
        let varied = await call(answer, answer, answer) { $0.retries.random = { 1 } }
        #expect(varied.pauses == [.milliseconds(375), .milliseconds(750)])
    }

    @Test func asOftenAsTheOptionsSay() async {
        #expect(await call(options: RequestOptions(maxRetries: 0)).pauses == [])
        #expect(await call { $0.retries.maxRetries = 1 }.pauses.count == 1)
        #expect(await call(options: RequestOptions(maxRetries: -5)).pauses == [])
    }

    @Test func anIdempotencyKeyStaysTheSame() async {
        for method in ["POST", "PATCH"] {
            let keys = await call(method: method).requests.map { $0.headers["idempotency-key"] }
            #expect(keys.count == 3)
            #expect(Set(keys).count == 1)
            #expect(keys[0]?.utf8.count == 36)
        }
        #expect(await call(method: "PUT").requests.first?.headers["idempotency-key"] == nil)
        let own = await call(method: "POST", options: RequestOptions(idempotencyKey: "mine"))
        #expect(own.requests.map { $0.headers["idempotency-key"] } == ["mine", "mine", "mine"])
    }

    @Test func aStreamCannotBeSentTwice() async {
        let stream = RequestBody.stream(AsyncStream<[UInt8]> { $0.finish() })
        let outcome = await call(Self.answer(503), Self.answer(200), method: "POST", body: stream)
        #expect(outcome.pauses == [])
        #expect(outcome.status == 503)
    }

    @Test func aTimeoutIsRetriedToo() async throws {
        let clock = InstantClock()
        let transport = InMemoryTransport { _ in
            try await Task.sleep(for: .seconds(3600))
            return TransportResponse(status: 200)
        }
        let client = testClient(transport) { $0.clock = clock }
        await #expect {
            try await client.send(APIRequest("GET", "/x"))
        } throws: { error in
            guard case .timeout(.seconds(60), let context) = error as? APIError else { return false }
            return context.retries == 2 && "\(error)" == "GET /x (after 2 retries): no answer within 60.0 seconds"
        }
        #expect(await transport.requests.count == 3)
    }

    @Test func cancellingEndsThePause() async {
        let transport = InMemoryTransport(TransportResponse(status: 503, headers: ["retry-after": "50"]))
        let client = testClient(transport)
        let task = Task { try await client.send(APIRequest("GET", "/x")) }
        while await transport.requests.isEmpty { await Task.yield() }
        task.cancel()
        await #expect { try await task.value } throws: { error in
            if case .cancelled = error as? APIError { true } else { false }
        }
    }
}
