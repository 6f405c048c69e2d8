/// A group of operations: `revox.assistants`, and the client itself.
public protocol APIResource: Sendable {
    var client: APIClient { get }
    init(client: APIClient)
}

extension APIResource {
    /// The same operations with different options.
    ///
    ///     let patient = revox.assistants.with(RequestOptions(timeout: .seconds(300)))
    public func with(_ options: RequestOptions) -> Self {
        Self(client: client.with(options))
    }

    /// A call together with the status and the headers of its answer.
    ///
    ///     let answer = try await revox.assistants.withResponse { try await $0.retrieve("id") }
    ///     print(answer.status, answer.requestID ?? "", answer.value)
    ///
    /// If several calls are made, the answer is that of the last.
    public func withResponse<Value>(
        isolation: isolated (any Actor)? = #isolation, _ call: (Self) async throws -> Value
    ) async throws -> APIResponse<Value> {
        let observer = CallObserver(.decoded)
        let value = try await call(Self(client: client.observed(by: observer)))
        guard let answer = await observer.answer else { throw APIError.configuration("withResponse was given no call to make") }
        return APIResponse(value: value, status: answer.status, headers: answer.headers, body: answer.bytes, context: answer.context)
    }

    /// A call whose body is neither read nor decoded: it can be streamed.
    ///
    ///     let raw = try await revox.assistants.withRawResponse { try await $0.retrieve("id") }
    ///     for try await chunk in raw.body { … }
    public func withRawResponse<Value>(
        isolation: isolated (any Actor)? = #isolation, _ call: (Self) async throws -> Value
    ) async throws -> RawResponse {
        let answer = try await answer(.raw, "withRawResponse", isolation: isolation, call)
        return RawResponse(status: answer.status, headers: answer.headers, body: try answer.stream(), context: answer.context)
    }

    /// Writes the body of a call's answer to a file, without holding it in memory.
    ///
    ///     try await agents.recordings.download(to: "copy.wav") { try await $0.content("r1") }
    ///
    /// An answer that is no success is thrown as ever, and a file that was there before stays.
    @discardableResult
    public func download<Value>(
        to path: String, isolation: isolated (any Actor)? = #isolation, _ call: (Self) async throws -> Value
    ) async throws -> APIResponse<Void> {
        let answer = try await answer(.file(path), "download", isolation: isolation, call)
        return APIResponse(value: (), status: answer.status, headers: answer.headers, body: [], context: answer.context)
    }

    private func answer<Value>(
        _ wish: CallObserver.Wish, _ name: String, isolation: isolated (any Actor)?, _ call: (Self) async throws -> Value
    ) async throws -> Answer {
        let observer = CallObserver(wish)
        do {
            _ = try await call(Self(client: client.observed(by: observer)))
        } catch {
            // The call was cut off where it would have read the body; the answer tells this from a failure.
            guard await observer.answer != nil else { throw error }
        }
        guard let answer = await observer.answer else { throw APIError.configuration("\(name) was given no call to make") }
        return answer
    }
}

/// The client of an API as a whole, which can also call what the document does not describe.
public protocol APIRoot: APIResource {}

extension APIRoot {
    public func get<Value: JSONCodable>(
        _ path: String, query: KeyValuePairs<String, String> = [:], options: RequestOptions = .none, as type: Value.Type = Value.self
    ) async throws(APIError) -> Value {
        try await client.value(of: APIRequest(literal: "GET", path, query), options)
    }

    public func delete<Value: JSONCodable>(
        _ path: String, query: KeyValuePairs<String, String> = [:], options: RequestOptions = .none, as type: Value.Type = Value.self
    ) async throws(APIError) -> Value {
        try await client.value(of: APIRequest(literal: "DELETE", path, query), options)
    }

    public func post<Body: JSONCodable, Value: JSONCodable>(
        _ path: String, body: Body, query: KeyValuePairs<String, String> = [:], options: RequestOptions = .none, as type: Value.Type = Value.self
    ) async throws(APIError) -> Value {
        try await client.value(of: APIRequest(literal: "POST", path, query, body: body), options)
    }

    public func put<Body: JSONCodable, Value: JSONCodable>(
        _ path: String, body: Body, query: KeyValuePairs<String, String> = [:], options: RequestOptions = .none, as type: Value.Type = Value.self
    ) async throws(APIError) -> Value {
        try await client.value(of: APIRequest(literal: "PUT", path, query, body: body), options)
    }

    public func patch<Body: JSONCodable, Value: JSONCodable>(
        _ path: String, body: Body, query: KeyValuePairs<String, String> = [:], options: RequestOptions = .none, as type: Value.Type = Value.self
    ) async throws(APIError) -> Value {
        try await client.value(of: APIRequest(literal: "PATCH", path, query, body: body), options)
    }

    /// Any request that can be described, with the same retries, checks and errors.
    public func send(_ request: APIRequest, options: RequestOptions = .none) async throws(APIError) -> APIResponse<[UInt8]> {
        try await client.answer(to: request, options)
    }
}

extension APIRequest {
    /// A path that is already filled in, with its own query if it has one.
    init(literal method: String, _ path: String, _ query: KeyValuePairs<String, String>) {
        self.init(method, path)
        parts.isLiteral = true
        for (name, value) in query { self.query(name, value) }
    }

    init<Body: JSONCodable>(literal method: String, _ path: String, _ query: KeyValuePairs<String, String>, body: Body) {
        self.init(literal: method, path, query)
        json(body)
    }
}
