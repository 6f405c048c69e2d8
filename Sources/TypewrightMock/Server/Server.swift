#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// An HTTP/1.1 server for development: one thread, thousands of connections.
///
/// It answers malformed requests, preflights and `OPTIONS *` itself; every other request goes to the handler,
/// `HEAD` and `OPTIONS` too.
package final class Server: Sendable {
    package typealias Handler = @Sendable (ServerRequest) -> ServerAnswer
    /// Told of requests that could not be read, or came too slowly: the status they got, why, and from whom.
    package typealias Refused = @Sendable (_ status: Int, _ detail: String, _ peer: String) -> Void

    package let host: String
    package let port: Int
    package let limits: ServerLimits
    let handler: Handler
    let refused: Refused?

    private struct State {
        var door: LoopDoor?
        var isRunning = false
    }

    private let state = Locked(State())

    /// The handler is called on the loop's thread, one request at a time. Port 0 takes any that is free.
    package init(
        host: String = "127.0.0.1", port: Int = 0, limits: ServerLimits = ServerLimits(), refused: Refused? = nil,
        handler: @escaping Handler
    ) {
        self.host = host
        self.port = port
        self.limits = limits
        self.refused = refused
        self.handler = handler
    }

    deinit { stop() }

    /// Listens, and serves on a thread of its own. The port it listens on. A server starts once.
    package func start() throws(ServerError) -> Int {
        let listeners = try Listeners.open(host: host, port: port)
        guard let door = LoopDoor(), let loop = EventLoop(server: self, listeners: listeners.sockets, door: door) else {
            for socket in listeners.sockets { close(socket) }
            throw .system(what: "the server cannot start", reason: Sockets.reason)
        }
        state.use { $0 = State(door: door, isRunning: true) }
        let state = state
        let isStarted = Thread.start {
            loop.run()
            state.change { $0.isRunning = false }
        }
        guard isStarted else {
            state.change { $0.isRunning = false }
            for socket in listeners.sockets { close(socket) }
            throw .system(what: "no thread can be started for the server", reason: Sockets.reason)
        }
        return listeners.port
    }

    /// No new connections and requests; those in flight are answered, within `limits.grace`. Returns at once.
    package func stop() { state.use(\.door)?.stop() }

    /// Blocks until the server has stopped.
    package func wait() { state.wait { !$0.isRunning } }

    /// `http://127.0.0.1:4010`
    package static func origin(host: String, port: Int) -> String {
        "http://\(host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host):\(port)"
    }
}
