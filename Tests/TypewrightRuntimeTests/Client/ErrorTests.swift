import Testing
import TypewrightRuntime

@Suite struct ErrorTests {
    static let secret = "s3cr3t-t0ken"

    func failure(
        _ answer: TransportResponse, _ request: APIRequest = APIRequest("GET", "/x/y")
    ) async throws -> APIError {
        do {
            _ = try await testClient(InMemoryTransport(answer)).value(of: request, RequestOptions(maxRetries: 0)) as JSONValue
        } catch {
            return error
        }
        Issue.record("the call succeeded")
        throw CancellationError()
    }

    @Test(arguments: [
        (400, "badRequest"), (401, "authentication"), (403, "permissionDenied"), (404, "notFound"), (409, "conflict"),
        (422, "unprocessable"), (429, "rateLimit"), (500, "server"), (503, "server"), (402, "status"), (304, "status"), (418, "status"),
    ])
    func aCaseForEachStatus(status: Int, name: String) async throws {
        let error = try await failure(.json(#"{"code":7}"#, status: status, headers: ["X-Request-Id": "req_1"]))
        let caught =
            switch error {
            case .badRequest: "badRequest"
            case .authentication: "authentication"
            case .permissionDenied: "permissionDenied"
            case .notFound: "notFound"
            case .conflict: "conflict"
            case .unprocessable: "unprocessable"
            case .rateLimit: "rateLimit"
            case .server: "server"
            case .status: "status"
            default: "another"
            }
        #expect(caught == name)
        #expect(error.status == status)
        #expect(error.failure?.requestID == "req_1")
        #expect(error.failure?.body(as: JSONValue.self) == ["code": 7])
        #expect(error.failure?.headers["content-type"] == "application/json")
    }

    @Test func theDocumentedBodyIsDecoded() async throws {
        var request = APIRequest("GET", "/x")
        request.errors(ErrorBodies((404, [String: String].self), (4, [String].self), (0, Int.self)))
        #expect(try await failure(.json(#"{"a":"b"}"#, status: 404), request).failure?.documentedBody as? [String: String] == ["a": "b"])
        #expect(try await failure(.json(#"["a"]"#, status: 410), request).failure?.documentedBody as? [String] == ["a"])
        #expect(try await failure(.json("5", status: 500), request).failure?.documentedBody as? Int == 5)
        let other = try await failure(.json("<html>", status: 500), request)
        #expect(other.failure?.documentedBody == nil)
        #expect(other.failure?.body == Array("<html>".utf8))
    }

    @Test func eachPrintsInOneLineWithoutTheKey() async throws {
        let body = "{\n  \"error\": \"the key \(Self.secret)\\n is bad\"\n}"
        let error = try await failure(.json(body, status: 401, headers: ["request-id": "r1"]))
        #expect("\(error)" == #"GET /x/y: 401 Unauthorized: { "error": "the key ***\n is bad" } (request r1)"#)
        var dumped = ""
        dump(error, to: &dumped)
        #expect(!dumped.contains(Self.secret))
        #expect(!String(reflecting: error).contains(Self.secret))

        let broken = testClient(InMemoryTransport { request in throw Boom(text: "\(request.headers["authorization"] ?? "")\nx") })
        await #expect {
            try await broken.send(APIRequest("GET", "/x"), RequestOptions(maxRetries: 0))
        } throws: { error in
            !"\(error)".contains(Self.secret) && "\(error)".hasPrefix("GET /x: no connection: ")
        }
    }

    struct Boom: Error { var text: String }

    @Test func longBodiesAreCutShort() async throws {
        let error = try await failure(.json(String(repeating: "ä", count: 5000), status: 500))
        #expect("\(error)".utf8.count < 400)
        #expect(error.failure?.body.count == 10_000)
    }

    @Test func aBodyThatIsSomethingElse() async throws {
        let html = try await failure(.json("<p>", headers: ["content-type": "text/html"]))
        #expect("\(html)" == "GET /x/y: the answer 200 could not be decoded: it is 'text/html', not JSON")
        let empty = try await failure(.json(""))
        #expect("\(empty)" == "GET /x/y: the answer 200 could not be decoded: it is empty")
        if case .undecodableBody(let broken) = try await failure(.json("{]")) {
            #expect(broken.body == Array("{]".utf8))
        } else {
            Issue.record("another error")
        }
    }

    @Test func nothingThatAClientHoldsShowsTheKey() async throws {
        let transport = InMemoryTransport(.json("{}"))
        let client = testClient(transport, credentials: ["bearer": .token(Self.secret), "basic": .basic(username: "u", password: Self.secret)])
        try await client.send(APIRequest("GET", "/x"))
        var text = ""
        dump(client, to: &text)
        dump(Credential.token(Self.secret), to: &text)
        dump(await transport.requests, to: &text)
        text += "\(client) \(await transport.requests) \(String(reflecting: await transport.requests))"
        #expect(!text.contains(Self.secret))
        #expect(await transport.requests.first?.headers["authorization"] == "Bearer " + Self.secret)
    }
}
