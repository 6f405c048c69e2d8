import Foundation
import Testing
import TypewrightHTTP
import TypewrightRuntime

/// Answers of every kind, good and bad, over real sockets.
@Suite struct AnswerTests {
    let request = APIRequest("GET", "/x")

    @Test(arguments: [200, 201, 202, 299]) func successes(status: Int) async throws {
        try await withServer { _, connection in
            try connection.answer(status, ["Content-Type": "application/json", "X-Request-Id": "r"], "[1]")
        } _: { server in
            let answer = try await loopbackClient(server).answer(to: request)
            #expect(answer.status == status)
            #expect(answer.value == Array("[1]".utf8))
            #expect(answer.requestID == "r")
            #expect(server.requests.first?.headers["authorization"] == "Bearer s3cr3t")
        }
    }

    @Test(arguments: [300, 304, 400, 401, 403, 404, 407, 408, 409, 410, 418, 422, 429, 500, 502, 503, 504])
    func failures(status: Int) async throws {
        try await withServer { _, connection in
            try connection.answer(status, ["WWW-Authenticate": "Basic realm=\"x\"", "Proxy-Authenticate": "Basic"], status == 304 ? "" : "why")
        } _: { server in
            let error = await failure { try await loopbackClient(server).answer(to: request) }
            #expect(error?.status == status)
            #expect(error?.failure?.body == Array((status == 304 ? "" : "why").utf8))
            #expect(server.requests.count == 1)
        }
    }

    @Test func noContentAndHead() async throws {
        try await withServer { incoming, connection in
            if incoming.method == "HEAD" {
                try connection.write("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n")
            } else {
                try connection.answer(204)
            }
        } _: { server in
            let client = loopbackClient(server)
            let nothing: JSONValue? = try await client.optionalValue(of: request)
            #expect(nothing == nil)
            let head = try await client.answer(to: APIRequest("HEAD", "/x"))
            #expect(head.headers["content-length"] == "500")
            #expect(head.body.isEmpty)
        }
    }

    @Test func chunked() async throws {
        try await withServer { _, connection in
            try connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            for part in ["{\"a\"", ":", "[1,2", "]}"] {
                try connection.chunk(part)
                usleep(2_000)
            }
            try connection.chunk("")
        } _: { server in
            let value: JSONValue = try await loopbackClient(server).value(of: request)
            #expect(value == ["a": [1, 2]])
        }
    }

    @Test func gzip() async throws {
        // gzip of "[1,2,3]"
        let body: [UInt8] = [
            31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 139, 54, 212, 49, 210, 49, 142, 5, 0, 233, 179, 109, 253, 7, 0, 0, 0,
        ]
        try await withServer { _, connection in
            try connection.answer(200, ["Content-Encoding": "gzip", "Content-Type": "application/json"], body)
        } _: { server in
            let value: [Int] = try await loopbackClient(server).value(of: request)
            #expect(value == [1, 2, 3])
            #expect(server.requests.first?.headers["accept-encoding"]?.contains("gzip") == true)
        }
    }

    /// Bytes are counted as they are read, not as they are sent; streams and files get them the same way.
    @Test func gzipEverywhere() async throws {
        let head: [UInt8] = [31, 139, 8, 0, 0, 0, 0, 0, 2, 3]
        let zeros = zeroBlocks(1_000_000)
        try await withServer { _, connection in
            try connection.answer(200, ["Content-Encoding": "gzip"], head + zeros)
        } _: { server in
            let client = loopbackClient(server) { $0.maximumResponseBytes = 100_000 }
            #expect(await failure { try await client.bytes(of: request) }?.kind == "limit")
            let stream = try await client.stream(of: request)
            var count = 0
            for try await chunk in stream { count += chunk.count }
            #expect(count == 1_000_000)
            let file = TemporaryFile()
            try await client.download(request, to: file.path)
            #expect(file.size == 1_000_000)
        }
    }

    @Test func wrongContentType() async throws {
        try await withServer { _, connection in
            try connection.answer(200, ["Content-Type": "text/html"], "<p>hello")
        } _: { server in
            let error = await failure { try await loopbackClient(server).value(of: request) as JSONValue }
            #expect(error?.kind == "undecodableBody")
            #expect("\(error as Any)".contains("'text/html', not JSON"))
            let events = await failure { try await loopbackClient(server).events(of: request) }
            #expect("\(events as Any)".contains("'text/html', not text/event-stream"))
            let lines = await failure {
                for try await _ in try await loopbackClient(server).lines(of: request) as ItemStream<JSONValue> {}
            }
            #expect(lines?.kind == "undecodableBody")
        }
    }

    @Test func sizesOfChunksInEverySpelling() async throws {
        try await withServer { _, connection in
            try connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            try connection.write("0000002;note=x\r\n[1\r\n0A\r\n,2,3,4,5,6\r\n1\r\n]\r\n0\r\n\r\n")
        } _: { server in
            let client = loopbackClient(server)
            for _ in 0..<2 {
                let value: [Int] = try await client.value(of: request)
                #expect(value == [1, 2, 3, 4, 5, 6])
            }
            #expect(server.connections == 1)
        }
    }

