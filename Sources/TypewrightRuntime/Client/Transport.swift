/// Carries one request to a server and brings back the answer.
///
/// A transport knows nothing of retries, redirects, credentials or decoding: the client does all that.
/// It has three duties. It throws a `TransportError` when there is no answer; any status is an answer.
/// It stops at once when the task that called it is cancelled. And it streams the body, or at least
/// stops reading when the `ByteStream` it gave out is let go.
public protocol Transport: Sendable {
    func send(_ request: TransportRequest) async throws -> TransportResponse
}

/// A transport that gives an exchange up by itself at the request's deadline, until when its whole body has to be there.
package protocol TimeKeepingTransport: Transport {}

/// Why a transport has no answer.
public enum TransportError: Error, Sendable, Hashable {
    /// The server was not reached, or the connection broke.
    case connection(String)
    case timeout
    case cancelled
    /// The answer is larger than the limit, or came faster than it was read and the buffer was full.
    case limit(String)
    /// A local file could not be read or written.
    case file(String)
}

/// Stands around the transport and sees every attempt: it may change the request, the answer,
/// answer by itself, or only look.
///
/// The first middleware of the list is the outermost.
public protocol Middleware: Sendable {
    func intercept(_ request: TransportRequest, next: Next) async throws -> TransportResponse
}

extension Middleware {
    public typealias Next = @Sendable (TransportRequest) async throws -> TransportResponse
}

/// A request as it goes over the wire.
public struct TransportRequest: Sendable {
    public var method: String
    /// Absolute, and percent-encoded wherever that is needed.
    public var url: String
    public var headers: HeaderFields
    public var body: RequestBody
    /// A file for the body of a successful answer. A transport that can write files by itself does so and
    /// answers with a body of `.file`; another answers with the bytes, and the client writes the file.
    public var destination: String?
    /// How long one attempt may take; the client watches this too.
    public var timeout: Duration?
    /// When the attempt is over, by the `SteadyTime`, where the transport is asked to watch that.
    package var deadline: Duration?
    /// The largest body that the client will take.
    public var maximumResponseBytes: Int?
    /// 0 for the first attempt.
    public var attempt: Int
    /// The method and the path as the document has it, for logs: `GET /assistants/{id}`.
    public var operation: String
    /// Header fields that carry credentials: not followed to another host, not logged.
    public var secretHeaders: [String]
    /// What must not be printed wherever it stands.
    var secrets: [String]

    public init(
        method: String, url: String, headers: HeaderFields = [:], body: RequestBody = .none, destination: String? = nil,
        timeout: Duration? = nil, maximumResponseBytes: Int? = nil, attempt: Int = 0, operation: String = ""
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.destination = destination
        self.timeout = timeout
        self.maximumResponseBytes = maximumResponseBytes
        self.attempt = attempt
        self.operation = operation
        secretHeaders = []
        secrets = []
    }
}

extension TransportRequest: CustomStringConvertible, CustomReflectable {
    public var description: String { redacted("\(method) \(url)") }

    public var customMirror: Mirror { Mirror(self, children: ["request": description]) }

    /// The text with every secret of this request replaced by `***`.
    public func redacted(_ text: String) -> String {
        redact(secrets, in: text)
    }
}

/// An answer as it comes from the wire. Its body has not been read yet.
public struct TransportResponse: Sendable {
    public var status: Int
    public var body: ResponseBody
    var received: ReceivedFields

    public var headers: HeaderFields {
        get { received.fields }
        set { received = .known(newValue) }
    }

    public init(status: Int, headers: HeaderFields = [:], body: ResponseBody = .bytes([])) {
        self.init(status: status, received: .known(headers), body: body)
    }

    package init(status: Int, received: ReceivedFields, body: ResponseBody) {
        self.status = status
        self.received = received
        self.body = body
    }
}

public enum ResponseBody: Sendable {
    case bytes([UInt8])
    case stream(ByteStream)
    /// The file at the request's `destination`, written and closed.
    case file(String)
}
