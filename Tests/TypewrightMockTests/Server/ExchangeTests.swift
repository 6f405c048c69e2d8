#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

import Testing
@testable import TypewrightMock

/// HTTP/1.1 as clients use it.
@Suite struct ExchangeTests {
    @Test func answersOneAfterTheOtherOnOneConnection() throws {
        try withServer { port in
            let client = try #require(RawClient(port: port))
            for number in 1...3 {
                client.send("POST /a/\(number)?q HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nhi")
                let answer = try #require(client.answer())
                #expect(answer.status == 200)
                #expect(answer.text == "POST /a/\(number) q [hi]")
                #expect(answer.headers["Content-Length"] == "\(answer.body.count)")
                #expect(answer.headers["Connection"] == nil)
                #expect(answer.headers["Date"]?.hasSuffix(" GMT") == true)
            }
        }
    }

    @Test func pipelinedRequestsAreAnsweredInOrderThoughTheFirstTakesLonger() throws {
        try withServer(handler: { request in
            var answer = echo(request)
            if request.path == "/1" { answer.delay = .milliseconds(80) }
            if request.path == "/3" { answer.body = .pieces([Array("a".utf8), Array("b".utf8)], interval: .milliseconds(20)) }
            return answer
        }) { port in
            let client = try #require(RawClient(port: port))
            client.send((1...50).map { "GET /\($0) HTTP/1.1\r\nHost: h\r\n\r\n" }.joined())
            for number in 1...50 {
                #expect(client.answer()?.text == (number == 3 ? "ab" : "GET /\(number) - []"))
            }
        }
    }

    @Test func aRequestMayComeByteByByte() throws {
        try withServer { port in
            let client = try #require(RawClient(port: port))
            for byte in "PUT /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nhello\r\n3\r\n, y\r\n0\r\nT: t\r\n\r\n".utf8 {
                client.send([byte])
            }
            #expect(client.answer()?.text == "PUT /a - [hello, y]")
        }
    }

