import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// One connection of the server. Its thread alone uses it.
final class Connection {
    let descriptor: Int32
    private(set) var isFinished = false
    /// How many requests have come over this connection.
    private(set) var requestCount = 0
    private var buffer: [UInt8] = []

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
        #if canImport(Darwin)
        var one: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &one, socklen_t(MemoryLayout<Int32>.size))
        #endif
    }

    // MARK: Writing

    func write(_ text: String) throws { try write(Array(text.utf8)) }

    func write(_ bytes: [UInt8]) throws {
        #if canImport(Darwin)
        let flags: Int32 = 0
        #else
        let flags = Int32(MSG_NOSIGNAL)
        #endif
        var sent = 0
        try bytes.withUnsafeBytes { buffer in
            while sent < buffer.count {
                let count = send(descriptor, buffer.baseAddress.map { $0 + sent }, buffer.count - sent, flags)
                if count <= 0 { throw SocketFault(what: "send", code: errno) }
                sent += count
            }
        }
    }

    /// A whole answer with its length.
    func answer(_ status: Int = 200, _ headers: [String: String] = [:], _ body: String = "") throws {
        try answer(status, headers, Array(body.utf8))
    }

    func answer(_ status: Int = 200, _ headers: [String: String] = [:], _ body: [UInt8]) throws {
        var text = "HTTP/1.1 \(status) Status\r\n"
        for (name, value) in headers { text += "\(name): \(value)\r\n" }
        if status != 204 && status != 304 { text += "Content-Length: \(body.count)\r\n" }
        try write(Array((text + "\r\n").utf8) + body)
    }

    func chunk(_ text: String) throws {
        try write("\(String(text.utf8.count, radix: 16))\r\n\(text)\r\n")
    }

    // MARK: Ending

    func finish() {
        guard !isFinished else { return }
        isFinished = true
        close(descriptor)
    }

    /// Ends the connection with a reset instead of an orderly close.
    func reset() {
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
        finish()
    }

    /// Whether the other side closes within this time.
    func waitForClose(milliseconds: Int32) -> Bool {
        var poller = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&poller, 1, milliseconds) > 0 else { return false }
        var byte: UInt8 = 0
        return recv(descriptor, &byte, 1, 0) <= 0
    }

    // MARK: Reading

    func readSome() { _ = try? fill() }

    func readRequest() throws -> Incoming? {
        guard let head = try readHead() else { return nil }
        requestCount += 1
        let lines = head.split(separator: "\r\n", omittingEmptySubsequences: true)
        guard let first = lines.first?.split(separator: " "), first.count == 3 else { return nil }
        var incoming = Incoming(method: String(first[0]), target: String(first[1]), headers: [:], body: [], bodyLength: 0)
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let name = line[..<colon].lowercased()
            incoming.headers[name] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        }
        if incoming.headers["expect"] != nil { try write("HTTP/1.1 100 Continue\r\n\r\n") }
        let keeps = !incoming.target.hasPrefix("/sink")
        if incoming.headers["transfer-encoding"] == "chunked" {
            while let line = try readLine(), let size = Int(line, radix: 16) {
                try readBody(size, into: &incoming, keeps: keeps)
                _ = try readLine()
                if size == 0 { break }
            }
        } else if let length = incoming.headers["content-length"].flatMap({ Int($0) }) {
            try readBody(length, into: &incoming, keeps: keeps)
        }
        return incoming
    }

    private func readHead() throws -> String? {
        let end: [UInt8] = [13, 10, 13, 10]
        while true {
            if let range = buffer.firstRange(of: end) {
                let head = String(decoding: buffer[..<range.lowerBound], as: UTF8.self)
                buffer.removeSubrange(..<range.upperBound)
                return head
            }
            guard try fill() else { return nil }
        }
    }

    private func readLine() throws -> String? {
        while true {
            if let index = buffer.firstIndex(of: 10) {
                let line = String(decoding: buffer[..<index].filter { $0 != 13 }, as: UTF8.self)
                buffer.removeSubrange(...index)
                return line
            }
            guard try fill() else { return nil }
        }
    }

    private func readBody(_ length: Int, into incoming: inout Incoming, keeps: Bool) throws {
        var rest = length
        while rest > 0 {
            if buffer.isEmpty {
                guard try fill() else { throw SocketFault(what: "body", code: 0) }
            }
            let count = min(rest, buffer.count)
            if keeps { incoming.body.append(contentsOf: buffer[..<count]) }
            buffer.removeSubrange(..<count)
            rest -= count
            incoming.bodyLength += count
        }
    }

    private func fill() throws -> Bool {
        let chunk = [UInt8](unsafeUninitializedCapacity: 65_536) { space, count in
            count = max(0, recv(descriptor, space.baseAddress, space.count, 0))
        }
        buffer.append(contentsOf: chunk)
        return !chunk.isEmpty
    }
}
