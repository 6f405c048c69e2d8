/// Tells of every attempt: one line for the request with its outcome, and at `debug` the headers and
/// the bodies too. Credentials never show.
///
/// The environment variable `…_LOG` (`info` or `debug`) adds one to every client.
public struct LoggingMiddleware: Middleware {
    public enum Level: String, Sendable {
        case info
        case debug
    }

    private let level: Level
    private let print: @Sendable (String) -> Void

    /// - Parameter print: gets each line; without it they go to the standard error.
    public init(_ level: Level = .info, print: (@Sendable (String) -> Void)? = nil) {
        self.level = level
        self.print = print ?? printToStandardError
    }

    public func intercept(_ request: TransportRequest, next: Next) async throws -> TransportResponse {
        if level == .debug { printBody("→ \(request)", request.shownHeaders, request.body.shownBytes, request) }
        let clock = ContinuousClock()
        let start = clock.now
        do {
            let response = try await next(request)
            let line = "\(request) → \(response.status) in \(milliseconds(clock.now - start)) ms" + retried(request)
            print(line)
            if level == .debug { printBody("← \(response.status)", response.headers.description, response.body.shownBytes, request) }
            return response
        } catch {
            print("\(request) → \(request.redacted("\(error)")) after \(milliseconds(clock.now - start)) ms" + retried(request))
            throw error
        }
    }

    private func printBody(_ title: String, _ headers: String, _ bytes: [UInt8]?, _ request: TransportRequest) {
        var text = title + "\n" + headers
        if let bytes, !bytes.isEmpty {
            text += "\n" + excerpt(of: bytes, without: request.secrets, limit: 2_000)
        } else if bytes == nil {
            text += "\n(a stream or a file)"
        }
        print(request.redacted(text))
    }

    private func retried(_ request: TransportRequest) -> String {
        request.attempt == 0 ? "" : " (retry \(request.attempt))"
    }

    private func milliseconds(_ duration: Duration) -> Int64 {
        duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000
    }
}

/// Counts what goes over the wire.
public actor CountingMiddleware: Middleware {
    public struct Counts: Sendable, Hashable {
        /// Attempts of any kind.
        public var requests = 0
        /// Those of them that were second and later attempts.
        public var retries = 0
        /// Those that brought no answer.
        public var failures = 0
        /// The answers by status.
        public var answers: [Int: Int] = [:]
    }

    public private(set) var counts = Counts()

    public init() {}

    public nonisolated func intercept(_ request: TransportRequest, next: Next) async throws -> TransportResponse {
        await begin(request)
        do {
            let response = try await next(request)
            await note(response.status)
            return response
        } catch {
            await noteFailure()
            throw error
        }
    }

    private func begin(_ request: TransportRequest) {
        counts.requests += 1
        if request.attempt > 0 { counts.retries += 1 }
    }

    private func note(_ status: Int) {
        counts.answers[status, default: 0] += 1
    }

    private func noteFailure() {
        counts.failures += 1
    }
}

extension TransportRequest {
    /// The headers without those that carry credentials.
    fileprivate var shownHeaders: String {
        var shown = headers
        for name in secretHeaders where shown[name] != nil { shown[name] = "***" }
        return shown.description
    }
}

extension RequestBody {
    fileprivate var shownBytes: [UInt8]? {
        switch self {
        case .none: []
        case .bytes(let bytes): bytes
        case .file, .once, .parts: nil
        }
    }
}

extension ResponseBody {
    fileprivate var shownBytes: [UInt8]? {
        if case .bytes(let bytes) = self { bytes } else { nil }
    }
}