    /// `ChildProcessTests` has those that end within the head.
    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nz\r\n",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello",
        "HTTP/1.1 100 Continue\r\n\r\n",
        "hello\r\n",
        "",
    ])
    func brokenAnswers(text: String) async throws {
        try await withServer { _, connection in
            try connection.write(text)
            connection.finish()
        } _: { server in
            let error = await failure { try await loopbackClient(server).bytes(of: request) }
            #expect(error?.kind == "connection", "\(String(describing: error))")
        }
    }

    @Test func whatComesBeforeTheAnswerIsNone() async throws {
        try await withServer { _, connection in
            try connection.write("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")
            usleep(20_000)
            try connection.answer(404, ["Content-Type": "application/json"], "[1]")
        } _: { server in
            let error = await failure { try await loopbackClient(server).bytes(of: request) }
            #expect(error?.status == 404)
            #expect(error?.failure?.body == Array("[1]".utf8))
        }
    }

    @Test func moreThanTheLengthSays() async throws {
        try await withServer { _, connection in
            try connection.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nshortHTTP/1.1 500 and more")
            _ = connection.waitForClose(milliseconds: 60_000)
        } _: { server in
            let bytes = try await loopbackClient(server).bytes(of: request)
            #expect(bytes == Array("short".utf8))
        }
    }

    @Test func anAnswerUntilTheConnectionCloses() async throws {
        try await withServer { _, connection in
            try connection.write("HTTP/1.0 200 OK\r\n\r\nto the end")
            connection.finish()
        } _: { server in
            let text = try await loopbackClient(server).text(of: request)
            #expect(text == "to the end")
        }
    }

    @Test func refused() async throws {
        let (descriptor, port) = try listenOnLoopback(accepting: false)
        defer { close(descriptor) }
        let error = await failure { try await loopbackClient(at: "http://127.0.0.1:\(port)").send(request) }
        #expect(error?.kind == "connection")
        #expect("\(error as Any)".contains("127.0.0.1 does not take the connection"))
    }

    @Test func resetInTheMiddle() async throws {
        try await withServer { _, connection in
            try connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\nsome")
            usleep(50_000)
            connection.reset()
        } _: { server in
            #expect(await failure { try await loopbackClient(server).bytes(of: request) }?.kind == "connection")
        }
    }

    @Test func slowHeaders() async throws {
        try await withServer { _, connection in
            try connection.write("HTTP/1.1 200 OK\r\nX-Slow: ")
            _ = connection.waitForClose(milliseconds: 60_000)
        } _: { server in
            let error = await failure { try await loopbackClient(server) { $0.timeout = .milliseconds(150) }.bytes(of: request) }
            #expect(error?.kind == "timeout")
            #expect(await eventually { server.openConnections == 0 })
        }
    }

    @Test func slowBody() async throws {
        try await withServer { _, connection in
            try connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n")
            for _ in 0..<10_000 {
                try connection.write("x")
                usleep(20_000)
            }
        } _: { server in
            let error = await failure { try await loopbackClient(server) { $0.timeout = .milliseconds(200) }.bytes(of: request) }
            #expect(error?.kind == "timeout")
            // The server notices when it writes on.
            #expect(await eventually { server.openConnections == 0 })
        }
    }

    @Test func aBodyAboveTheLimit() async throws {
        try await withServer { _, connection in
            try connection.answer(200, [:], [UInt8](repeating: 0x61, count: 300_000))
        } _: { server in
            let client = loopbackClient(server) { $0.maximumResponseBytes = 100_000 }
            #expect(await failure { try await client.bytes(of: request) }?.kind == "limit")
        }
    }

    @Test func connectionsAreUsedAgain() async throws {
        try await withServer { _, connection in try connection.answer(200, [:], "1") } _: { server in
            let client = loopbackClient(server)
            for _ in 0..<10 { _ = try await client.value(of: request) as Int }
            #expect(server.connections == 1)
        }
    }

    @Test func headersAndCookiesArriveAsTheyAre() async throws {
        try await withServer { _, connection in
            try connection.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nSet-Cookie: a=b\r\nX-Unicode: é\r\n\r\n")
        } _: { server in
            let client = loopbackClient(server)
            var request = APIRequest("GET", "/x")
            request.header("X-List", ["a", "b"])
            request.cookie("session", "1")
            request.query("q", "ä +&")
            try await client.send(request)
            try await client.send(APIRequest("GET", "/again"))
            #expect(server.requests[0].headers["x-list"] == "a,b")
            #expect(server.requests[0].headers["cookie"] == "session=1")
            #expect(server.requests[0].target == "/x?q=%C3%A4%20%2B%26")
            #expect(server.requests[1].headers["cookie"] == nil)
        }
    }

    /// Fields of one name are one list, and a field cannot bring others with it.
    @Test func fieldsFromMiddleware() async throws {
        struct Fields: Middleware {
            func intercept(_ request: TransportRequest, next: Next) async throws -> TransportResponse {
                var request = request
                request.headers.append("X-List", "a")
                request.headers.append("x-list", "b")
                request.headers.append("X-Broken", "1\r\nX-Smuggled: 1")
                return try await next(request)
            }
        }
        try await withServer { _, connection in try connection.answer(200) } _: { server in
            try await loopbackClient(server) { $0.middleware = [Fields()] }.send(request)
            let headers = try #require(server.requests.first).headers
            #expect(headers["x-list"] == "a,b")
            #expect(headers["x-broken"] == nil)
            #expect(headers["x-smuggled"] == nil)
        }
    }
}

/// Zero bytes as a gzip body without its head: stored blocks of DEFLATE, the checksum and the length.
private func zeroBlocks(_ count: Int) -> [UInt8] {
    func little(_ value: UInt32, _ bytes: Int) -> [UInt8] { (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) } }
    var result: [UInt8] = []
    var rest = count
    while rest > 0 {
        let size = min(rest, 65_535)
        rest -= size
        result += [rest == 0 ? 1 : 0] + little(UInt32(size), 2) + little(UInt32(~UInt16(size)), 2) + [UInt8](repeating: 0, count: size)
    }
    var sum = UInt32.max
    for _ in 0..<count * 8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
    return result + little(~sum, 4) + little(UInt32(count), 4)
}
