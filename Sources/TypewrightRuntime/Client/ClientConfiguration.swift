/// How a client behaves, where the defaults do not suit.
public struct ClientConfiguration: Sendable {
    /// In place of the document's server and of `…_BASE_URL` in the environment.
    public var baseURL: String?
    /// Values for the variables of the document's server.
    public var serverVariables: [String: String] = [:]
    /// Sent with every request.
    public var headers: HeaderFields = [:]
    /// How long an attempt may take: until the whole body is there, or for a stream until it begins.
    public var timeout: Duration? = .seconds(60)
    /// The same for calls that send or fetch a file, or send a stream.
    public var fileTimeout: Duration? = .seconds(3600)
    /// How long a stream may say nothing, once it has begun.
    public var streamTimeout: Duration?
    public var retries = RetryPolicy()
    public var validation = ValidationPolicy()
    /// Gets what a check of an answer finds, with `ValidationPolicy.Responses.report`.
    public var reportViolations: @Sendable (ValidationError, CallContext) -> Void = { error, context in
        printToStandardError("\(context): the answer is not valid: \(error.oneLine)")
    }
    /// Around the transport, the first one outermost.
    public var middleware: [any Middleware] = []
    /// Gets the lines of the log that the environment variable `…_LOG` asks for.
    public var log: @Sendable (String) -> Void = printToStandardError
    /// The largest body of an answer that is held in memory.
    public var maximumResponseBytes = 256 << 20
    /// The largest event, line or record of a stream.
    public var maximumItemBytes = 16 << 20
    public var maximumRedirects = 10
    /// What timeouts and pauses between attempts are measured with.
    public var clock: any Clock<Duration> = ContinuousClock()
    /// Seconds since 1970, to understand dates in `Retry-After`.
    public var secondsSince1970: @Sendable () -> Int = currentSecondsSince1970
    /// A variable of the environment.
    public var environment: @Sendable (String) -> String? = environmentVariable

    public init() {}
}

/// Whether and when a failed call is tried again.
public struct RetryPolicy: Sendable {
    public var maxRetries = 2
    /// The first pause; each later one is twice as long.
    public var firstPause = Duration.milliseconds(500)
    public var longestPause = Duration.seconds(8)
    /// The largest part of a pause that is left out by chance, so that clients do not come back all at once.
    public var jitter = 0.25
    /// The longest pause that a server may ask for; what is longer is not obeyed.
    public var longestRequestedPause = Duration.seconds(60)
    /// Between 0 and 1.
    public var random: @Sendable () -> Double = { Double.random(in: 0..<1) }

    public init(maxRetries: Int = 2) {
        self.maxRetries = maxRetries
    }
}
