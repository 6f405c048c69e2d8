extension APIClient {
    /// The events of a `text/event-stream` as they are.
    public func events(of request: APIRequest, _ options: RequestOptions = .none) async throws(APIError) -> ItemStream<ServerSentEvent> {
        try await items(of: request, options, "text/event-stream", EventParser(limit: core.configuration.maximumItemBytes))
    }

    /// The data of each event, decoded. Data that equals `end` (`[DONE]`) ends the stream.
    public func events<Value: JSONCodable>(
        of request: APIRequest, _ options: RequestOptions = .none, as type: Value.Type = Value.self, end: String? = nil
    ) async throws(APIError) -> ItemStream<Value> {
        let parser = EventDataParser<Value>(end: end, wholeEvents: false, limit: core.configuration.maximumItemBytes)
        return try await items(of: request, options, "text/event-stream", parser)
    }

    /// Each event as the object that OpenAPI 3.2 describes, with `event`, `data`, `id` and `retry`, decoded.
    public func wholeEvents<Value: JSONCodable>(
        of request: APIRequest, _ options: RequestOptions = .none, as type: Value.Type = Value.self, end: String? = nil
    ) async throws(APIError) -> ItemStream<Value> {
        let parser = EventDataParser<Value>(end: end, wholeEvents: true, limit: core.configuration.maximumItemBytes)
        return try await items(of: request, options, "text/event-stream", parser)
    }

    /// JSON Lines.
    public func lines<Value: JSONCodable>(
        of request: APIRequest, _ options: RequestOptions = .none, as type: Value.Type = Value.self
    ) async throws(APIError) -> ItemStream<Value> {
        let parser = RecordParser<Value>(.lines, limit: core.configuration.maximumItemBytes)
        return try await items(of: request, options, "application/jsonl, application/x-ndjson", parser)
    }

    /// A JSON text sequence (RFC 7464).
    public func sequence<Value: JSONCodable>(
        of request: APIRequest, _ options: RequestOptions = .none, as type: Value.Type = Value.self
    ) async throws(APIError) -> ItemStream<Value> {
        let parser = RecordParser<Value>(.sequence, limit: core.configuration.maximumItemBytes)
        return try await items(of: request, options, "application/json-seq", parser)
    }

    private func items<Item: Sendable>(
        of request: APIRequest, _ options: RequestOptions, _ accept: String, _ parser: any ItemParser<Item>
    ) async throws(APIError) -> ItemStream<Item> {
        let answer = try await run(request, options, .stream, accept: accept)
        return ItemStream(try answer.stream(), parser, answer)
    }
}
