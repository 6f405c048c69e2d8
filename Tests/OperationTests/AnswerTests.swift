import Testing
import TypewrightRuntime

/// What comes back under different statuses, in headers, and as different media types.
@Suite struct AnswerTests {
    private func result(_ status: Int, _ text: String, _ type: String = "application/json") async throws -> AnswersSeveralResult {
        let sample = Sample(TransportResponse(status: status, headers: ["Content-Type": type], body: .bytes(Array(text.utf8))))
        return try await sample.places.answers.several()
    }

    @Test func eachStatusHasItsCase() async throws {
        guard case .ok(Place(name: "a")) = try await result(200, #"{"name":"a"}"#) else { throw Unexpected() }
        guard case .accepted(let job) = try await result(202, #"{"job":"j"}"#), job.job == "j" else { throw Unexpected() }
        guard case .nonAuthoritative("note") = try await result(203, "note", "text/plain") else { throw Unexpected() }
        guard case .noContent = try await result(204, "") else { throw Unexpected() }
        guard case .status2XX(["x"]) = try await result(206, #"["x"]"#) else { throw Unexpected() }
        #expect(try await Sample(TransportResponse(status: 204)).places.answers.maybe() == nil)
        #expect(try await Sample(.json(#"{"name":"a"}"#)).places.answers.maybe() == Place(name: "a"))
    }

    private struct Unexpected: Error {}

    @Test(arguments: [(404, true), (500, true), (418, false)])
    func failuresCarryWhatIsDocumentedForTheirStatus(status: Int, isProblem: Bool) async throws {
        let sample = Sample(.json(#"{"title":"t","reason":"r"}"#, status: status))
        let error = await #expect(throws: APIError.self) { _ = try await sample.places.answers.with(RequestOptions(maxRetries: 0)).several() }
        let failure = try #require(error?.failure)
        #expect((failure.documentedBody as? Problem)?.title == (isProblem ? "t" : nil))
        #expect((failure.documentedBody as? AnswersSeveralDefaultResponse)?.reason == (isProblem ? nil : "r"))
    }

    @Test func otherMediaTypesHaveMethodsOfTheirOwn() async throws {
        let sample = Sample(.json("[]"))
        let answers = sample.places.answers
        #expect(try await answers.exportCSV() == "[]")
        #expect(try await sample.request.headers["Accept"] == "text/csv")
        #expect(try await answers.exportPDF() == Array("[]".utf8))
        #expect(try await sample.request.headers["Accept"] == "application/pdf")
        #expect(try await answers.exportPlaceV2() == [])
        #expect(try await sample.request.headers["Accept"] == "application/vnd.place.v2+json")
        let events = Sample(.chunks([Array("data: {\"name\":\"a\"}\n\n".utf8)]))
        var names: [String] = []
        for try await place in try await events.places.answers.exportStream() { names.append(place.name) }
        #expect(names == ["a"])
    }

    @Test func headersAreTyped() async throws {
        let sample = Sample(.json(#"{"name":"a"}"#, headers: [
            "X-Left": "12", "X-Share": "0.5", "X-Final": "true", "X-Kind": "warm", "X-When": "2025-01-02T03:04:05Z",
            "X-Tags": "a, b,c", "X-Counts": "1, 2", "X-Color": "R,1,G,2,B,3", "X-Color-Exploded": "R=1,G=2,B=3",
            "X-Place": #"{"name":"b"}"#, "Link": "<https://example.com/2>; rel=\"next\"",
        ]))
        let answer = try await sample.places.answers.withResponse { try await $0.heads() }
        let headers = AnswersHeadsHeaders(answer.headers)
        #expect(headers.xLeft == 12)
        #expect(headers.xShare == 0.5)
        #expect(headers.xFinal == true)
        #expect(headers.xKind == .warm)
        #expect(headers.xWhen == "2025-01-02T03:04:05Z")
        #expect(headers.xTags == ["a", "b", "c"])
        #expect(headers.xCounts == [1, 2])
        #expect(headers.xColor == RGB(r: 1, g: 2, b: 3))
        #expect(headers.xColorExploded == RGB(r: 1, g: 2, b: 3))
        #expect(headers.xPlace == Place(name: "b"))
        #expect(headers.link == "<https://example.com/2>; rel=\"next\"")
        #expect(headers.retryAfter == nil)
        #expect(AnswersAlsoSameHeadsHeaders(answer.headers).xLeft == 12)
    }

    @Test func headersThatSaySomethingElseAreNil() {
        let headers = AnswersHeadsHeaders(["X-Left": "many", "X-Final": "7", "X-Place": "{", "X-Counts": "1,x", "X-Kind": "new", "X-Tags": ""])
        #expect(headers.xLeft == nil)
        #expect(headers.xFinal == nil)
        #expect(headers.xPlace == nil)
        #expect(headers.xCounts == nil)
        #expect(headers.xKind == .unrecognized("new"))
        #expect(headers.xTags == [""])
    }

    @Test func rangesAndDefaultsAlone() async throws {
        let place = #"{"name":"a"}"#
        #expect(try await Sample(.json(place, status: 206)).places.answers.rangeOnly() == Place(name: "a"))
        #expect(try await Sample(.json(place)).places.answers.defaultOnly() == Place(name: "a"))
        let error = await #expect(throws: APIError.self) { _ = try await Sample(.json(#"{"title":"t"}"#, status: 418)).places.answers.rangeOnly() }
        #expect((error?.failure?.documentedBody as? Problem)?.title == "t")
        // Every status is promised the same, and yet a 404 is no success.
        let missing = await #expect(throws: APIError.self) { _ = try await Sample(.json(place, status: 404)).places.answers.defaultOnly() }
        #expect((missing?.failure?.documentedBody as? Place)?.name == "a")
        let sample = Sample(TransportResponse(status: 200, headers: ["Content-Length": "5"]))
        try await sample.places.answers.rangeHead()
        #expect(try await sample.request.method == "HEAD")
    }

    @Test func methodsOfEveryName() async throws {
        let sample = Sample()
        try await sample.places.answers.search(r: 1, g: 2, b: 3)
        #expect(try await sample.request.method == "QUERY")
        #expect(try await sample.request.text == #"{"R":1,"G":2,"B":3}"#)
        try await sample.places.answers.copyAll()
        #expect(try await sample.request.method == "COPY")
    }
}

/// Servers of the document, of paths and of operations, with their variables.
@Suite struct ServerTests {
    private func url(
        baseURL: String? = nil, variables: [String: String] = [:], _ call: (PlacesClient) async throws -> Void
    ) async throws -> String {
        let transport = InMemoryTransport(TransportResponse(status: 204))
        var configuration = ClientConfiguration()
        configuration.environment = { _ in nil }
        configuration.serverVariables = variables
        try await call(PlacesClient(baseURL: baseURL, configuration: configuration, transport: transport))
        return try #require(await transport.requests.first?.url)
    }

    @Test func ofTheDocument() async throws {
        #expect(try await url { try await $0.styles.query() } == "https://example.com/v1/form")
        #expect(try await url(variables: ["base": "v2"]) { try await $0.styles.query() } == "https://example.com/v2/form")
        #expect(try await url(baseURL: PlacesClient.Servers.production(base: "v3")) { try await $0.styles.query() } == "https://example.com/v3/form")
        #expect(try await url(baseURL: PlacesClient.Servers.regional(region: "us")) { try await $0.styles.query() } == "https://us.example.com/form")
    }

    @Test func ofPathsAndOperations() async throws {
        #expect(try await url { try await $0.answers.onPathServer() } == "https://path.example.com/elsewhere")
        #expect(try await url { try await $0.answers.onOperationServer() } == "https://a.op.example.com/x/elsewhere")
        #expect(try await url(variables: ["zone": "b"]) { try await $0.answers.onOperationServer() } == "https://b.op.example.com/x/elsewhere")
        #expect(try await url(baseURL: "http://localhost:1") { try await $0.answers.onOperationServer() } == "http://localhost:1/elsewhere")
    }
}
