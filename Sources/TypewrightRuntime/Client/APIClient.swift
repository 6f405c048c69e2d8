/// Carries out what generated methods describe: puts requests together, signs, sends and repeats them,
/// and decodes the answers.
///
/// It never changes. A changed copy of it is how one call, or a group of them, gets options of its own.
public final class APIClient: Sendable {
    let core: ClientCore
    let options: RequestOptions
    let observer: CallObserver?

    /// - Parameters:
    ///   - credentials: by the names of the service's security schemes.
    ///   - baseURL: goes before the configuration's.
    public convenience init(
        _ service: Service, credentials: [String: Credential], baseURL: String? = nil,
        configuration: ClientConfiguration, transport: any Transport
    ) {
        self.init(ClientCore(service, credentials, baseURL, configuration, transport), .none, nil)
    }

    private init(_ core: ClientCore, _ options: RequestOptions, _ observer: CallObserver?) {
        self.core = core
        self.options = options
        self.observer = observer
    }

    func with(_ options: RequestOptions) -> APIClient {
        APIClient(core, self.options.merged(with: options), observer)
    }

    func observed(by observer: CallObserver) -> APIClient {
        APIClient(core, options, observer)
    }
}

// MARK: - What an operation answers with

extension APIClient {
    /// JSON.
    public func value<Value: JSONCodable>(
        of request: APIRequest, _ options: RequestOptions = .none, check: JSONCheck? = nil
    ) async throws(APIError) -> Value {
        let answer = try await run(request, options, .collect, accept: "application/json")
        return try decode(answer, options, check)
    }

    /// JSON, or nothing: `nil` where the body is empty.
    public func optionalValue<Value: JSONCodable>(
        of request: APIRequest, _ options: RequestOptions = .none, check: JSONCheck? = nil
    ) async throws(APIError) -> Value? {
        let answer = try await run(request, options, .collect, accept: "application/json")
        if answer.bytes.isEmpty { return nil }
        return try decode(answer, options, check) as Value
    }

    /// A form.
    public func formValue<Value: JSONCodable>(
        of request: APIRequest, _ options: RequestOptions = .none, check: JSONCheck? = nil
    ) async throws(APIError) -> Value {
        let answer = try await run(request, options, .collect, accept: "application/x-www-form-urlencoded")
        return try decodeForm(answer)
    }

    /// A form, or nothing.
    public func optionalFormValue<Value: JSONCodable>(
        of request: APIRequest, _ options: RequestOptions = .none, check: JSONCheck? = nil
    ) async throws(APIError) -> Value? {
        let answer = try await run(request, options, .collect, accept: "application/x-www-form-urlencoded")
        return answer.bytes.isEmpty ? nil : try decodeForm(answer) as Value
    }

    /// Nothing that matters.
    public func send(_ request: APIRequest, _ options: RequestOptions = .none) async throws(APIError) {
        _ = try await run(request, options, .collect, accept: "*/*")
    }

    public func text(of request: APIRequest, _ options: RequestOptions = .none) async throws(APIError) -> String {
        String(decoding: try await run(request, options, .collect, accept: "text/plain, */*;q=0.5").bytes, as: UTF8.self)
    }

    public func bytes(of request: APIRequest, _ options: RequestOptions = .none) async throws(APIError) -> [UInt8] {
        try await run(request, options, .collect, accept: "*/*").bytes
    }

    /// The bytes as they arrive.
    public func stream(of request: APIRequest, _ options: RequestOptions = .none) async throws(APIError) -> ByteStream {
        try await run(request, options, .stream, accept: "*/*").stream()
    }

    /// The body with its status, for operations that answer with different things: look at the status, then
    /// `decode` the right type.
    public func answer(to request: APIRequest, _ options: RequestOptions = .none) async throws(APIError) -> APIResponse<[UInt8]> {
        let answer = try await run(request, options, .collect, accept: "application/json, */*;q=0.5")
        return APIResponse(value: answer.bytes, status: answer.status, headers: answer.headers, body: answer.bytes, context: answer.context)
    }

    /// Writes the body to a file, without holding it in memory.
    public func download(_ request: APIRequest, to path: String, _ options: RequestOptions = .none) async throws(APIError) {
        _ = try await run(request, options, .file(path), accept: "*/*")
    }

    /// The body of an answer, read, checked as the policy wants it, and decoded.
    public func decode<Value: JSONCodable>(
        _ answer: APIResponse<[UInt8]>, _ options: RequestOptions = .none, as type: Value.Type = Value.self, check: JSONCheck? = nil
    ) throws(APIError) -> Value {
        try decode(Answer(answer), options, check)
    }

    /// The same for a form.
    public func decodeForm<Value: JSONCodable>(
        _ answer: APIResponse<[UInt8]>, _ options: RequestOptions = .none, as type: Value.Type = Value.self, check: JSONCheck? = nil
    ) throws(APIError) -> Value {
        try decodeForm(Answer(answer))
    }
}
