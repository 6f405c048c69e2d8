import Foundation
import Testing
import TypewrightHTTP
import TypewrightRuntime

/// What a generated client can do with one call, over real sockets.
@Suite struct CallTests {
    private func agents(_ server: LoopbackServer, _ change: (inout ClientConfiguration) -> Void = { _ in }) -> AgentClient {
        var configuration = ClientConfiguration.patient
        configuration.environment = { _ in nil }
        configuration.retries.firstPause = .zero
        change(&configuration)
        return AgentClient(apiKey: "s3cr3t", baseURL: server.url, configuration: configuration, transport: URLSessionTransport())
    }

    private static let ada = #"{"id":"a","name":"Ada"}"#

    // MARK: Options

    @Test func optionsOfOneCall() async throws {
        try await withServer { _, connection in try connection.answer(200, [:], Self.ada) } _: { server in
            let options = RequestOptions(
                headers: ["X-Trace": "7", "User-Agent": "mine"], query: ["debug": "a b", "tag": "é"],
                bodyFields: ["beta": [true, nil], "name": "Eve"], idempotencyKey: "order-7")
            _ = try await agents(server).assistants.create(name: "Ada", prompt: "p", options: options)
            let incoming = try #require(server.requests.first)
            #expect(incoming.target == "/assistants?debug=a%20b&tag=%C3%A9")
            #expect(incoming.text == #"{"name":"Eve","prompt":"p","beta":[true,null]}"#)
            #expect(incoming.headers["x-trace"] == "7")
            #expect(incoming.headers["user-agent"] == "mine")
            #expect(incoming.headers["idempotency-key"] == "order-7")
        }
    }

    @Test func fieldsForEveryKindOfBody() async throws {
        try await withServer { _, connection in try connection.answer(204) } _: { server in
            let agents = agents(server)
            let options = RequestOptions(bodyFields: ["beta": true, "title": "a&b", "tags": ["x", "y"]])
            // A call without a body.
            try await agents.assistants.delete("a", options: options)
            #expect(server.requests.last?.text == #"{"beta":true,"title":"a&b","tags":["x","y"]}"#)
            #expect(server.requests.last?.headers["content-type"] == "application/json")

            var form = APIRequest("POST", "/form")
            form.form(["title": "old", "kept": 1] as JSONValue)
            _ = try await agents.send(form, options: options)
            #expect(server.requests.last?.text == "kept=1&beta=true&title=a%26b&tags=x&tags=y")
            #expect(server.requests.last?.headers["content-type"] == "application/x-www-form-urlencoded")

            try await agents.recordings.create(file: UploadFile([1], filename: "f"), title: "old", options: options)
            let text = try #require(server.requests.last?.text)
            #expect(!text.contains("old"))
            #expect(text.components(separatedBy: "name=\"tags\"").count == 3)
            #expect(text.contains("name=\"beta\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\ntrue\r\n"))

            var bytes = APIRequest("POST", "/bytes")
            bytes.bytes(.bytes([1]))
            let ready = bytes
            let error = await failure { try await agents.send(ready, options: options) }
            #expect("\(error as Any)".contains("POST /bytes sends no JSON object or form"))
        }
    }

    @Test func timeAndRetriesOfOneCallAndOfAGroup() async throws {
        try await withServer { incoming, connection in
            if incoming.target == "/assistants/busy" { return try connection.answer(503, [:], "busy") }
            if connection.waitForClose(milliseconds: 10_000) { connection.finish() }
        } _: { server in
            let agents = agents(server)
            let once = await failure { try await agents.assistants.retrieve("busy", options: RequestOptions(maxRetries: 0)) }
            #expect(once?.status == 503)
            #expect(server.requests.count == 1)
            let often = agents.assistants.with(RequestOptions(maxRetries: 4))
            #expect(await failure { try await often.retrieve("busy") }?.status == 503)
            #expect(server.requests.count == 6)
            let slow = agents.assistants.with(RequestOptions(timeout: .milliseconds(100), maxRetries: 0))
            #expect(await failure { try await slow.retrieve("slow") }?.kind == "timeout")
        }
    }

    // MARK: Answers

