extension APIClient {
    /// The events of a `text/event-stream` as they are.
    public func events(of request: APIRequest, _ options: RequestOptions = .none) async throws(APIError) -> ItemStream<ServerSentEvent> {
        let answer = try await events(request, options)
        return ItemStream(try answer.stream(), EventParser(limit: core.configuration.maximumItemBytes), answer)
    }

    /// The data of each event, decoded. Data that equals `end` ends the stream: the default is no JSON, and many
    /// services end with it.
    public func events<Value: JSONCodable>(
        of request: APIRequest, _ options: RequestOptions = .none, as type: Value.Type = Value.self, end: String? = "[DONE]"
    ) async throws(APIError) -> ItemStream<Value> {
        let answer = try await events(request, options)
        let parser = EventDataParser<Value>(
            end: end, wholeEvents: false, limit: core.configuration.maximumItemBytes, check: itemCheck(type, options, answer)
        )
        return ItemStream(try answer.stream(), parser, answer)
    }

    /// Each event as the object that OpenAPI 3.2 describes, with `event`, `data`, `id` and `retry`, decoded.
    public func wholeEvents<Value: JSONCodable>(
        of request: APIRequest, _ options: RequestOptions = .none, as type: Value.Type = Value.self, end: String? = "[DONE]"
    ) async throws(APIError) -> ItemStream<Value> {
        let answer = try await events(request, options)
        let parser = EventDataParser<Value>(
            end: end, wholeEvents: true, limit: core.configuration.maximumItemBytes, check: itemCheck(type, options, answer)
        )
        return ItemStream(try answer.stream(), parser, answer)
    }

    /// Refuses what says of itself that it is no stream: in JSON or a web page no event would ever be found.
    private func events(_ request: APIRequest, _ options: RequestOptions) async throws(APIError) -> Answer {
        let answer = try await run(request, options, .stream, accept: "text/event-stream")
        guard let type = answer.headers["content-type"], APIClient.isJSON(mediaType: type) || type.hasPrefix("text/html") else { return answer }
        throw APIError.undecodableBody(BodyFailure(
            status: answer.status, headers: answer.headers, body: (try? await answer.body.collectPrefix(limit: 1 << 16)) ?? [],
            reason: "it is '\(type)', not text/event-stream", context: answer.context
        ))
    }

    /// JSON Lines.
    public func lines<Value: JSONCodable>(
        of request: APIRequest, _ options: RequestOptions = .none, as type: Value.Type = Value.self
    ) async throws(APIError) -> ItemStream<Value> {
        try await records(of: request, options, .lines, accept: "application/jsonl, application/x-ndjson")
    }

    /// A JSON text sequence (RFC 7464).
    public func sequence<Value: JSONCodable>(
        of request: APIRequest, _ options: RequestOptions = .none, as type: Value.Type = Value.self
    ) async throws(APIError) -> ItemStream<Value> {
        try await records(of: request, options, .sequence, accept: "application/json-seq")
    }

    private func records<Value: JSONCodable>(
        of request: APIRequest, _ options: RequestOptions, _ kind: RecordSplitter.Kind, accept: String
    ) async throws(APIError) -> ItemStream<Value> {
        let answer = try await run(request, options, .stream, accept: accept)
        let check = itemCheck(Value.self, options, answer)
        return ItemStream(try answer.stream(), RecordParser<Value>(kind, limit: core.configuration.maximumItemBytes, check: check), answer)
    }

    private func itemCheck(_ type: any JSONCodable.Type, _ options: RequestOptions, _ answer: Answer) -> ItemCheck {
        let policy = policy(options).responses
        let context = answer.context
        return { [self] json in try validate(json, type, nil, policy, context) }
    }
}
