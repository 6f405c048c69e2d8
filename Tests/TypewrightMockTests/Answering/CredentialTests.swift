import Testing
@testable import TypewrightMock

@Suite struct CredentialTests {
    private static let schemes = """
        components:
          securitySchemes:
            bearer: {type: http, scheme: Bearer}
            basic: {type: http, scheme: basic}
            header: {type: apiKey, in: header, name: X-Key}
            query: {type: apiKey, in: query, name: key}
            cookie: {type: apiKey, in: cookie, name: session}
            oauth: {type: oauth2, flows: {}}
        security: [{bearer: []}]
        """

    private static func path(_ name: String, _ security: String?) -> String {
        "  /\(name): {get: {\(security.map { "security: \($0), " } ?? "")responses: {'204': {description: ok}}}}\n"
    }

    private let mock = try! Mocking.mock(
        path("inherited", nil) + path("open", "[]") + path("optional", "[{}, {bearer: []}]") + path("basic", "[{basic: []}]")
            + path("header", "[{header: []}]") + path("query", "[{query: []}]") + path("cookie", "[{cookie: []}]") + path("oauth", "[{oauth: [read]}]")
            + path("both", "[{header: [], query: []}]") + path("either", "[{header: []}, {bearer: []}]"), schemes)

    @Test(arguments: [
        ("/inherited", [("authorization", "Bearer x")]), ("/inherited", [("Authorization", "bearer   any thing")]), ("/open", []), ("/optional", []),
        ("/basic", [("Authorization", "Basic QWRhOnB3")]), ("/header", [("x-key", "1")]), ("/query?key=1", []), ("/cookie", [("Cookie", "a=1; session=2")]),
        ("/oauth", [("Authorization", "Bearer t")]), ("/both?key=1", [("X-Key", "1")]), ("/either", [("X-Key", "1")]), ("/either", [("Authorization", "Bearer 1")]),
    ] as [(String, [(String, String)])])
    func admits(_ target: String, _ headers: [(String, String)]) {
        #expect(mock.send("GET", target, headers).status == 204)
    }

    @Test(arguments: [
        ("/inherited", [], "Bearer realm=\"bearer\""), ("/inherited", [("Authorization", "Bearer ")], "Bearer realm=\"bearer\", error=\"invalid_token\""),
        ("/inherited", [("Authorization", "Basic QWRhOnB3")], "Bearer realm=\"bearer\""), ("/inherited", [("Authorization", "x")], "Bearer realm=\"bearer\""),
        ("/basic", [("Authorization", "Basic nope")], "Basic realm=\"basic\", charset=\"UTF-8\""), ("/basic", [("Authorization", "Bearer x")], "Basic realm=\"basic\", charset=\"UTF-8\""),
        ("/header", [("X-Key", "")], "ApiKey realm=\"header\", in=\"header\", name=\"X-Key\""), ("/query?key=", [], "ApiKey realm=\"query\", in=\"query\", name=\"key\""),
        ("/both", [("X-Key", "1")], "ApiKey realm=\"query\", in=\"query\", name=\"key\""),
    ] as [(String, [(String, String)], String)])
    func refuses(_ target: String, _ headers: [(String, String)], _ challenge: String) {
        let reply = mock.send("GET", target, headers)
        #expect(reply.status == 401)
        #expect(reply[header: "WWW-Authenticate"] == challenge)
        #expect(reply.json["message"]?.string?.isEmpty == false)
    }

    @Test func namesAllWaysIn() {
        let reply = mock.send("GET", "/either")
        #expect(HeaderFields(reply.answer.headers).values(of: "WWW-Authenticate").count == 2)
    }
}
