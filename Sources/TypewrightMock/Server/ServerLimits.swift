/// What the server puts up with.
package struct ServerLimits: Sendable {
    /// Longer request lines get 414.
    package var requestLine = 16 << 10
    /// More or larger header fields, all together, get 431.
    package var headerCount = 256
    package var headerSize = 64 << 10
    /// Larger bodies get 413.
    package var bodySize = 32 << 20
    /// How long a request may take from its first byte to the end of its header: then 408.
    package var headerTimeout = Duration.seconds(15)
    /// How long a body may come without a byte: then 408.
    package var bodyTimeout = Duration.seconds(15)
    /// How long a connection may be open without a request.
    package var idleTimeout = Duration.seconds(60)
    /// How long a reader may take nothing of what it is sent.
    package var writeTimeout = Duration.seconds(30)
    /// How much may wait for a slow reader before no more is made for it.
    package var writeBuffer = 256 << 10
    package var connections = 20_000
    /// How long `stop` lets answers in flight go on.
    package var grace = Duration.seconds(5)

    package init() {}
}

/// Why a server does not start. `description` is for people.
package enum ServerError: Error, Hashable, CustomStringConvertible {
    case busy(host: String, port: Int)
    case forbidden(host: String, port: Int)
    case unknownHost(String)
    case system(what: String, reason: String)

    package var description: String {
        switch self {
        case .busy(let host, let port): "port \(port) on \(host) is taken: stop what listens there, or choose another with --port (0: any that is free)"
        case .forbidden(let host, let port): "port \(port) on \(host) may not be used by you: choose one above 1023 with --port"
        case .unknownHost(let host): "there is no address for the host '\(host)' on this machine: try 127.0.0.1 or localhost"
        case .system(let what, let reason): "\(what): \(reason)"
        }
    }
}
