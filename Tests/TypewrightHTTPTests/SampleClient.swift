// What a generated client looks like, written by hand: the emitter aims at this.

import TypewrightHTTP
import TypewrightRuntime

/// The API of a voice agent service.
nonisolated public struct AgentClient: APIRoot {
    public let client: APIClient

    public var assistants: Assistants { Assistants(client: client) }
    public var recordings: Recordings { Recordings(client: client) }

    /// A client with this API key.
    public init(
        apiKey: String, baseURL: String? = nil, configuration: ClientConfiguration = ClientConfiguration(),
        transport: any Transport = URLSessionTransport.shared
    ) {
        client = APIClient(
            AgentClient.service, credentials: ["bearerAuth": .token(apiKey)], baseURL: baseURL,
            configuration: configuration, transport: transport
        )
    }

    /// A client with the API key of the environment variable `AGENT_API_KEY`, unless one is passed.
    public init(
        apiKey: String? = nil, baseURL: String? = nil, configuration: ClientConfiguration = ClientConfiguration(),
        transport: any Transport = URLSessionTransport.shared
    ) throws(APIError) {
        let apiKey = try configuration.credential(apiKey, "apiKey", variable: "AGENT_API_KEY")
        self.init(apiKey: apiKey, baseURL: baseURL, configuration: configuration, transport: transport)
    }

    public init(client: APIClient) {
        self.client = client
    }

    static let service = Service(
        name: "Agent", environmentPrefix: "AGENT", server: "https://{region}.example.com/api", serverVariables: ["region": "www"],
        schemes: ["bearerAuth": .bearer], security: [["bearerAuth"]]
    )

    static let errors = ErrorBodies((404, Problem.self), (4, Problem.self))
}

/// Assistants define how the agent behaves during calls.
nonisolated public struct Assistants: APIResource {
    public let client: APIClient

    public init(client: APIClient) {
        self.client = client
    }

    /// List assistants.
    ///
    /// `GET /assistants`
    public func list(limit: Int? = nil, cursor: String? = nil, options: RequestOptions = .none) async throws(APIError) -> AssistantList {
        var request = APIRequest("GET", "/assistants")
        request.query("limit", limit)
        request.query("cursor", cursor)
        return try await client.value(of: request, options)
    }

    /// Every assistant of the list, page by page.
    public func listAll(limit: Int? = nil, options: RequestOptions = .none) -> Paginated<AssistantList, Assistant> {
        var request = APIRequest("GET", "/assistants")
        request.query("limit", limit)
        return client.pages(of: request, by: .cursor(parameter: "cursor", next: "/next_cursor"), items: \.assistants, options)
    }

    /// Create an assistant.
    ///
    /// `POST /assistants`
    public func create(
        name: String, prompt: String, voicemailMessage: Nullable<String>? = nil, options: RequestOptions = .none
    ) async throws(APIError) -> Assistant {
        try await create(AssistantParameters(name: name, prompt: prompt, voicemailMessage: voicemailMessage), options: options)
    }

    /// Create an assistant.
    ///
    /// `POST /assistants`
    public func create(_ body: AssistantParameters, options: RequestOptions = .none) async throws(APIError) -> Assistant {
        var request = APIRequest("POST", "/assistants")
        request.errors(AgentClient.errors)
        request.json(body)
        return try await client.value(of: request, options)
    }

    /// Retrieve an assistant.
    ///
    /// `GET /assistants/{id}`
    public func retrieve(_ id: String, options: RequestOptions = .none) async throws(APIError) -> Assistant {
        var request = APIRequest("GET", "/assistants/{id}")
        request.path("id", id)
        request.errors(AgentClient.errors)
        return try await client.value(of: request, options)
    }

    /// Delete an assistant.
    ///
    /// `DELETE /assistants/{id}`
    public func delete(_ id: String, options: RequestOptions = .none) async throws(APIError) {
        var request = APIRequest("DELETE", "/assistants/{id}")
        request.path("id", id)
        try await client.send(request, options)
    }

    /// Follow what an assistant does.
    ///
    /// `GET /assistants/{id}/events`
    public func events(_ id: String, options: RequestOptions = .none) async throws(APIError) -> ItemStream<Assistant> {
        var request = APIRequest("GET", "/assistants/{id}/events")
        request.path("id", id)
        return try await client.events(of: request, options, end: "[DONE]")
    }
}

nonisolated public struct Recordings: APIResource {
    public let client: APIClient

    public init(client: APIClient) {
        self.client = client
    }

    /// Upload a recording.
    ///
    /// `POST /recordings`
    public func create(file: UploadFile, title: String, tags: [String]? = nil, options: RequestOptions = .none) async throws(APIError) {
        var request = APIRequest("POST", "/recordings")
        request.part("file", file)
        request.part("title", title)
        request.part("tags", tags)
        try await client.send(request, options)
    }

    /// Download a recording.
    ///
    /// `GET /recordings/{id}`
    public func content(_ id: String, options: RequestOptions = .none) async throws(APIError) -> ByteStream {
        var request = APIRequest("GET", "/recordings/{id}")
        request.path("id", id)
        return try await client.stream(of: request, options)
    }

    /// Download a recording to a file.
    ///
    /// `GET /recordings/{id}`
    public func content(_ id: String, to path: String, options: RequestOptions = .none) async throws(APIError) {
        var request = APIRequest("GET", "/recordings/{id}")
        request.path("id", id)
        try await client.download(request, to: path, options)
    }
}
