import Foundation
import Testing
import TypewrightRuntime

@testable import TypewrightHTTP

@Suite(.serialized) struct LoadTests {
    @Test func aThousandCallsLeaveNothingBehind() async throws {
        let transport = URLSessionTransport()
        try await withServer { incoming, connection in
            let number = incoming.target.split(separator: "/").last.flatMap { Int($0) } ?? 0
            if number % 10 == 3 { return connection.reset() }
            if number % 10 == 4 { return try connection.answer(503, [:], "busy") }
            try connection.answer(200, ["Content-Type": "application/json"], "\(number)")
        } _: { server in
            let client = loopbackClient(server, transport)
            // What the session opens once for all does not count.
            for number in 0..<3 { _ = try await call(client, number) }
            let before = openDescriptors()
            var outcomes: [String: Int] = [:]
            try await withThrowingTaskGroup(of: String.self) { group in
                for number in 0..<1_000 {
                    if number >= 100, let outcome = try await group.next() { outcomes[outcome, default: 0] += 1 }
                    group.addTask { try await call(client, number) }
                }
                for try await outcome in group { outcomes[outcome, default: 0] += 1 }
            }
            #expect(outcomes == ["answered": 800, "connection": 100, "status": 100])
            let hasEnded = await eventually { transport.openTasks == 0 }
            #expect(hasEnded)
            // The connections that are kept have a descriptor on each side.
            let kept = server.openConnections * 2
            let isClean = await eventually { openDescriptors() <= before + kept + 4 }
            #expect(isClean, "\(before) descriptors before, \(openDescriptors()) after, \(kept) for kept connections")
            #expect(server.openConnections <= 33)
        }
    }

    private func call(_ client: APIClient, _ number: Int) async throws -> String {
        do {
            let answer: Int = try await client.value(of: APIRequest("GET", "/calls/\(number)"))
            return answer == number ? "answered" : "mixed up"
        } catch {
            return error.kind
        }
    }

    @Test func manyStreamsAtOnceAndACallBeside() async throws {
        try await withServer { incoming, connection in
            guard incoming.target == "/stream" else { return try connection.answer(200, [:], "1") }
            try connection.write("HTTP/1.1 200 OK\r\n\r\n1\n")
            _ = connection.waitForClose(milliseconds: 60_000)
            connection.finish()
        } _: { server in
            let client = loopbackClient(server)
            var streams: [ItemStream<Int>] = []
            for _ in 0..<20 { streams.append(try await client.lines(of: APIRequest("GET", "/stream"))) }
            for stream in streams {
                var iterator = stream.makeAsyncIterator()
                let first = try await iterator.next()
                #expect(first == 1)
            }
            let answer: Int = try await client.value(of: APIRequest("GET", "/x"))
            #expect(answer == 1)
        }
    }
}

/// 0 where the system does not tell as Linux does.
private func openDescriptors() -> Int {
    (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? 0
}
