import Testing
import TypewrightRuntime

/// Each kind of security scheme, from generated code to the request.
@Suite struct SecurityTests {
    typealias Case = CallCase<PlacesClient>

    private func request(_ call: Case.Call) async throws -> RecordedRequest {
        let transport = InMemoryTransport(TransportResponse(status: 204))
        var configuration = ClientConfiguration()
        configuration.environment = { _ in nil }
        let places = PlacesClient(
            headerKey: .token("h&k"), queryKey: .token("q&k"), cookieKey: .token("c;k"), basic: .basic(username: "Aladdin", password: "open sesame"),
            bearer: .token("b"), oauth: .provider { "fetched" }, openID: .provider { "identity" }, configuration: configuration, transport: transport)
        try await call(places)
        return try #require(await transport.requests.first)
    }

    @Test(arguments: [
        Case("X-Key", "h&k") { try await $0.signed.keys.withHeaderKey() },
        Case("Cookie", "session=c%3Bk") { try await $0.signed.keys.withCookieKey() },
        Case("Authorization", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==") { try await $0.signed.withBasic() },
        Case("Authorization", "Bearer b") { try await $0.signed.withBearer() },
        Case("Authorization", "Bearer fetched") { try await $0.signed.withOAuth() },
        Case("Authorization", "Bearer identity") { try await $0.signed.withOpenID() },
        Case("X-Key", "h&k") { try await $0.signed.withBoth() },
        // There is no credential for the first alternative.
        Case("Authorization", "Bearer b") { try await $0.signed.withEither() },
    ])
    func inTheHead(_ one: Case) async throws {
        #expect(try await request(one.call).headers[one.name] == one.expected)
    }

    @Test(arguments: [
        Case("/v1/secure/query?key=q%26k") { try await $0.signed.keys.withQueryKey() },
        Case("/v1/secure/both?key=q%26k") { try await $0.signed.withBoth() },
        Case("/v1/secure/bearer") { try await $0.signed.withBearer() },
    ])
    func inTheQuery(_ one: Case) async throws {
        #expect(try await request(one.call).path == one.expected)
    }

    /// An error shows the beginning of a body; where it ends, a secret may just have begun.
    @Test(arguments: [270, 280, 290, 299, 300, 301])
    func theBeginningOfASecretIsNotShownEither(padding: Int) async throws {
        for echo in [String(repeating: "x", count: padding), String(repeating: " ", count: padding * 4)] {
            let answer = TransportResponse(status: 401, body: .bytes(Array((echo + "the-secret-of-the-house").utf8)))
            var configuration = ClientConfiguration()
            configuration.environment = { _ in nil }
            let places = PlacesClient(
                bearer: .token("the-secret-of-the-house"), configuration: configuration, transport: InMemoryTransport(answer))
            let error = await #expect(throws: APIError.self) { try await places.signed.withBearer() }
            #expect(try !"\(#require(error))".contains("the-"))
        }
    }

    @Test func nothingIsSentWhereNothingIsAskedFor() async throws {
        let request = try await request { try await $0.styles.query() }
        #expect(request.headers["Authorization"] == nil && request.headers["X-Key"] == nil && request.headers["Cookie"] == nil)
        #expect(request.path == "/v1/form")
    }

    /// A token may run out between two attempts.
    @Test func aProviderIsAskedBeforeEachAttempt() async throws {
        actor Counter {
            var count = 0
            func next() -> String { count += 1; return "t\(count)" }
        }
        let counter = Counter()
        let transport = InMemoryTransport(TransportResponse(status: 503), TransportResponse(status: 204))
        var configuration = ClientConfiguration()
        configuration.environment = { _ in nil }
        configuration.retries.firstPause = .zero
        let places = PlacesClient(oauth: .provider { await counter.next() }, configuration: configuration, transport: transport)
        try await places.signed.withOAuth()
        #expect(await transport.requests.map { $0.headers["Authorization"] } == ["Bearer t1", "Bearer t2"])
    }
}
