#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

@testable import TypewrightMock

/// The other side of a connection, byte by byte: what no HTTP client would ever send, this one does.
final class RawClient {
    private let socket: Int32
    private var pending: [UInt8] = []
    /// The other side has ended, or reset, the connection.
    private(set) var hasEnded = false
    private(set) var wasReset = false

    init?(port: Int, host: String = "127.0.0.1", receiveBuffer: Int32? = nil) {
        var hints = addrinfo()
        hints.ai_socktype = Sockets.stream
        hints.ai_flags = AI_NUMERICHOST
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, "\(port)", &hints, &found) == 0, let address = found?.pointee else { return nil }
        defer { freeaddrinfo(found) }
        let made = Self.open(address, receiveBuffer: receiveBuffer)
        guard made >= 0 else { return nil }
        socket = made
    }

    private static func open(_ address: addrinfo, receiveBuffer: Int32?) -> Int32 {
        #if canImport(Darwin)
        let made = Darwin.socket(address.ai_family, address.ai_socktype, 0)
        #elseif canImport(Glibc)
        let made = Glibc.socket(address.ai_family, address.ai_socktype, 0)
        #else
        let made = Musl.socket(address.ai_family, address.ai_socktype, 0)
        #endif
        if made < 0 { return -1 }
        #if canImport(Darwin)
        Sockets.set(made, SOL_SOCKET, SO_NOSIGPIPE, 1)
        #endif
        if let receiveBuffer { Sockets.set(made, SOL_SOCKET, SO_RCVBUF, receiveBuffer) }
        // A test that waits for what never comes says so instead of standing still.
        var patience = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(made, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(made, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        Sockets.set(made, Int32(IPPROTO_TCP), TCP_NODELAY, 1)
        if connect(made, address.ai_addr, address.ai_addrlen) == 0 { return made }
        close(made)
        return -1
    }

    deinit { close(socket) }

    /// `false` where the other side takes no more.
    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let result = bytes.withUnsafeBytes { Sockets.write(socket, UnsafeRawBufferPointer(rebasing: $0[sent...])) }
            guard case .bytes(let count) = result else { return false }
            sent += count
        }
        return true
    }

    @discardableResult
    func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    /// Says that no more comes, and still listens.
    func endWriting() { Sockets.endWriting(socket) }

    /// `false` once nothing more comes.
    private func fill() -> Bool {
        if hasEnded { return false }
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        let result = buffer.withUnsafeMutableBytes { Sockets.receive(socket, into: $0) }
        switch result {
        case .bytes(let count):
            pending += buffer[..<count]
            return true
        case .ended: hasEnded = true
        case .failed:
            hasEnded = true
            wasReset = true
        case .later: break
        }
        return false
    }

    /// All until the other side ends.
    func readToEnd() -> [UInt8] {
        while fill() {}
        defer { pending = [] }
        return pending
    }

    private func line() -> String? {
        while true {
            if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
                let line = pending[..<end]
                pending.removeFirst(end + 1)
                return String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
            }
            guard fill() else { return nil }
        }
    }

    func bytes(_ count: Int) -> [UInt8]? {
        while pending.count < count { guard fill() else { return nil } }
        defer { pending.removeFirst(count) }
        return Array(pending[..<count])
    }

    struct Answer {
        var status: Int
        var headers: HeaderFields
        var body: [UInt8]
        /// How the body came, where it came in chunks.
        var chunks: [String] = []

        var text: String { String(decoding: body, as: UTF8.self) }
    }

    /// Status line and header; `nil` where none comes whole.
    func head() -> Answer? {
        guard let first = line() else { return nil }
        let words = first.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard words.count == 3, words[0] == "HTTP/1.1", let status = Int(words[1]) else { return nil }
        var headers = HeaderFields()
        while let line = line() {
            if line.isEmpty { return Answer(status: status, headers: headers, body: []) }
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            headers.all.append((String(parts[0]), trimmed(parts[1])))
        }
        return nil
    }

    /// One whole answer, read strictly.
    func answer(toHEAD: Bool = false) -> Answer? {
        guard var answer = head() else { return nil }
        if toHEAD || [204, 304].contains(answer.status) || answer.status < 200 { return answer }
        if answer.headers["Transfer-Encoding"] == "chunked" {
            while let chunk = chunk() {
                if chunk.isEmpty { return answer }
                answer.body += chunk
                answer.chunks.append(String(decoding: chunk, as: UTF8.self))
            }
            return nil
        }
        if let length = answer.headers["Content-Length"].flatMap({ Int($0) }) {
            guard let body = bytes(length) else { return nil }
            answer.body = body
        } else {
            answer.body = readToEnd()
        }
        return answer
    }

    /// Empty at the end.
    func chunk() -> [UInt8]? {
        guard let size = line().flatMap({ Int($0, radix: 16) }), let data = bytes(size), line() == "" else { return nil }
        return data
    }
}

/// Runs a server for the length of a test.
func withServer<Result>(
    limits: ServerLimits = ServerLimits(), refused: Server.Refused? = nil, handler: @escaping Server.Handler = { echo($0) },
    _ body: (Int) throws -> Result
) throws -> Result {
    let server = Server(limits: limits, refused: refused, handler: handler)
    let port = try server.start()
    defer {
        server.stop()
        server.wait()
    }
    return try body(port)
}

/// Tells what arrived.
func echo(_ request: ServerRequest) -> ServerAnswer {
    let body = String(decoding: request.body, as: UTF8.self)
    return ServerAnswer(status: 200, type: "text/plain", "\(request.method) \(request.path) \(request.query ?? "-") [\(body)]")
}

/// Whether that becomes so within ten seconds.
func eventually(_ isSo: () -> Bool) -> Bool {
    let patience = Ticks.now + .seconds(60)
    while !isSo() {
        if Ticks.now > patience { return false }
        usleep(2000)
    }
    return true
}
