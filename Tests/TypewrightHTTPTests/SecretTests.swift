import Foundation
import Testing
import TypewrightHTTP
import TypewrightRuntime

/// No credential is in anything that is printed, wherever it goes and whatever comes back.
@Suite struct SecretTests {
    /// With characters that are spelled otherwise in a URL.
    private static let key = "s3cr3t/k+y"
    private static let spellings = ["s3cr3t", "czNjcjN0L2sreQ"]

    private static let service = Service(
        name: "Loopback", environmentPrefix: "LOOPBACK", server: "",
        schemes: ["header": .header("X-Api-Key"), "query": .query("api_key"), "cookie": .cookie("session"), "bearer": .bearer, "basic": .basic])

    private final class Lines: @unchecked Sendable {
        private let lock = NSLock()
        private var text = ""
        var all: String { lock.withLock { text } }
        func note(_ line: String) { lock.withLock { text += line + "\n" } }
    }

    private func client(_ scheme: String, _ lines: Lines, at url: String) -> APIClient {
        var configuration = ClientConfiguration.patient
        configuration.environment = { $0 == "LOOPBACK_LOG" ? "debug" : nil }
        configuration.log = lines.note
        configuration.retries.maxRetries = 1
        configuration.retries.firstPause = .zero
        configuration.maximumResponseBytes = 10_000
        var credential = Credential.token(Self.key)
        // "user:" takes six bytes, so that the key's own characters stay together in the base64 text.
        if scheme == "basic" { credential = .basic(username: "users", password: Self.key) }
        // A document may not say how its server wants the key; then it comes as a header field.
        if scheme == "none" { configuration.headers["Authorization"] = "Bearer \(Self.key)" }
        return APIClient(
            Self.service, credentials: scheme == "none" ? [:] : [scheme: credential], baseURL: url, configuration: configuration,
            transport: URLSessionTransport())
    }

    private func printed(_ value: Any) -> String {
        var text = "\(value) \(String(reflecting: value)) "
        dump(value, to: &text)
        return text
    }

    @Test(arguments: ["header", "query", "cookie", "bearer", "basic", "none"]) func isInNoPrint(scheme: String) async throws {
        let (closed, port) = try listenOnLoopback(accepting: false)
        defer { close(closed) }
        try await withServer { incoming, connection in
            let echo = incoming.target + " " + incoming.headers.map { "\($0.key)=\($0.value)" }.joined(separator: "\n")
            switch incoming.target.split(whereSeparator: { $0 == "?" || $0 == "/" }).first {
            case "denied": try connection.answer(401, [:], echo)
            case "busy": try connection.answer(503, [:], echo)
            case "page": try connection.answer(200, ["Content-Type": "text/html"], echo)
            case "large": try connection.answer(200, [:], String(repeating: echo, count: 200))
            case "broken": connection.reset()
            case "away": try connection.answer(307, ["Location": "http://127.0.0.1:\(port)/"], "")
            default: try connection.answer(200, ["Content-Type": "application/json"], "{}")
            }
        } _: { server in
            let lines = Lines()
            let client = client(scheme, lines, at: server.url)
            var text = printed(client)
            for (path, kind) in [
                ("/denied", "status"), ("/busy", "status"), ("/page", "undecodableBody"), ("/large", "limit"), ("/broken", "connection"),
                ("/away", "connection"),
            ] {
                var request = APIRequest("POST", path)
                request.json(["a": 1])
                if scheme != "none" { request.secure([[scheme]]) }
                let ready = request
                let error = try #require(await failure { try await client.value(of: ready) as JSONValue })
                #expect(error.kind == kind, "\(path)")
                text += printed(error)
                if let failure = error.failure { text += printed(failure) }
                if case .undecodableBody(let failure) = error { text += printed(failure) }
            }
            var request = APIRequest("GET", "/fine")
            if scheme != "none" { request.secure([[scheme]]) }
            text += printed(try await client.answer(to: request))
            #expect(lines.all.contains("GET \(server.url)/fine"))
            text += lines.all
            for spelling in Self.spellings { #expect(!text.contains(spelling), "\(spelling) in\n\(text)") }
            // It went out all the same.
            let sent = server.requests.last.map { "\($0.target) \($0.headers)" } ?? ""
            #expect(Self.spellings.contains { sent.contains($0) })
        }
    }

    /// A key that was given as a header field goes to no other server either.
    @Test func aKeyInAHeaderFieldStaysWithItsServer() async throws {
        let other = try LoopbackServer { _, connection in try connection.answer(200, [:], "{}") }
        defer { other.stop() }
        let url = other.url
        try await withServer { _, connection in try connection.answer(307, ["Location": url + "/x"], "") } _: { server in
            try await loopbackClient(server).send(APIRequest("GET", "/x"), RequestOptions(headers: ["X-Api-Key": Self.key, "X-Team": "voice"]))
            #expect(server.requests.first?.headers["x-api-key"] == Self.key)
            #expect(other.requests.map { $0.headers["x-api-key"] } == [nil])
            #expect(other.requests.map { $0.headers["x-team"] } == ["voice"])
        }
    }
}
