/// What one call wants to have different from the client's configuration.
public struct RequestOptions: Sendable {
    /// Added to the header fields of the call, in place of those of the same name.
    public var headers: HeaderFields
    /// Added to the query.
    public var query: [(name: String, value: String)]
    /// Added to the JSON object or the form that the call sends, in place of fields of the same name. A call without
    /// a body sends a JSON object of them.
    public var bodyFields: [(name: String, value: JSONValue)]
    public var timeout: Duration?
    public var maxRetries: Int?
    /// In place of the key that the client would make.
    public var idempotencyKey: String?
    public var validation: ValidationPolicy?

    public init(
        headers: HeaderFields = [:], query: KeyValuePairs<String, String> = [:], bodyFields: KeyValuePairs<String, JSONValue> = [:],
        timeout: Duration? = nil, maxRetries: Int? = nil, idempotencyKey: String? = nil, validation: ValidationPolicy? = nil
    ) {
        self.headers = headers
        self.query = query.map { ($0.key, $0.value) }
        self.bodyFields = bodyFields.map { ($0.key, $0.value) }
        self.timeout = timeout
        self.maxRetries = maxRetries
        self.idempotencyKey = idempotencyKey
        self.validation = validation
    }

    /// Nothing different.
    public static let none = RequestOptions()

    /// These, with what `other` says in their place.
    func merged(with other: RequestOptions) -> RequestOptions {
        var result = self
        result.headers.merge(other.headers)
        result.query.append(contentsOf: other.query)
        result.bodyFields.append(contentsOf: other.bodyFields)
        if let timeout = other.timeout { result.timeout = timeout }
        if let maxRetries = other.maxRetries { result.maxRetries = maxRetries }
        if let key = other.idempotencyKey { result.idempotencyKey = key }
        if let validation = other.validation { result.validation = validation }
        return result
    }
}

/// What is checked against the document.
public struct ValidationPolicy: Sendable, Hashable {
    /// A request that breaks a rule is not sent.
    public var checksRequests: Bool
    public var responses: Responses

    public enum Responses: Sendable, Hashable {
        case off
        /// Every violation goes to the configuration's `reportViolations`, and the call goes on.
        case report
        /// The call throws `APIError.invalidResponse`.
        case reject
    }

    public init(checksRequests: Bool = true, responses: Responses = .off) {
        self.checksRequests = checksRequests
        self.responses = responses
    }
}
