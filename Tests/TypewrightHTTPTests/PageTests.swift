import Foundation
import Testing
import TypewrightRuntime

@testable import TypewrightHTTP

/// Lists in pages, walked with generated methods over real sockets.
@Suite struct PageTests {
    /// Answers by target; everything else is 404.
    private func withPages<Result>(
        _ pages: [String: String], headers: [String: [String: String]] = [:], _ body: (AgentClient, LoopbackServer) async throws -> Result
    ) async throws -> Result {
        try await withServer { incoming, connection in
            guard let page = pages[incoming.target] else { return try connection.answer(404, [:], "no page \(incoming.target)") }
            try connection.answer(200, headers[incoming.target] ?? [:], page)
        } _: { server in
            try await body(agents(server), server)
        }
    }

    private func agents(_ server: LoopbackServer, _ transport: any Transport = URLSessionTransport()) -> AgentClient {
        var configuration = ClientConfiguration.patient
        configuration.environment = { _ in nil }
        configuration.retries.firstPause = .milliseconds(1)
        return AgentClient(apiKey: "s3cr3t", baseURL: server.url, configuration: configuration, transport: transport)
    }

    private func collect<Items: AsyncSequence>(_ items: Items) async throws -> [Items.Element] {
        var all: [Items.Element] = []
        for try await item in items { all.append(item) }
        return all
    }

    private static let cursors = [
        "/assistants?limit=2": #"{"assistants":[{"id":"a","name":"A"},{"id":"b","name":"B"}],"next_cursor":"c 1"}"#,
        "/assistants?limit=2&cursor=c%201": #"{"assistants":[],"next_cursor":"2"}"#,
        "/assistants?limit=2&cursor=2": #"{"assistants":[{"id":"c","name":"C"}]}"#,
    ]

    @Test func cursorsAndAnEmptyPage() async throws {
        try await withPages(Self.cursors) { agents, server in
            let list = agents.assistants.listAll(limit: 2, options: RequestOptions(headers: ["X-Walk": "1"]))
            #expect(server.requests.isEmpty)
            let ids = try await collect(list).map(\.id)
            #expect(ids == ["a", "b", "c"])
            let counts = try await collect(list.pages).map(\.assistants.count)
            #expect(counts == [2, 0, 1])
            #expect(server.requests.count == 6)
            #expect(server.requests.allSatisfy { $0.headers["authorization"] == "Bearer s3cr3t" && $0.headers["x-walk"] == "1" })
        }
    }

    @Test func nothingMoreIsAskedForThanIsRead() async throws {
        try await withPages(Self.cursors) { agents, server in
            for try await assistant in agents.assistants.listAll(limit: 2) where assistant.id == "b" { break }
            #expect(server.requests.map(\.target) == ["/assistants?limit=2"])
        }
    }

    @Test func pageNumbers() async throws {
        try await withPages([
            "/calls/pages?page=1": #"{"calls":[{"id":1},{"id":2}]}"#, "/calls/pages?page=2": #"{"calls":[{"id":3}]}"#,
            "/calls/pages?page=3": #"{"calls":[]}"#,
        ]) { agents, server in
            let ids = try await collect(agents.calls.listPagesAll()).map(\.id)
            #expect(ids == [1, 2, 3])
            #expect(server.requests.count == 3)
        }
    }

    @Test func offsetsUntilThereIsNoMore() async throws {
        try await withPages([
            "/calls/offsets?offset=0": #"{"calls":[{"id":1},{"id":2}],"more":true}"#,
            "/calls/offsets?offset=2": #"{"calls":[{"id":3}],"more":false}"#,
        ]) { agents, server in
            let ids = try await collect(agents.calls.listOffsetsAll()).map(\.id)
            #expect(ids == [1, 2, 3])
            #expect(server.requests.count == 2)
        }
    }

