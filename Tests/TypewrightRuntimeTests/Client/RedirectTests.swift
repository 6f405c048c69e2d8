import Testing
import TypewrightRuntime

@Suite struct RedirectTests {
    /// What follows a first answer with this status and location.
    func follow(
        _ status: Int, _ location: String, method: String = "POST", body: RequestBody = .bytes([1])
    ) async throws -> [RecordedRequest] {
        let transport = InMemoryTransport(TransportResponse(status: status, headers: ["location": location]), .json("{}"))
        var request = APIRequest(method, "/a/b")
        request.bytes(body)
        request.query("q", 1)
        request.secure([["header", "bearer", "cookie"]])
        let credentials: [String: Credential] = ["header": .token("hhhh"), "bearer": .token("bbbb"), "cookie": .token("cccc")]
        try await testClient(transport, credentials: credentials).send(request, RequestOptions(maxRetries: 0))
        return await transport.requests
    }

    @Test(arguments: [
        (301, "GET"), (302, "GET"), (303, "GET"), (307, "POST"), (308, "POST"),
    ])
    func methodAndBody(status: Int, method: String) async throws {
        let requests = try await follow(status, "/c")
        #expect(requests.map(\.method) == ["POST", method])
        #expect(requests.last?.body == (method == "GET" ? [] : [1]))
        #expect(requests.last?.headers["content-type"] == (method == "GET" ? nil : "application/octet-stream"))
        #expect(requests.last?.headers["authorization"] == "Bearer bbbb")
    }

    @Test(arguments: [
        ("/c?d", "https://eu.example.com/c?d"), ("c", "https://eu.example.com/v1/a/c"), ("../../c/./d", "https://eu.example.com/c/d"),
        ("?z", "https://eu.example.com/v1/a/b?z"), ("https://EU.example.com:443/c#f", "https://EU.example.com:443/c"),
    ])
    func locationsAreRelative(location: String, url: String) async throws {
        let last = try #require(try await follow(307, location).last)
        #expect(last.url == url)
        #expect(last.headers["x-api-key"] == "hhhh")
    }

    @Test(arguments: [
        "https://other.example.com/c", "//other.example.com/c", "https://eu.example.com:8443/c", "https://eu.example.com.evil.org/",
        "https://eu.example.com@evil.org/",
    ])
    func credentialsStayWithTheirHost(location: String) async throws {
        let last = try #require(try await follow(307, location).last)
        #expect(!last.url.hasPrefix("https://eu.example.com/"))
        #expect(last.headers["authorization"] == nil)
        #expect(last.headers["x-api-key"] == nil)
        #expect(last.headers["cookie"] == nil)
        #expect(last.body == [1])
    }

    @Test(arguments: ["http://eu.example.com/c", "ftp://eu.example.com/c", "http://"]) func nothingLeavesTLS(location: String) async throws {
        await #expect { try await follow(307, location) } throws: { ($0 as? APIError)?.status == 307 }
    }

    @Test func aStreamIsNotSentTwice() async throws {
        let stream = RequestBody.stream(AsyncStream<[UInt8]> { $0.finish() })
        await #expect { try await follow(307, "/c", body: stream) } throws: { ($0 as? APIError)?.status == 307 }
    }

    @Test func thereIsALimit() async {
        let transport = InMemoryTransport(TransportResponse(status: 302, headers: ["location": "/again"]))
        await #expect {
            try await testClient(transport).send(APIRequest("GET", "/x"), RequestOptions(maxRetries: 0))
        } throws: {
            "\($0)" == "GET /x: no connection: more than 10 redirects"
        }
        #expect(await transport.requests.count == 11)
    }
}
