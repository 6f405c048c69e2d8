import Testing
import TypewrightHTTP
import TypewrightRuntime

@Suite struct RedirectTests {
    /// The requests that come to the server and to another one, after a POST that is answered with a redirect.
    private func follow(_ status: Int, to location: (_ other: String) -> String) async throws
        -> (own: [Incoming], other: [Incoming], error: APIError?)
    {
        let other = try LoopbackServer { _, connection in try connection.answer(200, [:], "other") }
        defer { other.stop() }
        let target = location(other.url)
        return try await withServer { incoming, connection in
            if incoming.target == "/start" {
                try connection.answer(status, ["Location": target], "moved")
            } else {
                try connection.answer(200, [:], "end")
            }
        } _: { server in
            var request = APIRequest("POST", "/start")
            request.json([1])
            var caught: APIError?
            do { try await loopbackClient(server).send(request) } catch let error as APIError { caught = error }
            return (server.requests, other.requests, caught)
        }
    }

    @Test(arguments: [(301, "GET"), (302, "GET"), (303, "GET"), (307, "POST"), (308, "POST")])
    func onTheSameServer(status: Int, method: String) async throws {
        let seen = try await follow(status) { _ in "/end?x=1" }
        #expect(seen.error == nil)
        #expect(seen.own.map(\.method) == ["POST", method])
        #expect(seen.own.map(\.target) == ["/start", "/end?x=1"])
        #expect(seen.own.last?.text == (method == "GET" ? "" : "[1]"))
        #expect(seen.own.last?.headers["content-type"] == (method == "GET" ? nil : "application/json"))
        #expect(seen.own.last?.headers["authorization"] == "Bearer s3cr3t")
    }

    /// Another port is another server.
    @Test(arguments: [301, 302, 303, 307, 308]) func toAnotherServer(status: Int) async throws {
        let seen = try await follow(status) { other in other + "/end" }
        #expect(seen.error == nil)
        #expect(seen.own.count == 1)
        #expect(seen.other.map(\.text) == [status > 303 ? "[1]" : ""])
        #expect(seen.other.first?.headers["authorization"] == nil)
    }

    /// The system's Foundation stops the program if it is told what to do with a redirect after its task was given up.
    @Test func givenUpAsTheRedirectComes() async throws {
        try await withServer { _, connection in
            try connection.answer(302, ["Location": "/again"], "moved")
        } _: { server in
            let client = loopbackClient(server) { $0.maximumRedirects = 10_000 }
            for round in 0..<400 {
                await withTaskGroup(of: Void.self) { group in
                    for call in 0..<8 {
                        group.addTask {
                            let sending = Task { try await client.send(APIRequest("GET", "/x")) }
                            try? await Task.sleep(for: .microseconds((round * 7 + call * 211) % 3_000))
                            sending.cancel()
                            #expect(await failure { try await sending.value }?.kind == "cancelled")
                        }
                    }
                }
            }
        }
    }

    /// A file is sent again; of a stream there is nothing left, so the answer stands.
    @Test func uploadsOnTheirWay() async throws {
        let file = try TemporaryFile(size: 300_000)
        try await withServer { incoming, connection in
            if incoming.target == "/start" { return try connection.answer(308, ["Location": "/sink"], "moved") }
            try connection.answer(200, [:], "\(incoming.bodyLength)")
        } _: { server in
            let client = loopbackClient(server)
            var request = APIRequest("PUT", "/start")
            request.bytes(.file(file.path))
            let size: Int = try await client.value(of: request)
            #expect(size == 300_000)
            request.bytes(.stream(AsyncStream<[UInt8]> { $0.yield([1]); $0.finish() }))
            let ready = request
            #expect(await failure { try await client.send(ready) }?.status == 308)
            #expect(server.requests.map(\.target) == ["/start", "/sink", "/start"])
        }
    }

    /// The answer stands as it is where it leads nowhere, or where nobody should go.
    @Test(arguments: ["://nowhere", "ftp://127.0.0.1/x", "mailto:someone"]) func nowhere(location: String) async throws {
        let seen = try await follow(302) { _ in location }
        #expect(seen.error?.status == 302)
        #expect(seen.own.count == 1)
    }

    @Test(arguments: ["ftp://127.0.0.1", "nonsense://x", "http://", "http://[x"]) func otherURLs(base: String) async throws {
        let error = await failure { try await loopbackClient(at: base).send(APIRequest("GET", "/x")) }
        #expect(error?.kind == (base == "http://" ? "configuration" : "connection"))
    }
}
