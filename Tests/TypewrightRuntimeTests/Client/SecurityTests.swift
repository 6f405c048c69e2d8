import Testing
import TypewrightRuntime
import TypewrightTestSupport

@Suite struct SecurityTests {
    func sent(_ alternatives: [[String]], _ credentials: [String: Credential]) async throws -> RecordedRequest? {
        var request = APIRequest("GET", "/x")
        request.query("q", 1)
        request.cookie("a", "b")
        request.secure(alternatives)
        return try await TypewrightRuntimeTests.sent(request, credentials: credentials)
    }

    @Test func eachScheme() async throws {
        let key = Credential.token("k&y")
        #expect(try await sent([["bearer"]], ["bearer": key])?.headers["authorization"] == "Bearer k&y")
        #expect(try await sent([["header"]], ["header": key])?.headers["x-api-key"] == "k&y")
        #expect(try await sent([["query"]], ["query": key])?.path == "/v1/x?q=1&api_key=k%26y")
        #expect(try await sent([["cookie"]], ["cookie": key])?.headers["cookie"] == "a=b; session=k%26y")
        #expect(try await sent([["digest"]], ["digest": key])?.headers["authorization"] == "Digest k&y")
        let basic = Credential.basic(username: "Aladdin", password: "open sesame")
        #expect(try await sent([["basic"]], ["basic": basic])?.headers["authorization"] == "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")
    }

    @Test func theFirstAlternativeThatCanBeMet() async throws {
        let alternatives = [["bearer", "header"], ["query"], []]
        let both = try await sent(alternatives, ["bearer": .token("b"), "header": .token("h")])
        #expect(both?.headers["authorization"] == "Bearer b")
        #expect(both?.headers["x-api-key"] == "h")
        let query = try await sent(alternatives, ["bearer": .token("b"), "query": .token("q")])
        #expect(query?.headers["authorization"] == nil)
        #expect(query?.path == "/v1/x?q=1&api_key=q")
        #expect(try await sent(alternatives, [:])?.path == "/v1/x?q=1")
        #expect(try await sent([], ["bearer": .token("b")])?.headers["authorization"] == nil)
    }

    @Test func aProviderIsAskedBeforeEachAttempt() async throws {
        let counter = Counter()
        let transport = InMemoryTransport(TransportResponse(status: 503), .json("{}"))
        let client = testClient(transport, credentials: ["bearer": .provider { "token-\(await counter.next())" }]) {
            $0.clock = InstantClock()
            $0.timeout = nil
        }
        try await client.send(APIRequest("GET", "/x"))
        #expect(await transport.requests.map { $0.headers["authorization"] } == ["Bearer token-1", "Bearer token-2"])
    }

    actor Counter {
        var count = 0
        func next() -> Int {
            count += 1
            return count
        }
    }

    @Test func aHeaderOfTheCallGoesBeforeTheCredential() async throws {
        let options = RequestOptions(headers: ["authorization": "Bearer other"])
        let recorded = try await TypewrightRuntimeTests.sent(APIRequest("GET", "/x"), options, credentials: ["bearer": .token("b")])
        #expect(recorded?.headers.values("authorization") == ["Bearer other"])
    }
}
