/// Everything that can go wrong with a call.
///
/// Whatever it is, it prints in one line and never shows a credential.
public enum APIError: Error, Sendable {
    /// The client is not set up for this call: a missing key, a base URL that is none.
    case configuration(String)
    /// Refused before anything was sent: the body or a parameter breaks the rules of the document.
    case invalidRequest(ValidationError, CallContext)
    /// The server was not reached, or the connection broke.
    case connection(String, CallContext)
    /// No answer within the time that the call had.
    case timeout(Duration?, CallContext)
    /// The task of the call was cancelled.
    case cancelled(CallContext)

    /// 400
    case badRequest(StatusFailure)
    /// 401
    case authentication(StatusFailure)
    /// 403
    case permissionDenied(StatusFailure)
    /// 404
    case notFound(StatusFailure)
    /// 409
    case conflict(StatusFailure)
    /// 422
    case unprocessable(StatusFailure)
    /// 429
    case rateLimit(StatusFailure)
    /// 500 and above
    case server(StatusFailure)
    /// Every other status that is no success.
    case status(StatusFailure)

    /// A successful answer whose body is not what the document promises.
    case undecodableBody(BodyFailure)
    /// A successful answer whose body breaks the rules of the document, where the client rejects such.
    case invalidResponse(ValidationError, CallContext)
    /// The answer is larger, or came faster, than the client may hold.
    case limit(String, CallContext)
    /// A local file could not be read or written.
    case file(String, CallContext)
}

/// Which call it was.
public struct CallContext: Sendable, Hashable {
    /// The method and the path as the document has it: `GET /assistants/{id}`.
    public var operation: String
    /// How often the call was tried again.
    public var retries: Int

    public init(operation: String, retries: Int = 0) {
        self.operation = operation
        self.retries = retries
    }
}

/// An answer with a status that is no success.
public struct StatusFailure: Sendable {
    public var status: Int
    public var headers: HeaderFields
    /// The body as it came.
    public var body: [UInt8]
    /// The body as the document describes it for this status, where it does and where it could be decoded.
    public var documentedBody: (any JSONCodable)?
    public var context: CallContext
    /// The beginning of the body on one line, without credentials.
    var excerpt: String

    /// What the server calls the request, if it says so.
    public var requestID: String? { headers.requestID }

    /// The body decoded, or `nil` where it is something else.
    public func body<Value: JSONCodable>(as type: Value.Type = Value.self) -> Value? {
        documentedBody as? Value ?? (try? Value(json: body))
    }
}

/// A successful answer that could not be decoded.
public struct BodyFailure: Sendable {
    public var status: Int
    public var headers: HeaderFields
    public var body: [UInt8]
    /// What the decoder found, or that the body is of another media type.
    public var reason: String
    public var context: CallContext

    public var requestID: String? { headers.requestID }
}

extension HeaderFields {
    /// What the server calls the request: `x-request-id` or `request-id`.
    public var requestID: String? { self["x-request-id"] ?? self["request-id"] }
}

extension APIError {
    init(_ failure: StatusFailure) {
        switch failure.status {
        case 400: self = .badRequest(failure)
        case 401: self = .authentication(failure)
        case 403: self = .permissionDenied(failure)
        case 404: self = .notFound(failure)
        case 409: self = .conflict(failure)
        case 422: self = .unprocessable(failure)
        case 429: self = .rateLimit(failure)
        case 500...: self = .server(failure)
        default: self = .status(failure)
        }
    }

    /// The answer, if the server gave one with a status that is no success.
    public var failure: StatusFailure? {
        switch self {
        case .badRequest(let failure), .authentication(let failure), .permissionDenied(let failure), .notFound(let failure),
            .conflict(let failure), .unprocessable(let failure), .rateLimit(let failure), .server(let failure), .status(let failure):
            failure
        case .configuration, .invalidRequest, .connection, .timeout, .cancelled, .undecodableBody, .invalidResponse, .limit, .file:
            nil
        }
    }

    /// The status of the answer, if there was one.
    public var status: Int? {
        if case .undecodableBody(let failure) = self { return failure.status }
        return failure?.status
    }

    /// What is wrong with the request or the answer, where that was checked.
    public var validation: ValidationError? {
        switch self {
        case .invalidRequest(let error, _), .invalidResponse(let error, _): error
        default: nil
        }
    }
}

extension APIError: CustomStringConvertible, CustomReflectable {
    public var description: String {
        switch self {
        case .configuration(let reason): "not configured: \(reason)"
        case .invalidRequest(let error, let context): "\(context): not sent: \(error.oneLine)"
        case .connection(let reason, let context): "\(context): no connection: \(reason)"
        case .timeout(let duration, let context): "\(context): no answer " + (duration.map { "within \($0)" } ?? "in time")
        case .cancelled(let context): "\(context): cancelled"
        case .undecodableBody(let failure): failure.description
        case .invalidResponse(let error, let context): "\(context): the answer is not valid: \(error.oneLine)"
        case .limit(let reason, let context), .file(let reason, let context): "\(context): \(reason)"
        case .badRequest(let failure), .authentication(let failure), .permissionDenied(let failure), .notFound(let failure),
            .conflict(let failure), .unprocessable(let failure), .rateLimit(let failure), .server(let failure), .status(let failure):
            failure.description
        }
    }

    public var customMirror: Mirror { Mirror(self, children: ["error": description]) }
}

extension ValidationError {
    var oneLine: String { violations.map(\.description).joined(separator: "; ") }
}

extension CallContext: CustomStringConvertible {
    public var description: String {
        switch retries {
        case 0: operation
        case 1: "\(operation) (after 1 retry)"
        default: "\(operation) (after \(retries) retries)"
        }
    }
}

extension BodyFailure: CustomStringConvertible, CustomReflectable {
    public var description: String { "\(context): the answer \(status) could not be decoded: \(reason)" }

    public var customMirror: Mirror { Mirror(self, children: ["failure": description]) }
}

extension StatusFailure: CustomStringConvertible, CustomReflectable {
    public var description: String {
        var text = "\(context): \(status)"
        if let reason = StatusFailure.reasons[status] { text += " " + reason }
        if !excerpt.isEmpty { text += ": " + excerpt }
        if let requestID { text += " (request \(requestID))" }
        return text
    }

    public var customMirror: Mirror { Mirror(self, children: ["failure": description]) }

    private static let reasons: [Int: String] = [
        400: "Bad Request", 401: "Unauthorized", 402: "Payment Required", 403: "Forbidden", 404: "Not Found",
        405: "Method Not Allowed", 406: "Not Acceptable", 408: "Request Timeout", 409: "Conflict", 410: "Gone",
        412: "Precondition Failed", 413: "Content Too Large", 415: "Unsupported Media Type", 422: "Unprocessable Content",
        423: "Locked", 425: "Too Early", 428: "Precondition Required", 429: "Too Many Requests",
        500: "Internal Server Error", 501: "Not Implemented", 502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout",
    ]
}
