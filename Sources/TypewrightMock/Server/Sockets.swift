#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// The system's calls, as far as a server needs them.
enum Sockets {
    #if canImport(Glibc)
    static let stream = Int32(SOCK_STREAM.rawValue)
    #else
    static let stream = SOCK_STREAM
    #endif

    enum Transfer {
        case bytes(Int)
        /// Nothing now; the poller tells when.
        case later
        case ended
        case failed
    }

    static func receive(_ socket: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Transfer {
        while true {
            let count = recv(socket, buffer.baseAddress, buffer.count, 0)
            if count > 0 { return .bytes(count) }
            if count == 0 { return .ended }
            if errno == EINTR { continue }
            return errno == EAGAIN || errno == EWOULDBLOCK ? .later : .failed
        }
    }

    static func write(_ socket: Int32, _ bytes: UnsafeRawBufferPointer) -> Transfer {
        #if canImport(Darwin)
        let flags: Int32 = 0
        #else
        let flags = Int32(MSG_NOSIGNAL)
        #endif
        while true {
            let count = send(socket, bytes.baseAddress, bytes.count, flags)
            if count >= 0 { return .bytes(count) }
            if errno == EINTR { continue }
            return errno == EAGAIN || errno == EWOULDBLOCK ? .later : .failed
        }
    }

    /// Not waiting, not inherited by other programs, and no signal where the reader has gone.
    static func prepare(_ socket: Int32) {
        _ = fcntl(socket, F_SETFL, fcntl(socket, F_GETFL) | O_NONBLOCK)
        _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
        #if canImport(Darwin)
        set(socket, SOL_SOCKET, SO_NOSIGPIPE, 1)
        #endif
    }

    static func set(_ socket: Int32, _ level: Int32, _ option: Int32, _ value: Int32) {
        var value = value
        _ = setsockopt(socket, level, option, &value, socklen_t(MemoryLayout<Int32>.size))
    }

    /// Closes so that the other side sees a reset.
    static func reset(_ socket: Int32) {
        var now = linger(l_onoff: 1, l_linger: 0)
        _ = setsockopt(socket, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
        close(socket)
    }

    static func endWriting(_ socket: Int32) { _ = shutdown(socket, Int32(SHUT_WR)) }

    enum Accepted {
        case socket(Int32, peer: String)
        case nobody
        /// No descriptors or memory are left.
        case noRoom
    }

    static func acceptOne(_ listener: Int32) -> Accepted {
        while true {
            var address = sockaddr_storage()
            var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
            let socket = withUnsafeMutablePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { accept(listener, $0, &size) }
            }
            if socket >= 0 {
                prepare(socket)
                set(socket, Int32(IPPROTO_TCP), TCP_NODELAY, 1)
                return .socket(socket, peer: withUnsafeSockaddr(&address) { text($0, size) })
            }
            switch errno {
            case EINTR, ECONNABORTED: continue
            case EMFILE, ENFILE, ENOBUFS, ENOMEM: return .noRoom
            default: return .nobody
            }
        }
    }

    /// `127.0.0.1:51234` or `[::1]:51234`.
    private static func text(_ address: UnsafePointer<sockaddr>, _ size: socklen_t) -> String {
        var host = [CChar](repeating: 0, count: 128)
        var service = [CChar](repeating: 0, count: 32)
        let status = getnameinfo(
            address, size, &host, socklen_t(host.count), &service, socklen_t(service.count), NI_NUMERICHOST | NI_NUMERICSERV)
        guard status == 0 else { return "" }
        let name = string(host)
        return "\(name.utf8.contains(UInt8(ascii: ":")) ? "[\(name)]" : name):\(string(service))"
    }

    private static func string(_ text: [CChar]) -> String {
        String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    static func withUnsafeSockaddr<Result>(_ address: inout sockaddr_storage, _ body: (UnsafePointer<sockaddr>) -> Result) -> Result {
        withUnsafePointer(to: &address) { $0.withMemoryRebound(to: sockaddr.self, capacity: 1, body) }
    }

    static var reason: String { String(cString: strerror(errno)) }
}
