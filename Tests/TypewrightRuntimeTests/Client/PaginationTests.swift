import Testing

@testable import TypewrightRuntime

@Suite struct PaginationTests {
    /// The items, and the paths that were asked for, from pages by path.
    func walk(
        _ pagination: Pagination, _ pages: [String: (body: String, headers: HeaderFields)], items: String = "data"
    ) async throws -> (items: [Int], paths: [String]) {
        let transport = InMemoryTransport { request in
            guard let page = pages[request.path] else { return .json("{}", status: 404) }
            return .json(page.body, headers: page.headers)
        }
        var request = APIRequest("GET", "/list")
        request.query("limit", 2)
        let list: Paginated<JSONValue, Int> = testClient(transport).pages(
            of: request, by: pagination, items: { page in (page[items]?.elements ?? page.elements).compactMap(\.int) }
        )
        #expect(await transport.requests.isEmpty)
        var all: [Int] = []
        for try await item in list { all.append(item) }
        return (all, await transport.requests.map { String($0.path.dropFirst("/v1/list?".count)) })
    }

    @Test func cursors() async throws {
        let walked = try await walk(.cursor(parameter: "cursor", next: "/meta/next"), [
            "/v1/list?limit=2": (#"{"data":[1,2],"meta":{"next":"a b"}}"#, [:]),
            "/v1/list?limit=2&cursor=a%20b": (#"{"data":[],"meta":{"next":7}}"#, [:]),
            "/v1/list?limit=2&cursor=7": (#"{"data":[3],"meta":{"next":null}}"#, [:]),
        ])
        #expect(walked.items == [1, 2, 3])
        #expect(walked.paths == ["limit=2", "limit=2&cursor=a%20b", "limit=2&cursor=7"])
    }

    @Test func theLastItemAsCursor() async throws {
        let walked = try await walk(.cursor(parameter: "after", next: "/data/-", more: "/has_more"), [
            "/v1/list?limit=2": (#"{"data":[1,2],"has_more":true}"#, [:]),
            "/v1/list?limit=2&after=2": (#"{"data":[3],"has_more":false}"#, [:]),
        ])
        #expect(walked.items == [1, 2, 3])
        #expect(walked.paths.count == 2)
    }

    @Test func aCursorThatStaysTheSameEndsTheList() async throws {
        let walked = try await walk(.cursor(parameter: "c", next: "/next"), [
            "/v1/list?limit=2": (#"{"data":[1],"next":"x"}"#, [:]), "/v1/list?limit=2&c=x": (#"{"data":[2],"next":"x"}"#, [:]),
        ])
        #expect(walked.items == [1, 2])
    }

    @Test func pageNumbersAndOffsets() async throws {
        let pages = try await walk(.page(parameter: "page"), [
            "/v1/list?limit=2&page=1": ("[1,2]", [:]), "/v1/list?limit=2&page=2": ("[3]", [:]), "/v1/list?limit=2&page=3": ("[]", [:]),
        ])
        #expect(pages.items == [1, 2, 3])
        let offsets = try await walk(.offset(parameter: "skip"), [
            "/v1/list?limit=2&skip=0": ("[1,2]", [:]), "/v1/list?limit=2&skip=2": ("[3]", [:]), "/v1/list?limit=2&skip=3": ("[]", [:]),
        ])
        #expect(offsets.items == [1, 2, 3])
    }

    @Test func linkHeaders() async throws {
        let walked = try await walk(.linkHeader, [
            "/v1/list?limit=2": ("[1,2]", ["Link": #"</v1/list?page=1>; rel="first", <https://eu.example.com/v1/list?page=2>; title="a"; rel="next""#]),
            "/v1/list?page=2": ("[3]", ["Link": "</v1/list?limit=2>; rel=prev"]),
        ])
        #expect(walked.items == [1, 2, 3])
        #expect(walked.paths == ["limit=2", "page=2"])
    }

    @Test(arguments: [
        (#"<a>; rel=next"#, "a"), (#"<a>;rel="next""#, "a"), (#"<a> ; title="x, <b>; rel=next"; REL="prev Next""#, "a"),
        (#"<a>; rel="first", <b?x=1,2>; rel=next; type="t""#, "b?x=1,2"), (#"<a>; rel=prev; rel=next"#, nil), (#"<a>; rel="nextpage""#, nil),
        (#"<a>; title="\"; rel=next"; rel=up"#, nil), ("<a", nil), ("", nil), ("rel=next", nil), (#"<>; rel="next"#, ""),
    ] as [(String, String?)])
    func theNextLink(header: String, target: String?) {
        #expect(nextLink(header) == target)
    }

    @Test func urlsInTheBody() async throws {
        let walked = try await walk(.nextURL("/next"), [
            "/v1/list?limit=2": (#"{"data":[1],"next":"/v1/list?token=b"}"#, [:]), "/v1/list?token=b": (#"{"data":[2],"next":""}"#, [:]),
        ])
        #expect(walked.items == [1, 2])
        await #expect {
            try await walk(.nextURL("/next"), ["/v1/list?limit=2": (#"{"data":[1],"next":"https://evil.org/"}"#, [:])])
        } throws: { error in
            if case .configuration = error as? APIError { true } else { false }
        }
    }

    @Test func byAnExtension() async throws {
        let pages = Paginated(items: { (page: [Int]) in page }, next: { page in page.last.flatMap { $0 < 6 ? $0 : nil } }) { last in
            [(last ?? 0) + 1, (last ?? 0) + 2]
        }
        var items: [Int] = []
        for try await item in pages { items.append(item) }
        #expect(items == [1, 2, 3, 4, 5, 6])
        var counts: [Int] = []
        for try await page in pages.pages { counts.append(page.count) }
        #expect(counts == [2, 2, 2])
    }
}
