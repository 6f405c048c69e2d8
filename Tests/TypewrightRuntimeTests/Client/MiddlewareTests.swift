import Foundation
import Testing
import TypewrightRuntime
import TypewrightTestSupport

/// Lines, in the order in which they came.
final class Reports: @unchecked Sendable {
    private let lock = NSLock()
    private var lines: [String] = []
    var all: [String] { lock.withLock { lines } }
    func note(_ line: String) { lock.withLock { lines.append(line) } }
}

@Suite struct MiddlewareTests {
    struct Tag: Middleware {
        var name: String
        func intercept(_ request: TransportRequest, next: Next) async throws -> TransportResponse {
            var request = request
            request.headers.append("X-Tags", name)
            var response = try await next(request)
            response.headers.append("X-Tags", name)
            return response
        }
    }

    @Test func theFirstIsTheOutermost() async throws {
        let transport = InMemoryTransport(.json("{}"))
        let client = testClient(transport) { $0.middleware = [Tag(name: "a"), Tag(name: "b")] }
        let answer = try await client.answer(to: APIRequest("GET", "/x"))
        #expect(await transport.requests.first?.headers.values("x-tags") == ["a", "b"])
        #expect(answer.headers.values("x-tags") == ["b", "a"])
    }

    struct Teapot: Middleware {
        func intercept(_ request: TransportRequest, next: Next) async throws -> TransportResponse { TransportResponse(status: 418) }
    }

    @Test func oneMayAnswerByItself() async {
        let transport = InMemoryTransport(.json("{}"))
        let client = testClient(transport) { $0.middleware = [Teapot()] }
        await #expect { try await client.send(APIRequest("GET", "/x")) } throws: { ($0 as? APIError)?.status == 418 }
        #expect(await transport.requests.isEmpty)
    }

    @Test func counting() async throws {
        let counter = CountingMiddleware()
        let client = testClient(InMemoryTransport(TransportResponse(status: 500), .json("{}"))) {
            $0.middleware = [counter]
            $0.clock = InstantClock()
            $0.timeout = nil
        }
        try await client.send(APIRequest("GET", "/x"))
        let counts = await counter.counts
        #expect(counts.requests == 2)
        #expect(counts.retries == 1)
        #expect(counts.failures == 0)
        #expect(counts.answers == [500: 1, 200: 1])
    }

    @Test func loggingKeepsSecrets() async throws {
        let lines = Reports()
        let transport = InMemoryTransport(TransportResponse(status: 500), .json(#"{"echo":"header-key"}"#))
        let client = testClient(transport, credentials: ["header": .token("header-key"), "query": .token("query key")]) {
            $0.middleware = [LoggingMiddleware(.debug, print: lines.note)]
            $0.clock = InstantClock()
            $0.timeout = nil
        }
        var request = APIRequest("POST", "/x")
        request.json(["a": 1])
        request.secure([["header", "query"]])
        try await client.send(request)
        let text = lines.all.joined(separator: "\n")
        #expect(!text.contains("header-key"))
        #expect(!text.contains("query"))
        #expect(text.contains("POST https://eu.example.com/v1/x?api_key=*** → 500 in "))
        #expect(text.contains("ms (retry 1)"))
        #expect(text.contains(#"{"a":1}"#))
        #expect(text.contains(#"{"echo":"***"}"#))
    }

    @Test func levelsAndTheEnvironment() async throws {
        let lines = Reports()
        let quiet = testClient(InMemoryTransport(.json("{}"))) { $0.middleware = [LoggingMiddleware(print: lines.note)] }
        try await quiet.send(APIRequest("GET", "/x"))
        #expect(lines.all.count == 1)

        let asked = Reports()
        let prefix = testService.environmentPrefix
        let client = testClient(InMemoryTransport(.json("{}"))) {
            $0.environment = { $0 == prefix + "_LOG" ? "INFO" : nil }
            $0.log = asked.note
        }
        try await client.send(APIRequest("GET", "/x"))
        #expect(asked.all.count == 1)
        #expect(asked.all.first?.contains("→ 200") == true)
    }
}