    @Test func theAnswerAroundTheValue() async throws {
        try await withServer { incoming, connection in
            if incoming.headers["x-retry-count"] == nil { return try connection.answer(503, [:], "later") }
            if incoming.target == "/assistants/none" { return try connection.answer(404, ["X-Request-Id": "r2"], #"{"message":"gone"}"#) }
            try connection.answer(201, ["X-Request-Id": "r1", "X-Left": "3"], Self.ada)
        } _: { server in
            let assistants = agents(server).assistants
            let answer = try await assistants.withResponse { try await $0.retrieve("a") }
            #expect(answer.value == Assistant(id: "a", name: "Ada"))
            #expect(answer.status == 201)
            #expect(answer.headers["x-left"] == "3")
            #expect(answer.body == Array(Self.ada.utf8))
            #expect(answer.context.retries == 1)
            let raw = try await assistants.withRawResponse { try await $0.retrieve("a") }
            #expect(raw.status == 201)
            #expect(raw.requestID == "r1")
            let bytes = try await raw.body.collect()
            #expect(bytes == Array(Self.ada.utf8))
            for error in [
                await failure { try await assistants.withResponse { try await $0.retrieve("none") } },
                await failure { try await assistants.withRawResponse { try await $0.retrieve("none") } },
            ] {
                #expect(error?.failure?.requestID == "r2")
                // What the document has for this status.
                #expect((error?.failure?.documentedBody as? Problem)?.message == "gone")
            }
        }
    }

    @Test func whatTheDocumentDoesNotDescribe() async throws {
        try await withServer { incoming, connection in
            if incoming.target == "/none" { return try connection.answer(404, [:], #"{"message":"gone"}"#) }
            if incoming.headers["x-retry-count"] == nil { return try connection.answer(500, [:], "later") }
            try connection.answer(200, [:], #"["\#(incoming.method)","\#(incoming.target)","\#(incoming.headers["authorization"] ?? "")",\#(incoming.text.isEmpty ? "0" : incoming.text)]"#)
        } _: { server in
            let agents = agents(server)
            let key = "Bearer s3cr3t"
            let got: JSONValue = try await agents.get("/a/b?c=d", query: ["e": "f g"])
            #expect(got == ["GET", "/a/b?c=d&e=f%20g", .string(key), 0])
            let posted: JSONValue = try await agents.post("a", body: [1])
            #expect(posted == ["POST", "/a", .string(key), [1]])
            let put: JSONValue = try await agents.put("/a", body: ["x": 1] as JSONValue)
            #expect(put == ["PUT", "/a", .string(key), ["x": 1]])
            let patched: JSONValue = try await agents.patch("/a", body: [2])
            #expect(patched == ["PATCH", "/a", .string(key), [2]])
            let deleted: JSONValue = try await agents.delete("/a")
            #expect(deleted == ["DELETE", "/a", .string(key), 0])
            #expect(server.requests.count == 10)
            let error = await failure { try await agents.get("/none") as JSONValue }
            guard case .notFound(let failure)? = error else { throw try #require(error) }
            #expect(failure.body(as: Problem.self)?.message == "gone")
            // The key goes to the client's own server, whatever stands in the path.
            let elsewhere: JSONValue = try await agents.get("https://elsewhere.invalid/x")
            #expect(elsewhere == ["GET", "/https://elsewhere.invalid/x", .string(key), 0])
        }
    }

    // MARK: Rules

    @Test func answersThatBreakTheRules() async throws {
        try await withServer { incoming, connection in
            // `id` has to be an integer; the reader takes 1.0 for one, and so do the rules. A missing list is another matter.
            try connection.answer(200, [:], incoming.target == "/calls/log" ? "{\"id\":1}\n{\"id\":1,\"id\":2}\n" : #"{"assistants":[{"id":"a","name":"n","more":1}],"next_cursor":null}"#)
        } _: { server in
            let reports = Reports()
            let agents = agents(server) { $0.reportViolations = { reports.note("\($1): \($0.violations.map(\.pointer))") } }
            func count(_ responses: ValidationPolicy.Responses) async throws -> Int {
                try await agents.assistants.list(options: RequestOptions(validation: ValidationPolicy(responses: responses))).assistants.count
            }
            let unchecked = try await count(.off)
            #expect(unchecked == 1)
            #expect(reports.all == [])
            let reported = try await count(.report)
            #expect(reported == 1)
            #expect(reports.all == [#"GET /assistants: ["/next_cursor"]"#])
            let error = await failure { try await count(.reject) }
            #expect(error?.kind == "invalidResponse")
            #expect("\(error as Any)".contains("GET /assistants: the answer is not valid: /next_cursor: null is not a string"))
        }
    }

    private final class Reports: @unchecked Sendable {
        private let lock = NSLock()
        private var lines: [String] = []
        var all: [String] { lock.withLock { lines } }
        func note(_ line: String) { lock.withLock { lines.append(line) } }
    }

    // MARK: Set up

    @Test func theEnvironment() async throws {
        try await withServer { _, connection in try connection.answer(200, [:], Self.ada) } _: { server in
            let reports = Reports()
            let url = server.url
            var configuration = ClientConfiguration.patient
            configuration.environment = { ["AGENT_API_KEY": "from-environment", "AGENT_BASE_URL": url + "/v2/", "AGENT_LOG": "info"][$0] }
            configuration.log = reports.note
            let agents = try AgentClient(configuration: configuration, transport: URLSessionTransport())
            _ = try await agents.assistants.retrieve("a")
            #expect(server.requests.map(\.target) == ["/v2/assistants/a"])
            #expect(server.requests.first?.headers["authorization"] == "Bearer from-environment")
            #expect(reports.all.count == 1)
            #expect(reports.all.first?.hasPrefix("GET \(url)/v2/assistants/a → 200 in ") == true)
            // What is passed goes before it.
            let own = AgentClient(apiKey: "own", baseURL: url, configuration: configuration, transport: URLSessionTransport())
            _ = try await own.assistants.retrieve("a")
            #expect(server.requests.last?.target == "/assistants/a")
            #expect(server.requests.last?.headers["authorization"] == "Bearer own")
        }
    }

    /// A token that cannot be had is no broken connection, and asking for it again is the provider's business.
    @Test func aTokenThatCannotBeHad() async throws {
        struct NotLoggedIn: Error {}
        try await withServer { _, connection in try connection.answer(200, [:], Self.ada) } _: { server in
            var configuration = ClientConfiguration.patient
            configuration.environment = { _ in nil }
            configuration.retries.firstPause = .seconds(600)
            func call(_ token: @escaping @Sendable () async throws -> String) async -> APIError? {
                let agents = AgentClient(apiKey: .provider(token), baseURL: server.url, configuration: configuration, transport: URLSessionTransport())
                return await failure { try await agents.assistants.retrieve("a") }
            }
            #expect("\(await call { throw NotLoggedIn() } as Any)".contains("not configured: no credential for 'apiKey': NotLoggedIn()"))
            #expect(await call { throw CancellationError() }?.kind == "cancelled")
            #expect(await call { throw APIError.configuration("no account") }?.kind == "configuration")
            let waiting = Task { await call { try await Task.sleep(for: .seconds(600)); return "" } }
            waiting.cancel()
            #expect(await waiting.value?.kind == "cancelled")
            #expect(server.requests.isEmpty)
        }
    }
}