    @Test func largeBodiesGoBothWays() throws {
        try withServer(handler: { ServerAnswer(status: 200, body: .bytes($0.body)) }) { port in
            let client = try #require(RawClient(port: port))
            let body = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 >> 8 ^ $0) }
            client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: \(body.count)\r\n\r\n")
            #expect(client.send(body))
            #expect(client.answer()?.body == body)
        }
    }

    @Test func tellsToContinueOnlyWhoAsks() throws {
        try withServer { port in
            let client = try #require(RawClient(port: port))
            let head = "POST /a HTTP/1.1\r\nHost: h\r\nExpect: 100-Continue\r\n"
            client.send(head + "Content-Length: 2\r\n\r\n")
            #expect(client.answer()?.status == 100)
            client.send("hi")
            #expect(client.answer()?.text == "POST /a - [hi]")
            // Who sends the body at once, or has none, is not told.
            client.send(head + "Content-Length: 2\r\n\r\nhi" + head + "Content-Length: 0\r\n\r\n")
            #expect(client.answer()?.status == 200)
            #expect(client.answer()?.status == 200)
            // And who would send too much is told that instead.
            client.send(head + "Content-Length: 99999999999\r\n\r\n")
            #expect(client.answer()?.status == 413)
        }
    }

    @Test func answersToHEADHaveTheLengthAndNoBody() throws {
        try withServer(handler: { request in
            if request.path == "/stream" { return ServerAnswer(status: 200, body: .pieces([[65]], interval: .zero)) }
            if request.path == "/feed" { return ServerAnswer(status: 200, body: .feed(Feed())) }
            return echo(request)
        }) { port in
            let client = try #require(RawClient(port: port))
            for path in ["/a", "/stream", "/feed"] { client.send("HEAD \(path) HTTP/1.1\r\nHost: h\r\n\r\n") }
            #expect(client.answer(toHEAD: true)?.headers["Content-Length"] == "12")
            #expect(client.answer(toHEAD: true)?.headers["Transfer-Encoding"] == "chunked")
            #expect(client.answer(toHEAD: true)?.headers["Transfer-Encoding"] == "chunked")
            client.send("GET /b HTTP/1.1\r\nHost: h\r\n\r\n")
            #expect(client.answer()?.text == "GET /b - []")
        }
    }

    @Test func someAnswersHaveNoBody() throws {
        try withServer(handler: { request in
            ServerAnswer(status: Int(request.path.dropFirst()) ?? 0, body: .bytes([65, 66]))
        }) { port in
            let client = try #require(RawClient(port: port))
            func get(_ status: Int) -> RawClient.Answer? {
                client.send("GET /\(status) HTTP/1.1\r\nHost: h\r\n\r\n")
                return client.answer()
            }
            #expect(get(204)?.headers["Content-Length"] == nil)
            #expect(get(304)?.headers["Content-Length"] == nil)
            #expect(get(205)?.headers["Content-Length"] == "0")
            #expect(get(599)?.text == "AB")
            // What would not end the exchange, or is no status.
            #expect(get(101)?.status == 500)
            #expect(get(99)?.status == 500)
            #expect(get(1000)?.status == 500)
        }
    }

    @Test func headersCannotBreakOutOfTheirLine() throws {
        try withServer(handler: { _ in
            ServerAnswer(
                status: 200,
                headers: [
                    ("X-Evil", "a\r\nX-Injected: b\0"), ("Bad Name", "c"), ("Content-Length", "7"), ("Transfer-Encoding", "chunked"),
                    ("X-Good", "ü"),
                ], body: .bytes([65]))
        }) { port in
            let client = try #require(RawClient(port: port))
            client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
            let answer = try #require(client.answer())
            #expect(answer.headers["X-Evil"] == "a  X-Injected: b")
            #expect(answer.headers["X-Good"] == "ü")
            #expect(answer.headers.all.map(\.name) == ["Date", "X-Evil", "X-Good", "Content-Length"])
            #expect(answer.text == "A")
        }
    }

    @Test func closesWhenAskedToAndNotBefore() throws {
        try withServer(handler: { request in
            var answer = echo(request)
            if request.path == "/stream" { answer.body = .pieces([Array("a".utf8), Array("b".utf8)], interval: .zero) }
            return answer
        }) { port in
            let closing = try #require(RawClient(port: port))
            closing.send("GET /a HTTP/1.1\r\nHost: h\r\nConnection: keep-alive, Close\r\n\r\nGET /b HTTP/1.1\r\nHost: h\r\n\r\n")
            #expect(closing.answer()?.headers["Connection"] == "close")
            #expect(closing.readToEnd() == [])

            let old = try #require(RawClient(port: port))
            old.send("GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
            #expect(old.answer()?.headers["Connection"] == "keep-alive")
            old.send("GET /stream HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
            let stream = try #require(old.answer())
            #expect(stream.headers["Transfer-Encoding"] == nil)
            #expect(stream.headers["Connection"] == "close")
            #expect(stream.text == "ab")

            // Who has said all it has to say is still answered.
            let half = try #require(RawClient(port: port))
            half.send("GET /a HTTP/1.1\r\nHost: h\r\n\r\nGET /b HTTP/1.1\r\nHost: h\r\n\r\n")
            half.endWriting()
            #expect(half.answer()?.text == "GET /a - []")
            #expect(half.answer()?.text == "GET /b - []")
            #expect(half.readToEnd() == [])
        }
    }

    @Test func scriptsOfOtherOriginsMayCall() throws {
        try withServer { port in
            let client = try #require(RawClient(port: port))
            func ask(_ line: String, _ fields: String) -> RawClient.Answer? {
                client.send("\(line) HTTP/1.1\r\nHost: localhost:\(port)\r\n\(fields)\r\n")
                return client.answer()
            }
            let preflight = ask(
                "OPTIONS /a", "Origin: http://x.test\r\nAccess-Control-Request-Method: PATCH\r\nAccess-Control-Request-Headers: authorization,x-y\r\n")
            #expect(preflight?.status == 204)
            #expect(preflight?.headers["Access-Control-Allow-Origin"] == "http://x.test")
            #expect(preflight?.headers["Access-Control-Allow-Methods"] == "PATCH")
            #expect(preflight?.headers["Access-Control-Allow-Headers"] == "authorization,x-y")
            let answer = ask("GET /a", "Origin: http://x.test\r\n")
            #expect(answer?.headers["Access-Control-Allow-Origin"] == "http://x.test")
            #expect(answer?.headers["Access-Control-Expose-Headers"] == "Content-Type")
            #expect(ask("GET /a", "")?.headers["Access-Control-Allow-Origin"] == nil)
            // An OPTIONS that is no preflight is the handler's; the one for the whole server is not.
            #expect(ask("OPTIONS /a", "")?.text == "OPTIONS /a - []")
            #expect(ask("OPTIONS *", "")?.headers["Allow"]?.contains("GET") == true)
            // The mock's own pages are not for other sites, nor for names that were made to lead here.
            #expect(ask("GET /__typewright/x", "Origin: http://x.test\r\n")?.status == 403)
            #expect(ask("OPTIONS /__typewright", "Origin: http://x.test\r\nAccess-Control-Request-Method: POST\r\n")?.status == 403)
            #expect(ask("GET /__typewright", "Origin: http://localhost:\(port)\r\n")?.status == 200)
            #expect(ask("GET /__typewrighter", "Origin: http://x.test\r\n")?.status == 200)
            client.send("GET /__typewright HTTP/1.1\r\nHost: evil.test:\(port)\r\n\r\n")
            #expect(client.answer()?.status == 403)
        }
    }

    @Test func aBusyPortIsOneClearError() throws {
        try withServer { port in
            let second = Server(port: port) { echo($0) }
            #expect(throws: ServerError.busy(host: "127.0.0.1", port: port)) { try second.start() }
            let text = ServerError.busy(host: "127.0.0.1", port: port).description
            #expect(text.contains("\(port)") && text.contains("--port"))
            second.stop()
            second.wait()
        }
        #expect(throws: ServerError.unknownHost("no.such.host.invalid")) { try Server(host: "no.such.host.invalid") { echo($0) }.start() }
        #expect(throws: ServerError.self) { try Server(port: 70_000) { echo($0) }.start() }
    }

    @Test(arguments: ["127.0.0.1", "::1"]) func listensOnBothKindsOfLocalhost(_ host: String) throws {
        for name in [host, "localhost"] {
            let server = Server(host: name) { echo($0) }
            let port: Int
            do {
                port = try server.start()
            } catch {
                // Machines without IPv6 exist.
                guard case .unknownHost("::1") = error else { throw error }
                continue
            }
            defer {
                server.stop()
                server.wait()
            }
            if name == "localhost", RawClient(port: port, host: host) == nil, host == "::1" { continue }
            let client = try #require(RawClient(port: port, host: host))
            client.send("GET /a HTTP/1.1\r\nHost: \(host == "::1" ? "[::1]" : host)\r\n\r\n")
            #expect(client.answer()?.text == "GET /a - []")
        }
        #expect(Server.origin(host: "::1", port: 80) == "http://[::1]:80")
    }
}
