import Foundation
import Testing
import TypewrightRuntime

@testable import TypewrightHTTP

#if compiler(>=6.3)
/// What may end the program, or needs an environment of its own, happens in a process of its own.
@Suite(.serialized) struct ChildProcessTests {
    init() {
        // A trap that is expected needs no report, which takes seconds.
        setenv("SWIFT_BACKTRACE", "enable=no", 1)
    }

    /// A connection that closes within the head of an answer is an error like any other where this is true.
    ///
    /// On Linux, Foundation stops the program ("Transfer completed, but there's no response", `NativeProtocol.swift`)
    /// if the connection is closed in order after a whole line of the head and before one that says how the body ends:
    /// libcurl takes that for an answer, and Foundation has none. It is swift-corelibs-foundation's issue 5285,
    /// repaired there after Swift 6.3. When this fails, it has come: take out what the documentation says of it.
    static func survives(_ head: String) -> Bool {
        #if canImport(Darwin)
        true
        #else
        !head.contains("\r\n") || head.contains("Content-Length: 5\r\n") || head.contains("chunked\r\n")
        #endif
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\n",
        "HTTP/1.1 200 OK\r\nContent-",
        "HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\nX-",
        "HTTP/1.",
        "HTTP/1.1 200 OK",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nX-",
    ])
    func aHeadThatIsCutOff(head: String) async throws {
        let expected: ExitTest.Condition = Self.survives(head) ? .success : .failure
        await #expect(processExitsWith: expected, "\(head.debugDescription)") { [head] in
            try await withServer { _, connection in
                try connection.write(head)
                connection.finish()
            } _: { server in
                let error = await failure { try await loopbackClient(server).bytes(of: APIRequest("GET", "/x")) }
                #expect(error?.kind == "connection")
            }
        }
    }

    /// On Linux Foundation takes header fields after the body for a new head, forgets the answer that it had, and stops
    /// the program for the same reason. The documentation says so as well.
    @Test func headerFieldsAfterTheBody() async throws {
        #if canImport(Darwin)
        let expected = ExitTest.Condition.success
        #else
        let expected = ExitTest.Condition.failure
        #endif
        await #expect(processExitsWith: expected) {
            try await withServer { _, connection in
                try connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n2\r\n{}\r\n0\r\nX-Sum: 7\r\n\r\n")
            } _: { server in
                let bytes = try await loopbackClient(server).bytes(of: APIRequest("GET", "/x"))
                #expect(bytes == Array("{}".utf8))
            }
        }
    }

    /// Closed in disorder, the same is no danger.
    @Test func aHeadThatIsReset() async throws {
        await #expect(processExitsWith: .success) {
            try await withServer { _, connection in
                try connection.write("HTTP/1.1 200 OK\r\nContent-")
                usleep(20_000)
                connection.reset()
            } _: { server in
                let error = await failure { try await loopbackClient(server).bytes(of: APIRequest("GET", "/x")) }
                #expect(error?.kind == "connection")
            }
        }
    }

    @Test func proxiesOfTheEnvironment() async throws {
        await #expect(processExitsWith: .success) {
            let proxy = try LoopbackServer { incoming, connection in
                switch (incoming.method, incoming.target) {
                case ("CONNECT", "closed.invalid:443"): try connection.answer(502, [:], "no tunnel")
                // A tunnel at whose end nobody speaks TLS.
                case ("CONNECT", _): try connection.write("HTTP/1.1 200 Connection established\r\n\r\nnonsense")
                default: try connection.answer(200, ["Via": "1.1 proxy"], "\"\(incoming.target)\"")
                }
            }
            let direct = try LoopbackServer { incoming, connection in try connection.answer(200, [:], "\"\(incoming.target)\"") }
            setenv("http_proxy", proxy.url, 1)
            setenv("https_proxy", proxy.url, 1)
            setenv("no_proxy", "localhost,127.0.0.1", 1)
            let transport = URLSessionTransport()
            let request = APIRequest("GET", "/x")

            let proxied: String = try await loopbackClient(at: "http://api.invalid", transport).value(of: request)
            #expect(proxied == "http://api.invalid/x")
            let excluded: String = try await loopbackClient(direct, transport).value(of: request)
            #expect(excluded == "/x")
            #expect(proxy.requests.map(\.target) == ["http://api.invalid/x"])

            // Neither what a proxy says of a tunnel is an answer of the server, nor does it see the key.
            for host in ["closed.invalid", "open.invalid"] {
                let error = await failure { try await loopbackClient(at: "https://\(host)", transport).stream(of: request) }
                #expect(error?.kind == "connection", "\(host): \(error as Any)")
            }
            let tunnels = proxy.requests.filter { $0.method == "CONNECT" }
            #expect(tunnels.map(\.target) == ["closed.invalid:443", "open.invalid:443"])
            #expect(tunnels.allSatisfy { $0.headers["authorization"] == nil })
        }
    }
}
#endif
