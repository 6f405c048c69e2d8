import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A server on a loopback port, as well or as badly behaved as a test wants it: the handler writes the
/// bytes of the answer itself. A thread for each connection.
final class LoopbackServer: @unchecked Sendable {
    typealias Handler = @Sendable (Incoming, Connection) throws -> Void

    let port: Int
    private let listener: Int32
    private let handler: Handler
    private let lock = NSLock()
    private var requestList: [Incoming] = []
    private var connectionCount = 0
    private var open: Set<Int32> = []
    private var isStopped = false

    var url: String { "http://127.0.0.1:\(port)" }
    var requests: [Incoming] { lock.withLock { requestList } }
    /// How many connections were ever made.
    var connections: Int { lock.withLock { connectionCount } }
    /// How many are open now.
    var openConnections: Int { lock.withLock { open.count } }

    init(_ handler: @escaping Handler) throws {
        (listener, port) = try listenOnLoopback()
        self.handler = handler
        let thread = Thread { [self] in accept() }
        thread.start()
    }

    func stop() {
        lock.withLock {
            isStopped = true
            for descriptor in open { shutdown(descriptor, allDirections) }
        }
        shutdown(listener, allDirections)
        #if canImport(Darwin)
        // Here shutdown does not wake `accept`, but a connection does.
        _ = try? connectToLoopback(port)
        #endif
    }

    private func accept() {
        while true {
            #if canImport(Darwin)
            let descriptor = Darwin.accept(listener, nil, nil)
            #elseif canImport(Glibc)
            let descriptor = Glibc.accept(listener, nil, nil)
            #else
            let descriptor = Musl.accept(listener, nil, nil)
            #endif
            let goesOn = lock.withLock {
                guard descriptor >= 0, !isStopped else { return false }
                connectionCount += 1
                open.insert(descriptor)
                return true
            }
            guard goesOn else {
                if descriptor >= 0 { close(descriptor) }
                close(listener)
                return
            }
            let thread = Thread { [self] in serve(Connection(descriptor)) }
            thread.start()
        }
    }

    private func serve(_ connection: Connection) {
        defer {
            _ = lock.withLock { open.remove(connection.descriptor) }
            connection.finish()
        }
        while let incoming = try? connection.readRequest() {
            lock.withLock { requestList.append(incoming) }
            do { try handler(incoming, connection) } catch { return }
            if connection.isFinished { return }
        }
    }
}

/// A request as it came over the socket.
struct Incoming: Sendable {
    var method: String
    var target: String
    /// Names in lower case.
    var headers: [String: String]
    /// Not kept for targets that begin with `/sink`.
    var body: [UInt8]
    var bodyLength: Int

    var text: String { String(decoding: body, as: UTF8.self) }
}

let allDirections = Int32(SHUT_RDWR)

/// A socket on a port of its own; without `accepting` connections to it are refused.
func listenOnLoopback(accepting: Bool = true, queue: Int32 = 512) throws -> (descriptor: Int32, port: Int) {
    let descriptor = streamSocket()
    var one: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &one, socklen_t(MemoryLayout<Int32>.size))
    var address = loopbackAddress(port: 0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address -> Int32 in
            guard bind(descriptor, address, length) == 0 else { return -1 }
            if accepting, listen(descriptor, queue) != 0 { return -1 }
            return getsockname(descriptor, address, &length)
        }
    }
    guard result == 0 else { throw SocketFault(what: "listen", code: errno) }
    return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
}

func connectToLoopback(_ port: Int) throws {
    let descriptor = streamSocket()
    defer { close(descriptor) }
    var address = loopbackAddress(port: port)
    let result = withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
    }
    guard result == 0 else { throw SocketFault(what: "connect", code: errno) }
}

private func streamSocket() -> Int32 {
    #if canImport(Glibc)
    socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
    socket(AF_INET, SOCK_STREAM, 0)
    #endif
}

private func loopbackAddress(port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(truncatingIfNeeded: port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
}

struct SocketFault: Error {
    var what: String
    var code: Int32
}
