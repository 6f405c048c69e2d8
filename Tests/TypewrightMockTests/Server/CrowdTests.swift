import Testing
@testable import TypewrightMock

/// Many at once.
@Suite struct CrowdTests {
    @Test func tenThousandRequestsOverTwoHundredConnections() throws {
        let finished = Locked(0)
        try withServer(handler: { request in
            var answer = echo(request)
            answer.finished = { outcome in if outcome == .sent { finished.use { $0 += 1 } } }
            return answer
        }) { port in
            let clients = try (0..<200).map { _ in try #require(RawClient(port: port)) }
            var wrong = 0
            for round in 0..<10 {
                for (number, client) in clients.enumerated() {
                    client.send((0..<5).map { "POST /\(round)/\(number)/\($0) HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc" }.joined())
                }
                for (number, client) in clients.enumerated() {
                    for place in 0..<5 where client.answer()?.text != "POST /\(round)/\(number)/\(place) - [abc]" { wrong += 1 }
                }
            }
            #expect(wrong == 0)
        }
        #expect(finished.use { $0 } == 10_000)
    }

    /// Who finds no room waits at the door, and gets in when somebody leaves.
    @Test func aFullHouseLetsNewcomersWait() throws {
        var limits = ServerLimits()
        limits.connections = 3
        try withServer(limits: limits) { port in
            var inside = try (0..<3).map { _ in try #require(RawClient(port: port)) }
            for client in inside {
                client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
                #expect(client.answer()?.status == 200)
            }
            let waiting = try #require(RawClient(port: port))
            waiting.send("GET /late HTTP/1.1\r\nHost: h\r\n\r\n")
            inside.removeFirst()
            #expect(waiting.answer()?.text == "GET /late - []")
            // And without anybody leaving: who was idle the longest has to go.
            let another = try #require(RawClient(port: port))
            another.send("GET /later HTTP/1.1\r\nHost: h\r\n\r\n")
            #expect(another.answer()?.text == "GET /later - []")
        }
    }

    /// Noise on real sockets: the server answers the next one all the same.
    @Test func noiseLeavesTheServerStanding() throws {
        var random = SmallRandom(state: 7)
        try withServer { port in
            for round in 0..<150 {
                let client = try #require(RawClient(port: port))
                var noise = round % 2 == 0 ? [] : Array("POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n".utf8)
                noise += (0..<random.next(400)).map { _ in UInt8(truncatingIfNeeded: random.next(256)) }
                client.send(noise)
                guard round % 3 == 0 else { continue }
                client.endWriting()
                _ = client.readToEnd()
                #expect(client.hasEnded)
            }
            let client = try #require(RawClient(port: port))
            client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
            #expect(client.answer()?.status == 200)
        }
    }
}
