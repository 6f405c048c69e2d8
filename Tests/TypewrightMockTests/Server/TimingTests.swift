#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

import Testing
@testable import TypewrightMock

/// Answers that take time, and clients that do.
@Suite struct TimingTests {
    private func since(_ start: Ticks) -> Double { Double(Ticks.now.nanoseconds - start.nanoseconds) / 1e9 }

    private static let get = "GET / HTTP/1.1\r\nHost: h\r\n\r\n"

    @Test func delaysHoldUpNobodyElse() throws {
        try withServer(handler: { request in
            var answer = echo(request)
            if request.path == "/slow" { answer.delay = .milliseconds(400) }
            if request.path == "/forever" { answer.delay = .seconds(Int64.max) }
            return answer
        }) { port in
            let start = Ticks.now
            let (slow, fast, forever) = (try #require(RawClient(port: port)), try #require(RawClient(port: port)), try #require(RawClient(port: port)))
            forever.send("GET /forever HTTP/1.1\r\nHost: h\r\n\r\n")
            slow.send("GET /slow HTTP/1.1\r\nHost: h\r\n\r\n")
            fast.send(Self.get)
            #expect(fast.answer()?.status == 200)
            #expect(slow.answer()?.status == 200)
            #expect(since(start) >= 0.4)
        }
    }

    @Test func piecesComeOneAtATime() throws {
        let pieces = ["data: 1\n\n", "", "data: 2\n\n", "data: 3\n\n"]
        try withServer(handler: { _ in
            ServerAnswer(status: 200, body: .pieces(pieces.map { Array($0.utf8) }, interval: .milliseconds(100)))
        }) { port in
            let client = try #require(RawClient(port: port))
            let start = Ticks.now
            client.send(Self.get + Self.get)
            #expect(client.answer()?.chunks == ["data: 1\n\n", "data: 2\n\n", "data: 3\n\n"])
            #expect(since(start) >= 0.2)
            #expect(client.answer()?.chunks.count == 3)
        }
    }

    @Test func aFeedBringsWhatIsSentFromAnywhere() throws {
        let feed = Feed()
        try withServer(handler: { _ in ServerAnswer(status: 200, headers: [("Content-Type", "text/event-stream")], body: .feed(feed)) }) { port in
            let client = try #require(RawClient(port: port))
            feed.send(Array("early".utf8))
            client.send(Self.get)
            #expect(client.head()?.headers["Content-Type"] == "text/event-stream")
            #expect(client.chunk() == Array("early".utf8))
            for word in ["one", "two"] {
                #expect(feed.send(Array(word.utf8)))
                #expect(client.chunk() == Array(word.utf8))
            }
            feed.close()
            #expect(!feed.send([65]))
            #expect(client.chunk() == [])
        }
    }

    @Test func aFeedLearnsThatItsReaderHasGone() throws {
        let feed = Feed()
        try withServer(handler: { _ in ServerAnswer(status: 200, body: .feed(feed)) }) { port in
            do {
                let client = try #require(RawClient(port: port))
                client.send(Self.get)
                #expect(client.head() != nil)
            }
            #expect(eventually { feed.isClosed })
        }
    }

    /// What a slow reader is sent waits in bounds: the server does not make more than that reader takes.
    @Test func aReaderThatDoesNotReadIsNotFedWithoutBound() throws {
        var limits = ServerLimits()
        limits.writeBuffer = 64 << 10
        limits.writeTimeout = .milliseconds(300)
        let feed = Feed(bound: 1 << 20)
        let handled = Locked(0)
        let outcome = Locked<ServerAnswer.Outcome?>(nil)
        try withServer(limits: limits, handler: { request in
            handled.use { $0 += 1 }
            if request.path == "/feed" { return ServerAnswer(status: 200, body: .feed(feed)) }
            var answer = ServerAnswer(status: 200, body: .bytes([UInt8](repeating: 65, count: 60_000)))
            answer.finished = { result in outcome.use { $0 = result } }
            return answer
        }) { port in
            let reader = try #require(RawClient(port: port, receiveBuffer: 4096))
            reader.send("GET /feed HTTP/1.1\r\nHost: h\r\n\r\n")
            #expect(reader.head() != nil)
            // The kernel's own buffers take a few megabytes; after that the feed fills, and is cut off.
            var sent = 0
            while sent < 50 << 20, feed.send([UInt8](repeating: 66, count: 64 << 10)) { sent += 64 << 10 }
            #expect(feed.isClosed && sent < 50 << 20)

            // Neither do a thousand pipelined requests make a thousand answers for one who reads none.
            let greedy = try #require(RawClient(port: port, receiveBuffer: 4096))
            greedy.send(String(repeating: Self.get, count: 1000))
            #expect(eventually { outcome.use { $0 } == .brokenOff })
            #expect(handled.use { $0 } < 300)
        }
    }

    @Test func slowClientsAreSentAway() throws {
        var limits = ServerLimits()
        limits.headerTimeout = .milliseconds(150)
        limits.bodyTimeout = .milliseconds(150)
        try withServer(limits: limits) { port in
            let header = try #require(RawClient(port: port)), body = try #require(RawClient(port: port))
            header.send("GET / HTTP/1.1\r\nHost:")
            body.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhe")
            for client in [header, body] {
                #expect(client.answer()?.status == 408)
                #expect(client.readToEnd() == [])
            }
        }
    }

    @Test func idleClientsAreSentAway() throws {
        var limits = ServerLimits()
        limits.idleTimeout = .milliseconds(150)
        try withServer(limits: limits) { port in
            let idle = try #require(RawClient(port: port))
            #expect(idle.readToEnd() == [])
        }
        limits.idleTimeout = .seconds(2)
        try withServer(limits: limits) { port in
            let used = try #require(RawClient(port: port))
            used.send(Self.get)
            #expect(used.answer()?.status == 200)
            #expect(used.readToEnd() == [])
        }
    }

    /// A byte now and then does not keep a header alive.
    @Test func aHeaderThatDripsIsSentAway() throws {
        var limits = ServerLimits()
        limits.headerTimeout = .milliseconds(200)
        try withServer(limits: limits) { port in
            let client = try #require(RawClient(port: port))
            let start = Ticks.now
            client.send("GET / HTTP/1.1\r\nX: ")
            while since(start) < 0.5, client.send("a") { usleep(5000) }
            #expect(client.answer()?.status == 408)
        }
    }

    @Test(arguments: ServerAnswer.Fault.allCases) func spoilsAnswersOnDemand(_ fault: ServerAnswer.Fault) throws {
        try withServer(handler: { request in
            var answer = ServerAnswer(status: 200, body: .bytes(Array("0123456789".utf8)))
            if request.path == "/spoiled" { answer.fault = fault }
            return answer
        }) { port in
            let client = try #require(RawClient(port: port))
            // The sound answer before it arrives whole.
            client.send(Self.get + "GET /spoiled HTTP/1.1\r\nHost: h\r\n\r\n")
            #expect(client.answer()?.text == "0123456789")
            switch fault {
            case .reset:
                #expect(client.readToEnd() == [])
                #expect(client.wasReset)
            case .truncate:
                #expect(client.head()?.headers["Content-Length"] == "10")
                #expect(client.readToEnd() == Array("01234".utf8))
                #expect(!client.wasReset)
            case .slow:
                let start = Ticks.now
                #expect(client.answer()?.text == "0123456789")
                #expect(since(start) >= 0.5)
            case .garbage:
                #expect(client.head() == nil)
                _ = client.readToEnd()
                #expect(!client.wasReset)
            }
        }
    }

    @Test func truncatesWhatHasNoBodyAndWhatStreams() throws {
        try withServer(handler: { request in
            let pieces = [Array("ab".utf8), Array("cd".utf8)]
            return ServerAnswer(status: request.path == "/none" ? 204 : 200, body: .pieces(pieces, interval: .zero), fault: .truncate)
        }) { port in
            let none = try #require(RawClient(port: port)), stream = try #require(RawClient(port: port))
            none.send("GET /none HTTP/1.1\r\nHost: h\r\n\r\n")
            let cut = none.readToEnd()
            #expect(!cut.isEmpty && !String(decoding: cut, as: UTF8.self).contains("\r\n\r\n"))
            stream.send(Self.get)
            #expect(stream.head()?.headers["Transfer-Encoding"] == "chunked")
            #expect(stream.readToEnd() == Array("2\r\nab\r\n".utf8))
        }
    }

    @Test func stopsAfterTheAnswersInFlight() throws {
        let server = Server { request in
            var answer = echo(request)
            if request.path == "/slow" { answer.delay = .milliseconds(200) }
            if request.path == "/feed" { answer.body = .feed(Feed()) }
            return answer
        }
        let port = try server.start()
        let slow = try #require(RawClient(port: port)), idle = try #require(RawClient(port: port)), feed = try #require(RawClient(port: port))
        slow.send("GET /slow HTTP/1.1\r\nHost: h\r\n\r\n")
        feed.send("GET /feed HTTP/1.1\r\nHost: h\r\n\r\n")
        idle.send(Self.get)
        #expect(idle.answer()?.status == 200)
        #expect(feed.head()?.status == 200)
        server.stop()
        #expect(slow.answer()?.text == "GET /slow - []")
        #expect(feed.chunk() == [])
        #expect(idle.readToEnd() == [])
        server.wait()
        #expect(RawClient(port: port) == nil)
    }

    @Test func stopsThoughAnAnswerWouldTakeForever() throws {
        var limits = ServerLimits()
        limits.grace = .milliseconds(100)
        let server = Server(limits: limits) { _ in ServerAnswer(status: 200, delay: .seconds(3600)) }
        let client = try #require(RawClient(port: try server.start()))
        client.send(Self.get)
        server.stop()
        server.wait()
        #expect(client.readToEnd() == [])
    }
}
