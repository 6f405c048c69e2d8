/// A transport for tests: it answers from memory and records what it was asked.
///
///     let transport = InMemoryTransport { request in
///         .json("""
///             {"id": "asst_1"}
///             """)
///     }
///     let revox = RevoxClient(apiKey: "key", transport: transport)
///     …
///     #expect(await transport.requests.first?.url == "https://…/assistants/asst_1")
public actor InMemoryTransport: Transport {
    public typealias Handler = @Sendable (RecordedRequest) async throws -> TransportResponse

    private let handler: Handler
    /// In the order in which they came.
    public private(set) var requests: [RecordedRequest] = []

    public init(_ handler: @escaping Handler) {
        self.handler = handler
    }

    /// These answers, one after another; then the last one again and again.
    public init(_ answers: TransportResponse...) {
        let queue = AnswerQueue(answers)
        handler = { _ in await queue.next() }
    }

    public func send(_ request: TransportRequest) async throws -> TransportResponse {
        let recorded = RecordedRequest(
            method: request.method, url: request.url, headers: request.headers,
            body: try await request.body.chunks().collect(), attempt: request.attempt
        )
        requests.append(recorded)
        return try await handler(recorded)
    }
}

/// A request as a transport got it, with its body read to the end.
public struct RecordedRequest: Sendable, Hashable {
    public var method: String
    public var url: String
    public var headers: HeaderFields
    public var body: [UInt8]
    public var attempt: Int

    /// The body as text.
    public var text: String { String(decoding: body, as: UTF8.self) }

    /// What of the URL comes after the host, with the query.
    public var path: String {
        guard let url = URLText(url) else { return url }
        return url.path + url.query
    }
}

extension TransportResponse {
    /// An answer with a JSON body.
    public static func json(_ text: String, status: Int = 200, headers: HeaderFields = [:]) -> TransportResponse {
        var all: HeaderFields = ["Content-Type": "application/json"]
        all.merge(headers)
        return TransportResponse(status: status, headers: all, body: .bytes(Array(text.utf8)))
    }

    /// An answer whose body arrives in these chunks.
    public static func chunks(_ chunks: [[UInt8]], status: Int = 200, headers: HeaderFields = [:]) -> TransportResponse {
        let stream = AsyncStream<[UInt8]> { continuation in
            for chunk in chunks { continuation.yield(chunk) }
            continuation.finish()
        }
        return TransportResponse(status: status, headers: headers, body: .stream(ByteStream(stream)))
    }
}

private actor AnswerQueue {
    private var answers: ArraySlice<TransportResponse>

    init(_ answers: [TransportResponse]) {
        self.answers = answers[...]
    }

    func next() -> TransportResponse {
        if answers.count > 1, let answer = answers.popFirst() { return answer }
        return answers.first ?? TransportResponse(status: 200)
    }
}