    @Test func linkHeaders() async throws {
        try await withPages(
            ["/calls/links": #"[{"id":1}]"#, "/calls/links?after=1": #"[{"id":2}]"#],
            headers: ["/calls/links": ["Link": #"</calls/links>; rel="first", <?after=1>; rel="next last""#]]
        ) { agents, server in
            let ids = try await collect(agents.calls.listLinksAll()).map(\.id)
            #expect(ids == [1, 2])
            #expect(server.requests.map(\.target) == ["/calls/links", "/calls/links?after=1"])
        }
    }

    @Test func urlsOfTheNextPage() async throws {
        let other = try LoopbackServer { _, connection in try connection.answer(200, [:], #"{"calls":[]}"#) }
        defer { other.stop() }
        try await withServer { incoming, connection in
            let own = "http://" + (incoming.headers["host"] ?? "")
            switch incoming.target {
            case "/calls/urls": try connection.answer(200, [:], #"{"calls":[{"id":1}],"next":"\#(own)/calls/urls?token=2"}"#)
            case "/calls/urls?token=2": try connection.answer(200, [:], #"{"calls":[{"id":2}],"next":"/calls/urls?token=3"}"#)
            default: try connection.answer(200, [:], #"{"calls":[{"id":3}],"next":"\#(other.url)/calls/urls"}"#)
            }
        } _: { server in
            var walk = agents(server).calls.listURLsAll().makeAsyncIterator()
            let first = try await walk.next()?.id
            #expect(first == 1)
            let second = try await walk.next()?.id
            #expect(second == 2)
            // The page that names another server comes with its fault: credentials would go with the next request.
            let error = await failure { try await walk.next() }
            #expect(error?.kind == "configuration")
            #expect(other.requests.isEmpty)
        }
    }

    @Test func anErrorMidway() async throws {
        try await withServer { incoming, connection in
            switch incoming.target {
            case "/calls/pages?page=1": try connection.answer(200, [:], #"{"calls":[{"id":1}]}"#)
            case "/calls/pages?page=2" where incoming.headers["x-retry-count"] == nil: try connection.answer(503, [:], "later")
            case "/calls/pages?page=2": try connection.answer(200, [:], #"{"calls":[{"id":2}]}"#)
            default: try connection.answer(403, [:], "enough")
            }
        } _: { server in
            var walk = agents(server).calls.listPagesAll().makeAsyncIterator()
            let first = try await walk.next()?.id
            #expect(first == 1)
            let second = try await walk.next()?.id
            #expect(second == 2)
            let error = await failure { try await walk.next() }
            #expect(error?.status == 403)
            let rest = try await walk.next()
            #expect(rest == nil)
            #expect(server.requests.count == 4)
        }
    }

    @Test func cancelledMidway() async throws {
        let transport = URLSessionTransport()
        try await withServer { incoming, connection in
            if incoming.target == "/calls/pages?page=1" { return try connection.answer(200, [:], #"{"calls":[{"id":1}]}"#) }
            // Longer than any machine is busy: the second request must not fail and come again.
            if connection.waitForClose(milliseconds: 60_000) { connection.finish() }
        } _: { server in
            let agents = agents(server, transport)
            let task = Task { for try await _ in agents.calls.listPagesAll() {} }
            #expect(await eventually { server.requests.count == 2 })
            task.cancel()
            let error = await failure { try await task.value }
            #expect(error?.kind == "cancelled")
            #expect(await eventually { transport.openTasks == 0 && server.openConnections == 0 })
        }
    }

    /// A server whose cursors lead in a circle does not keep its client busy for ever.
    @Test(arguments: [1, 2, 3, 7]) func cursorsInACircle(length: Int) async throws {
        try await withServer { incoming, connection in
            let cursor = incoming.target.split(separator: "=").last.flatMap { Int($0) } ?? -1
            try connection.answer(200, [:], #"{"assistants":[{"id":"\#(cursor)","name":""}],"next_cursor":"\#((cursor + 1) % length)"}"#)
        } _: { server in
            let list = agents(server).assistants.listAll()
            if length == 1 {
                // The same one again is how some servers say that there are no more.
                let count = try await collect(list).count
                #expect(count == 2)
            } else {
                let error = await failure { try await collect(list) }
                #expect("\(error as Any)".contains("the next page is one that was read before"))
            }
            #expect(server.requests.count <= 4 * length + 2)
        }
    }
}
