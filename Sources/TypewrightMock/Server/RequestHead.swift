/// The request line and the header, checked: what is doubtful about where a request ends was refused.
struct RequestHead {
    var method: String
    var target: String
    /// The `y` of `HTTP/1.y`.
    var minorVersion: Int
    var headers = HeaderFields()
    /// How the body's end is told.
    var framing = Framing.none
    var keepsAlive = true
    var expectsContinue = false

    /// Before anything is read, and for answers to what could not be read.
    static let unknown = RequestHead(method: "GET", target: "/", minorVersion: 1)

    enum Framing: Equatable {
        case none
        case length(Int)
        case chunked
    }
}

/// Why a request is not read to its end. The connection closes after such an answer, as nobody knows where
/// the next request would begin.
struct Refusal: Error, Equatable {
    var status: Int
    var detail: String
}

extension RequestHead {
    /// `GET /pets?limit=3 HTTP/1.1`
    init(line: ArraySlice<UInt8>) throws(Refusal) {
        let parts = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard parts.count == 3 else {
            throw Refusal(status: 400, detail: "the request line is not 'METHOD target HTTP/1.1'")
        }
        guard !parts[0].isEmpty, parts[0].allSatisfy(isTokenByte) else {
            throw Refusal(status: 400, detail: "the method is not a token")
        }
        minorVersion = try RequestHead.minorVersion(parts[2])
        method = String(decoding: parts[0], as: UTF8.self)
        target = String(decoding: parts[1], as: UTF8.self)
        try RequestHead.check(target: parts[1], method: method)
    }

    private static func minorVersion(_ text: ArraySlice<UInt8>) throws(Refusal) -> Int {
        let bytes = Array(text)
        guard bytes.count == 8, bytes.starts(with: "HTTP/".utf8), bytes[6] == UInt8(ascii: "."),
            isDigit(bytes[5]), isDigit(bytes[7])
        else { throw Refusal(status: 400, detail: "the request line does not end in 'HTTP/1.1'") }
        guard bytes[5] == UInt8(ascii: "1") else { throw Refusal(status: 505, detail: "only HTTP/1.1 and HTTP/1.0 are spoken here") }
        return Int(bytes[7] - UInt8(ascii: "0"))
    }

    private static func check(target: ArraySlice<UInt8>, method: String) throws(Refusal) {
        guard method != "CONNECT" else { throw Refusal(status: 501, detail: "this is not a proxy: there is no CONNECT") }
        guard target.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") }) else {
            throw Refusal(status: 400, detail: "the target has a character that has to be percent-encoded")
        }
        if target.first == UInt8(ascii: "/") { return }
        if target.elementsEqual("*".utf8) {
            guard method == "OPTIONS" else { throw Refusal(status: 400, detail: "the target '*' is for OPTIONS alone") }
            return
        }
        let start = target.prefix(8).map(lowered)
        for scheme in ["http://", "https://"] where start.starts(with: scheme.utf8) {
            let authority = target.dropFirst(scheme.utf8.count).prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
            if !authority.isEmpty && !authority.contains(UInt8(ascii: "@")) { return }
        }
        throw Refusal(status: 400, detail: "the target is neither a path that begins with '/' nor an http URL")
    }

    /// `Name: value`
    mutating func add(line: ArraySlice<UInt8>) throws(Refusal) {
        headers.all.append(try RequestHead.field(line))
    }

    static func field(_ line: ArraySlice<UInt8>) throws(Refusal) -> (name: String, value: String) {
        if let first = line.first, first == 0x20 || first == 0x09 {
            throw Refusal(status: 400, detail: "a header line begins with a blank: folding is not allowed any more")
        }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
            throw Refusal(status: 400, detail: "a header line has no colon")
        }
        let name = line[..<colon]
        guard !name.isEmpty, name.allSatisfy(isTokenByte) else {
            throw Refusal(status: 400, detail: "the name of a header field is not a token, or a blank stands before its colon")
        }
        let value = line[(colon + 1)...]
        guard value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
            throw Refusal(status: 400, detail: "the value of a header field has a control character")
        }
        return (String(decoding: name, as: UTF8.self), trimmed(Substring(decoding: value, as: UTF8.self)))
    }

    /// What follows from the header as a whole.
    mutating func settle(limits: ServerLimits) throws(Refusal) {
        try checkHost()
        try settleFraming()
        if case .length(let length) = framing, length > limits.bodySize { throw .tooLarge(limits) }
        let connection = headers.list("Connection").map { $0.lowercased() }
        keepsAlive = !connection.contains("close") && (minorVersion > 0 || connection.contains("keep-alive"))
        guard minorVersion > 0, let expectation = headers["Expect"] else { return }
        guard expectation.lowercased() == "100-continue" else {
            throw Refusal(status: 417, detail: "nothing can be expected but 100-continue")
        }
        expectsContinue = framing != .none && framing != .length(0)
    }

    private func checkHost() throws(Refusal) {
        let hosts = headers.values(of: "Host")
        guard hosts.count == 1 || hosts.isEmpty && minorVersion == 0 else {
            throw Refusal(status: 400, detail: hosts.isEmpty ? "the Host field is missing" : "there is more than one Host field")
        }
        let isSound = hosts.allSatisfy { host in
            host.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !#"/\@,?#<>""#.utf8.contains($0) }
        }
        guard isSound else { throw Refusal(status: 400, detail: "the Host field is no host") }
    }

    /// RFC 9112, 6.3. Wherever two readers could differ about the end of the body, nobody reads it.
    private mutating func settleFraming() throws(Refusal) {
        let lengths = headers.values(of: "Content-Length")
        let codings = headers.values(of: "Transfer-Encoding")
        if codings.isEmpty {
            if lengths.isEmpty { return }
            guard lengths.count == 1 else { throw Refusal(status: 400, detail: "there is more than one Content-Length") }
            framing = .length(try RequestHead.length(lengths[0]))
            return
        }
        guard lengths.isEmpty else { throw Refusal(status: 400, detail: "Content-Length and Transfer-Encoding exclude each other") }
        guard minorVersion > 0 else { throw Refusal(status: 400, detail: "HTTP/1.0 has no Transfer-Encoding") }
        let names = headers.list("Transfer-Encoding").map { $0.lowercased() }
        guard codings.count == 1, names.last == "chunked", names.dropLast().allSatisfy({ ["gzip", "deflate", "compress"].contains($0) })
        else { throw Refusal(status: 400, detail: "the Transfer-Encoding is not 'chunked'") }
        guard names.count == 1 else { throw Refusal(status: 501, detail: "no Transfer-Encoding is read but 'chunked' alone") }
        framing = .chunked
    }

    private static func length(_ text: String) throws(Refusal) -> Int {
        guard !text.isEmpty, text.utf8.allSatisfy(isDigit) else {
            throw Refusal(status: 400, detail: "the Content-Length is not a number")
        }
        // Larger than any limit is too large, and not malformed.
        return Int(text) ?? Int.max
    }
}

extension Refusal {
    static func tooLarge(_ limits: ServerLimits) -> Refusal {
        Refusal(status: 413, detail: "the body is larger than \(limits.bodySize) bytes")
    }
}

func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

/// RFC 9110, 5.6.2.
func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "'"),
        UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "^"), UInt8(ascii: "_"),
        UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"): true
    default: false
    }
}
