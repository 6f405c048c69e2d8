import Foundation
import Testing
import TypewrightRuntime

@testable import TypewrightHTTP

/// One attempt may take so long, whatever it spends the time with. What has to end in time here would otherwise take a
/// minute and end as something else.
@Suite struct TimeLimitTests {
    private let short = RequestOptions(timeout: .milliseconds(100))

    /// All calls of a session share what watches the time.
    @Test func eachCallHasItsOwn() async throws {
        let transport = URLSessionTransport()
        let gate = DispatchSemaphore(value: 0)
        try await withServer { incoming, connection in
            if incoming.target == "/long" {
                _ = gate.wait(timeout: .now() + 60)
                return try connection.answer(200, [:], "1")
            }
            if connection.waitForClose(milliseconds: 60_000) { connection.finish() }
        } _: { server in
            let client = loopbackClient(server, transport)
            async let long: Int = client.value(of: APIRequest("GET", "/long"))
            #expect(await eventually { server.requests.count == 1 })
            for _ in 0..<3 {
                #expect(await failure { try await client.send(APIRequest("GET", "/short"), short) }?.kind == "timeout")
            }
            gate.signal()
            let answer = try await long
            #expect(answer == 1)
        }
        #expect(await eventually { transport.openTasks == 0 })
    }

    @Test func redirectsCountTogether() async throws {
        try await withServer { _, connection in
            usleep(20_000)
            try connection.answer(302, ["Location": "/again"], "moved")
        } _: { server in
            let client = loopbackClient(server) { $0.maximumRedirects = 3_000 }
            #expect(await failure { try await client.send(APIRequest("GET", "/x"), short) }?.kind == "timeout")
        }
    }

    @Test func theBodyOfAFailureCounts() async throws {
        try await withServer { _, connection in
            try connection.write("HTTP/1.1 500 No\r\nContent-Length: 1000\r\n\r\nsome")
            if connection.waitForClose(milliseconds: 60_000) { connection.finish() }
        } _: { server in
            let error = await failure { try await loopbackClient(server).send(APIRequest("GET", "/x"), short) }
            #expect(error?.kind == "timeout")
            #expect(await eventually { server.openConnections == 0 })
        }
    }

    @Test func middlewareCounts() async throws {
        struct Slow: Middleware {
            func intercept(_ request: TransportRequest, next: Next) async throws -> TransportResponse {
                let response = try await next(request)
                try await Task.sleep(for: .seconds(60))
                return response
            }
        }
        try await withServer { _, connection in try connection.answer(200) } _: { server in
            let client = loopbackClient(server) { $0.middleware = [Slow()] }
            #expect(await failure { try await client.send(APIRequest("GET", "/x"), short) }?.kind == "timeout")
        }
    }

    @Test func makingTheBodyCounts() async throws {
        try await withServer { _, connection in try connection.answer(200) } _: { server in
            var request = APIRequest("PUT", "/x")
            request.bytes(.stream(AsyncStream<[UInt8]> { _ in }))
            let ready = request
            #expect(await failure { try await loopbackClient(server).send(ready, short) }?.kind == "timeout")
            #expect(server.requests.isEmpty)
        }
    }
}
