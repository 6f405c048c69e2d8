// The code of the article `CallingAnAPI`; a test checks that each piece of it stands here.

import TypewrightHTTP
import TypewrightRuntime

func makeClients() throws {
    let agents = AgentClient(apiKey: "…")
    let configured = try AgentClient()
    let local = AgentClient(apiKey: "…", baseURL: "http://localhost:8080")
    _ = (agents, configured, local)
}

func configure() {
    var configuration = ClientConfiguration()
    configuration.timeout = .seconds(20)
    configuration.retries.maxRetries = 5
    configuration.headers = ["X-Team": "voice"]
    configuration.validation = ValidationPolicy(responses: .report)
    configuration.middleware = [LoggingMiddleware(.debug), Stopwatch()]
    let agents = AgentClient(apiKey: "…", configuration: configuration)
    _ = agents
}

func makeCalls(agents: AgentClient) async throws {
    let assistant = try await agents.assistants.create(name: "Ada", prompt: "Be kind.", voicemailMessage: .null)
    let same = try await agents.assistants.retrieve(assistant.id)
    let list = try await agents.assistants.list(limit: 20)

    let parameters = AssistantParameters(name: "Ada", prompt: "Be kind.")
    let another = try await agents.assistants.create(body: parameters)
    _ = (same, list, another)
}

func setOptions(agents: AgentClient) async throws {
    let options = RequestOptions(
        headers: ["X-Trace": "7"], query: ["debug": "true"], bodyFields: ["beta": true],
        timeout: .seconds(5), maxRetries: 0, idempotencyKey: "order-7"
    )
    let assistant = try await agents.assistants.create(name: "Ada", prompt: "Be kind.", options: options)

    let patient = agents.assistants.with(RequestOptions(timeout: .seconds(300)))
    let list = try await patient.list()
    _ = (assistant, list)
}

func seeTheResponse(agents: AgentClient) async throws {
    let answer = try await agents.assistants.withResponse { try await $0.retrieve("a1") }
    print(answer.status, answer.requestID ?? "none", answer.headers["date"] ?? "")
    print(answer.value.name, answer.body.count)

    let raw = try await agents.assistants.withRawResponse { try await $0.retrieve("a1") }
    for try await chunk in raw.body { print(chunk.count) }
}

func handleErrors(agents: AgentClient) async {
    do {
        let assistant = try await agents.assistants.retrieve("a1")
        print(assistant.name)
    } catch .notFound(let failure) {
        print(failure.body(as: Problem.self)?.message ?? "gone")
    } catch .rateLimit(let failure) {
        print("too fast:", failure.headers["retry-after"] ?? "")
    } catch .invalidRequest(let error, _) {
        for violation in error.violations { print(violation.pointer, violation.message) }
    } catch .cancelled {
        print("never mind")
    } catch {
        print(error)
    }
}

func followPages(agents: AgentClient) async throws {
    for try await assistant in agents.assistants.listAll(limit: 50) {
        print(assistant.name)
    }
    for try await page in agents.assistants.listAll(limit: 50).pages {
        print(page.assistants.count)
    }
}

extension AssistantsResource {
    /// The list, one page after another.
    func everyPage() -> Paginated<AssistantList, Assistant> {
        Paginated(items: \.assistants, next: \.nextCursor) { [self] cursor in
            try await list(cursor: cursor)
        }
    }
}

func stream(agents: AgentClient) async throws {
    for try await assistant in try await agents.assistants.events("a1") {
        print(assistant.name)
    }
}

func moveFiles(agents: AgentClient) async throws {
    let file = UploadFile(path: "hello.wav", mediaType: "audio/wav")
    try await agents.recordings.create(file: file, title: "Hello")

    let bytes = try await agents.recordings.content("r1")
    try await agents.recordings.download(to: "copy.wav") { try await $0.content("r1") }
    let raw = try await agents.recordings.withRawResponse { try await $0.content("r1") }
    for try await chunk in raw.body { print(chunk.count) }
    _ = bytes
}

func callWhatIsNotDocumented(agents: AgentClient) async throws {
    let voices: JSONValue = try await agents.get("/voices", query: ["language": "fr"])
    let voice: JSONValue = try await agents.post("/voices", body: ["name": "Ada"] as JSONValue)
    print(voices, voice)
}

/// Says how long each attempt took.
struct Stopwatch: Middleware {
    func intercept(_ request: TransportRequest, next: Next) async throws -> TransportResponse {
        var request = request
        request.headers["X-Attempt"] = String(request.attempt)
        let start = ContinuousClock.now
        let response = try await next(request)
        print(request.operation, response.status, ContinuousClock.now - start)
        return response
    }
}

func setUpTheTransport() {
    var settings = URLSessionTransport.Settings()
    settings.connectionsPerHost = 8
    settings.streamLimitBytes = 8 << 20
    let agents = AgentClient(apiKey: "…", transport: URLSessionTransport(settings))
    _ = agents
}

func testWithoutNetwork() async throws {
    let transport = InMemoryTransport { request in
        request.method == "GET" ? .json(#"{"id": "a1", "name": "Ada"}"#) : .json("{}", status: 400)
    }
    let agents = AgentClient(apiKey: "test", transport: transport)
    let assistant = try await agents.assistants.retrieve("a1")
    let requests = await transport.requests
    print(assistant.name, requests.map(\.path))
}

func fetchTokens() {
    let agents = AgentClient(apiKey: .provider { try await Vault.shared.currentToken() })
    _ = agents
}

actor Vault {
    static let shared = Vault()
    func currentToken() throws -> String { "token" }
}
