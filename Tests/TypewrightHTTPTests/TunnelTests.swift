import Foundation
import Testing
import TypewrightRuntime

@testable import TypewrightHTTP

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// Through a tunnel of a proxy, the session on Linux reports two answers: the proxy's to CONNECT, then the server's.
@Suite struct TunnelTests {
    typealias Reported = (status: Int, headers: [String: String])

    /// What the exchange makes of these answers and this body. The session itself has nothing to report.
    private func exchange(_ answers: [Reported], _ body: String) async throws -> (status: Int, headers: HeaderFields, body: [UInt8]) {
        try await withServer { _, connection in _ = connection.waitForClose(milliseconds: 60_000) } _: { server in
            let url = try #require(URL(string: server.url))
            let session = URLSession(configuration: .ephemeral)
            defer { session.invalidateAndCancel() }
            let request = TransportRequest(method: "GET", url: server.url)
            let upload = try await Upload(.none)
            let exchange = Exchange(request, session.dataTask(with: url), URLSessionTransport.Settings(), upload, mayBeTunnelled: true)
            let response = Task { try await exchange.response() }
            let isWaiting = await eventually { server.requests.count == 1 }
            #expect(isWaiting)
            for answer in answers {
                exchange.receive(try #require(HTTPURLResponse(
                    url: url, statusCode: answer.status, httpVersion: "HTTP/1.1", headerFields: answer.headers)))
            }
            exchange.receive(Data(body.utf8))
            exchange.complete(nil)
            let seen = try await response.value
            guard case .stream(let stream) = seen.body else { return (seen.status, seen.headers, []) }
            return (seen.status, seen.headers, try await stream.collect())
        }
    }

    @Test func theServersAnswerCounts() async throws {
        let seen = try await exchange([(200, ["X-Proxy": "1"]), (404, ["Content-Length": "4"])], "none")
        #expect(seen.status == 404)
        #expect(seen.headers["x-proxy"] == nil)
        #expect(seen.body == Array("none".utf8))
    }

    /// Nothing tells this one from a proxy's until its body comes.
    @Test func anAnswerWithoutALength() async throws {
        let seen = try await exchange([(200, ["X-Proxy": "1"]), (200, ["Content-Type": "text/event-stream"])], "data")
        #expect(seen.headers["content-type"] == "text/event-stream")
        #expect(seen.body == Array("data".utf8))
    }

    /// The tunnel was there already.
    @Test func onAKeptConnection() async throws {
        let seen = try await exchange([(201, ["Content-Length": "2"])], "ok")
        #expect(seen.status == 201)
        #expect(seen.body == Array("ok".utf8))
    }
}
