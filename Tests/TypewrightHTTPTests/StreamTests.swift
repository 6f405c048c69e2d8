import Foundation
import Testing
import TypewrightHTTP
import TypewrightRuntime

/// Generated streaming methods over real sockets.
@Suite struct StreamTests {
    private func agents(_ server: LoopbackServer) -> AgentClient {
        AgentClient(apiKey: "s3cr3t", baseURL: server.url, configuration: .patient, transport: URLSessionTransport())
    }

    private static let events = "\u{FEFF}: hello\r\n\r\nid: 1\r\ndata: {\"id\":\"a\",\r\ndata: \"name\":\"ä\"}\r\n\r\n"
        + "event: other\nretry: 10\ndata: {\"id\":\"b\",\"name\":\"\"}\n\ndata: [DONE]\n\ndata: after the end\n\n"

    /// Split anywhere, within a character and between CR and LF too.
    @Test(arguments: [1, 2, 3, 1000]) func events(size: Int) async throws {
        try await withServer { incoming, connection in
            try connection.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n")
            let bytes = Array(Self.events.utf8)
            for start in stride(from: 0, to: bytes.count, by: size) {
                let part = Array(bytes[start..<min(start + size, bytes.count)])
                try connection.write(Array("\(String(part.count, radix: 16))\r\n".utf8) + part + [13, 10])
                if start % 16 == 0 { usleep(500) }
            }
            try connection.chunk("")
        } _: { server in
            var seen: [Assistant] = []
            for try await assistant in try await agents(server).assistants.events("x") { seen.append(assistant) }
            #expect(seen == [Assistant(id: "a", name: "ä"), Assistant(id: "b", name: "")])
            #expect(server.requests.first?.headers["accept"] == "text/event-stream")
        }
    }

    @Test func linesAsTheyCome() async throws {
        let gate = DispatchSemaphore(value: 0)
        try await withServer { _, connection in
            try connection.write("HTTP/1.1 200 OK\r\nContent-Type: application/jsonl\r\n\r\n{\"id\":1}\n{\"i")
            // The first has to arrive while the second is on its way.
            gate.wait()
            try connection.write("d\":2}\r\n\n{\"id\":3}")
            connection.finish()
        } _: { server in
            var lines = try await agents(server).calls.log().makeAsyncIterator()
            let first = try await lines.next()?.id
            #expect(first == 1)
            gate.signal()
            let second = try await lines.next()?.id
            #expect(second == 2)
            let third = try await lines.next()?.id
            #expect(third == 3)
            let rest = try await lines.next()
            #expect(rest == nil)
        }
    }

    /// What has arrived counts, and then comes the error.
    @Test func aStreamThatIsCutShort() async throws {
        try await withServer { _, connection in
            try connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            try connection.chunk("{\"id\":1}\n{\"id")
            usleep(50_000)
            connection.reset()
        } _: { server in
            var lines = try await agents(server).calls.log().makeAsyncIterator()
            let first = try await lines.next()?.id
            #expect(first == 1)
            let error = await failure { try await lines.next() }
            #expect(error?.kind == "connection")
            let rest = try await lines.next()
            #expect(rest == nil)
        }
    }

    @Test func aStreamIsRetriedUntilItBegins() async throws {
        try await withServer { incoming, connection in
            if incoming.headers["x-retry-count"] == nil { return try connection.answer(503, ["Retry-After-Ms": "1"], "later") }
            try connection.answer(200, [:], "{\"id\":1}\n")
        } _: { server in
            var count = 0
            for try await _ in try await agents(server).calls.log() { count += 1 }
            #expect(count == 1)
            #expect(server.requests.count == 2)
        }
    }

    @Test func aDownloadThroughAGeneratedMethod() async throws {
        let file = TemporaryFile()
        let path = file.path
        try await withServer { incoming, connection in
            if incoming.target == "/recordings/none" { return try connection.answer(404, [:], "none") }
            try connection.answer(200, ["X-Request-Id": "r"], "the sound")
        } _: { server in
            let agents = agents(server)
            let answer = try await agents.recordings.download(to: path) { try await $0.content("r1") }
            #expect(answer.requestID == "r")
            #expect(file.size == 9)
            let error = await failure { try await agents.recordings.download(to: path) { try await $0.content("none") } }
            #expect(error?.status == 404)
            #expect(file.size == 9)
            let raw = try await agents.recordings.withRawResponse { try await $0.content("r1") }
            let bytes = try await raw.body.collect()
            #expect(bytes == Array("the sound".utf8))
        }
    }
}
