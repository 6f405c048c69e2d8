/// An HTTP/1.1 server for development: one thread, thousands of connections.
package final class Server: Sendable {
    package typealias Handler = @Sendable (ServerRequest) -> ServerAnswer

    package let host: String
    package let port: Int
    package let limits: ServerLimits
    private let handler: Handler

    /// The handler is called on the loop's thread, one request at a time. Port 0 takes any that is free.
    package init(host: String = "127.0.0.1", port: Int = 0, limits: ServerLimits = ServerLimits(), handler: @escaping Handler) {
        self.host = host
        self.port = port
        self.limits = limits
        self.handler = handler
    }

    /// Listens, and serves on a thread of its own. The port it listens on.
    package func start() throws(ServerError) -> Int {
        port
    }

    /// No new connections and requests; those in flight are answered, within `limits.grace`. Returns at once.
    package func stop() {}

    /// Blocks until the server has stopped.
    package func wait() {}
}
