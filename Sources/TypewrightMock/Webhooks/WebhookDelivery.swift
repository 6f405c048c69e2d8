#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// What became of a webhook that was sent.
package struct WebhookDelivery: Sendable {
    /// What the receiver answered.
    package var status: Int?
    /// Why there is no status.
    package var failure: String?
    package var duration = Duration.zero
    package var url: String

    package var isFine: Bool { status.map { (200..<300).contains($0) } ?? false }

    /// Plain HTTP by a socket of our own; TLS is left to `curl`. Waits for the answer, half a minute at most.
    package static func send(_ message: Webhooks.Message, to address: WebAddress) -> WebhookDelivery {
        let start = ContinuousClock.now
        var delivery = WebhookDelivery(url: address.text)
        do throws(Failure) {
            delivery.status = try address.isSecure ? Curl.send(message, to: address) : PlainClient.deliver(message, to: address)
        } catch {
            delivery.failure = error.reason
        }
        delivery.duration = start.duration(to: .now)
        return delivery
    }

    struct Failure: Error { let reason: String }

    func json(of name: String, _ message: Webhooks.Message) -> JSON {
        var json: JSON = ["webhook": .string(name), "url": .string(url), "delivered": .boolean(isFine)]
        if let status { json["status"] = .number(String(status)) }
        if let failure { json["error"] = .string(failure) }
        json["ms"] = .number(String(Int(duration / .milliseconds(1))))
        json["headers"] = .object(message.headers.map { .init($0.name, .string($0.value)) })
        json["body"] = JSON(text: message.body) ?? .string(String(decoding: message.body, as: UTF8.self))
        if !message.findings.isEmpty { json["violations"] = .array(message.findings.map(\.json)) }
        return json
    }
}

/// One request over a connection of its own.
private enum PlainClient {
    private static let patience = 30

    static func deliver(_ message: Webhooks.Message, to address: WebAddress) throws(WebhookDelivery.Failure) -> Int {
        let socket = try connected(to: address)
        defer { close(socket) }
        var head = "\(message.method) \(address.target) HTTP/1.1\r\nHost: \(address.authority)\r\nConnection: close\r\n"
        head += "Content-Length: \(message.body.count)\r\n"
        for header in message.headers { head += "\(header.name): \(header.value)\r\n" }
        try write(Array((head + "\r\n").utf8) + message.body, to: socket)
        return try status(from: socket)
    }

    private static func connected(to address: WebAddress) throws(WebhookDelivery.Failure) -> Int32 {
        var hints = addrinfo()
        #if canImport(Glibc)
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        #else
        hints.ai_socktype = SOCK_STREAM
        #endif
        var list: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(address.host, String(address.port), &hints, &list)
        guard code == 0, let first = list else { throw WebhookDelivery.Failure(reason: "there is no host '\(address.host)': \(String(cString: gai_strerror(code)))") }
        defer { freeaddrinfo(first) }
        var reason = "no address answers"
        var next: UnsafeMutablePointer<addrinfo>? = first
        while let info = next?.pointee {
            next = info.ai_next
            let handle = socket(info.ai_family, info.ai_socktype, info.ai_protocol)
            guard handle >= 0 else { continue }
            setLimits(handle)
            if connect(handle, info.ai_addr, info.ai_addrlen) == 0 { return handle }
            reason = String(cString: strerror(errno))
            close(handle)
        }
        throw WebhookDelivery.Failure(reason: "\(address.host):\(address.port) cannot be reached: \(reason)")
    }

    /// A receiver that says nothing is not waited for without end, and one that goes away raises no signal.
    private static func setLimits(_ socket: Int32) {
        var time = timeval()
        time.tv_sec = patience
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
        #if canImport(Darwin)
        var yes: Int32 = 1
        setsockopt(socket, SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
        #endif
    }

    private static func write(_ bytes: [UInt8], to socket: Int32) throws(WebhookDelivery.Failure) {
        #if canImport(Darwin)
        let flags: Int32 = 0
        #else
        let flags = Int32(MSG_NOSIGNAL)
        #endif
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { sent(socket, $0, flags) }
            guard count > 0 else { throw WebhookDelivery.Failure(reason: "the receiver takes nothing: \(String(cString: strerror(errno)))") }
            rest = rest.dropFirst(count)
        }
    }

    private static func sent(_ socket: Int32, _ bytes: UnsafeRawBufferPointer, _ flags: Int32) -> Int {
        while true {
            let count = Int(send(socket, bytes.baseAddress, bytes.count, flags))
            if count >= 0 || errno != EINTR { return count }
        }
    }

    /// The status line is all that matters; hints that come before it do not.
    private static func status(from socket: Int32) throws(WebhookDelivery.Failure) -> Int {
        var received: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while received.count < 65_536 {
            let count = recv(socket, &buffer, buffer.count, 0)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            received += buffer[..<count]
            if let status = finalStatus(in: received) { return status }
        }
        throw WebhookDelivery.Failure(reason: received.isEmpty ? "the receiver does not answer" : "what the receiver answers is no HTTP")
    }

    private static func finalStatus(in bytes: [UInt8]) -> Int? {
        var rest = String(decoding: bytes, as: UTF8.self)[...]
        while rest.hasPrefix("HTTP/"), let line = rest.cut(at: 0x0A) {
            let words = line.before.split(separator: " ")
            guard words.count > 1, let status = Int(words[1].prefix(3)) else { return nil }
            if status >= 200 { return status }
            let parts = rest.parts(between: "\r\n\r\n")
            guard parts.count > 1 else { return nil }
            rest = rest[parts[1].startIndex...]
        }
        return nil
    }
}
