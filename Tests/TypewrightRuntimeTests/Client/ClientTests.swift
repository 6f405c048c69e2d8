import Testing
import TypewrightRuntime

@Suite struct ClientTests {
    @Test func baseURLs() async throws {
        func url(_ baseURL: String?, _ change: (inout ClientConfiguration) -> Void = { _ in }) async throws -> String? {
            let transport = InMemoryTransport(.json("{}"))
            try await testClient(transport, baseURL: baseURL, change).send(APIRequest("GET", "/x"))
            return await transport.requests.first?.url
        }
        #expect(try await url(nil) == "https://eu.example.com/v1/x")
        #expect(try await url(nil) { $0.serverVariables = ["region": "us"] } == "https://us.example.com/v1/x")
        #expect(try await url(nil) { $0.environment = { $0 == "TEST_BASE_URL" ? "http://localhost:80/e/" : nil } } == "http://localhost:80/e/x")
        #expect(try await url(nil) { $0.baseURL = "http://c" } == "http://c/x")
        #expect(try await url("http://p/") { $0.baseURL = "http://c" } == "http://p/x")
        await #expect(throws: APIError.self) { try await url("/relative") }
    }

    @Test func anOperationMayHaveItsOwnServer() async throws {
        var request = APIRequest("POST", "/x")
        request.server("https://uploads.example.com")
        #expect(try await sent(request)?.url == "https://uploads.example.com/x")
        request.server("https://{unknown}.example.com")
        let broken = request
        await #expect(throws: APIError.self) { try await sent(broken) }
    }

    @Test func whatTheBodyIs() async throws {
        let client = testClient(InMemoryTransport(.json("[1, 2]")))
        let request = APIRequest("GET", "/x")
        #expect(try await client.value(of: request) as [Int] == [1, 2])
        #expect(try await client.optionalValue(of: request) as [Int]? == [1, 2])
        #expect(try await client.text(of: request) == "[1, 2]")
        #expect(try await client.bytes(of: request) == Array("[1, 2]".utf8))
        #expect(try await client.stream(of: request).collect() == Array("[1, 2]".utf8))
        let answer = try await client.answer(to: request)
        #expect(answer.status == 200)
        #expect(try client.decode(answer, as: [Int].self) == [1, 2])
        let nothing = testClient(InMemoryTransport(TransportResponse(status: 204)))
        #expect(try await nothing.optionalValue(of: request) as [Int]? == nil)
        try await nothing.send(request)
    }

    @Test func headersByPrecedence() async throws {
        let transport = InMemoryTransport(.json("{}"))
        let client = testClient(transport) { $0.headers = ["X-A": "client", "X-B": "client", "X-C": "client", "User-Agent": "me"] }
        var request = APIRequest("GET", "/x")
        request.header("x-b", "call")
        request.header("x-c", "call")
        request.accept("application/xml")
        try await client.send(request, RequestOptions(headers: ["X-c": "options"]))
        let headers = try #require(await transport.requests.first?.headers)
        #expect(["x-a", "x-b", "x-c", "user-agent", "accept"].map { headers[$0] } == ["client", "call", "options", "me", "application/xml"])
    }

    @Test func requestsAreCheckedUnlessToldOtherwise() async throws {
        let transport = InMemoryTransport(.json("{}"))
        let client = testClient(transport)
        var request = APIRequest("POST", "/x")
        request.json(Speed(value: 2.0))
        await #expect { try await client.send(request) } throws: { error in
            guard let error = error as? APIError, case .invalidRequest = error else { return false }
            return error.validation?.violations.first?.keyword == "maximum" && "\(error)".hasPrefix("POST /x: not sent: ")
        }
        #expect(await transport.requests.isEmpty)
        try await client.send(request, RequestOptions(validation: ValidationPolicy(checksRequests: false)))
        #expect(await transport.requests.count == 1)
    }

    @Test func answersAreCheckedIfToldSo() async throws {
        let reports = Reports()
        let client = testClient(InMemoryTransport(.json("2.0"))) {
            $0.reportViolations = { error, context in reports.note("\(context): \(error.violations.count)") }
        }
        let request = APIRequest("GET", "/x")
        func value(_ responses: ValidationPolicy.Responses) async throws -> Double {
            let speed: Speed = try await client.value(of: request, RequestOptions(validation: ValidationPolicy(responses: responses)))
            return speed.value
        }
        #expect(try await value(.off) == 2.0)
        #expect(reports.all.isEmpty)
        #expect(try await value(.report) == 2.0)
        #expect(reports.all == ["GET /x: 1"])
        await #expect { try await value(.reject) } throws: { error in
            if case .invalidResponse = error as? APIError { true } else { false }
        }
    }

    @Test func filesHaveMoreTime() async {
        let transport = InMemoryTransport { _ in throw TransportError.timeout }
        let client = testClient(transport) { $0.retries.maxRetries = 0 }
        func limit(_ call: () async throws -> Void) async -> Duration? {
            do { try await call() } catch APIError.timeout(let limit, _) { return limit } catch {}
            return nil
        }
        var upload = APIRequest("PUT", "/x")
        upload.bytes(.stream(AsyncStream<[UInt8]> { $0.finish() }))
        let ready = upload
        #expect(await limit { try await client.send(APIRequest("GET", "/x")) } == .seconds(60))
        #expect(await limit { try await client.send(APIRequest("GET", "/x"), RequestOptions(timeout: .seconds(5))) } == .seconds(5))
        #expect(await limit { try await client.send(ready) } == .seconds(3600))
        #expect(await limit { try await client.download(APIRequest("GET", "/x"), to: "/nowhere") } == .seconds(3600))
    }

    @Test func downloadsGoToAFileOnAnyTransport() async throws {
        let path = "/tmp/typewright-download-\(UInt64.random(in: 0 ... .max))"
        let client = testClient(InMemoryTransport(.json("[1]")))
        try await client.download(APIRequest("GET", "/x"), to: path)
        #expect(try await RequestBody.file(path).chunks().collect() == Array("[1]".utf8))
        await #expect { try await client.download(APIRequest("GET", "/x"), to: "/nowhere/x") } throws: { error in
            if case .file = error as? APIError { true } else { false }
        }
    }
}

/// At most 1.5.
struct Speed: JSONCodable {
    var value: Double

    init(value: Double) { self.value = value }
    init(_ blank: JSONBlank) { value = 0 }
    mutating func read(from reader: inout JSONReader) { reader.read(&value) }
    func write(to writer: inout JSONWriter) { writer.value(value) }
    static func check(_ c: JSONChecker) { c.number(maximum: 1.5) }
}
