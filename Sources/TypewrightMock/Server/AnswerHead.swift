/// How the end of a body is told.
enum AnswerFraming: Equatable {
    case none
    case length(Int)
    case chunked
    /// It ends with the connection: what HTTP/1.0 is told of a stream.
    case untilClose
}

extension ServerAnswer {
    /// 1xx is no answer to end with, and more than three digits are no status.
    var shownStatus: Int { (200...999).contains(status) ? status : 500 }

    var allowsBody: Bool { ![204, 205, 304].contains(shownStatus) }

    func framing(for request: RequestHead) -> AnswerFraming {
        switch shownStatus {
        case 204, 304: return .none
        case 205: return .length(0)
        default: break
        }
        switch body {
        case .none: return .length(0)
        case .bytes(let bytes): return .length(bytes.count)
        case .pieces, .feed: return request.minorVersion == 0 ? .untilClose : .chunked
        }
    }

    /// Status line and header, the empty line with it.
    func head(for request: RequestHead, framing: AnswerFraming, keepsAlive: Bool, date: String) -> [UInt8] {
        var text = "HTTP/1.1 \(shownStatus) \(ServerAnswer.reason(shownStatus))\r\n"
        if !contains("Date") { text += "Date: \(date)\r\n" }
        for (name, value) in headers where !ServerAnswer.isOurs(name) {
            guard !name.isEmpty, name.utf8.allSatisfy(isTokenByte) else { continue }
            text += "\(name): \(ServerAnswer.line(value))\r\n"
        }
        switch framing {
        case .none, .untilClose: break
        case .length(let length): text += "Content-Length: \(length)\r\n"
        case .chunked: text += "Transfer-Encoding: chunked\r\n"
        }
        if !keepsAlive {
            text += "Connection: close\r\n"
        } else if request.minorVersion == 0 {
            text += "Connection: keep-alive\r\n"
        }
        return Array((text + "\r\n").utf8)
    }

    func contains(_ name: String) -> Bool { headers.contains { HeaderFields.same($0.name, name) } }

    var asksToClose: Bool {
        headers.contains { HeaderFields.same($0.name, "Connection") && HeaderFields.same($0.value, "close") }
    }

    /// What tells one message from the next is the server's alone to say.
    private static func isOurs(_ name: String) -> Bool {
        ["Content-Length", "Transfer-Encoding", "Connection", "Keep-Alive"].contains { HeaderFields.same($0, name) }
    }

    /// On one line: a value comes from a document.
    private static func line(_ value: String) -> String {
        guard value.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return value }
        return String(decoding: value.utf8.map { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F ? 0x20 : $0 }, as: UTF8.self)
    }

    static func chunk(_ bytes: [UInt8]) -> [UInt8] {
        Array((String(bytes.count, radix: 16) + "\r\n").utf8) + bytes + [0x0D, 0x0A]
    }

    static let lastChunk = Array("0\r\n\r\n".utf8)

    /// Empty for a status that nobody has named.
    package static func reason(_ status: Int) -> String { reasons[status] ?? "" }

    private static let reasons: [Int: String] = [
        200: "OK", 201: "Created", 202: "Accepted", 203: "Non-Authoritative Information", 204: "No Content", 205: "Reset Content",
        206: "Partial Content", 207: "Multi-Status", 208: "Already Reported", 226: "IM Used",
        300: "Multiple Choices", 301: "Moved Permanently", 302: "Found", 303: "See Other", 304: "Not Modified", 305: "Use Proxy",
        307: "Temporary Redirect", 308: "Permanent Redirect",
        400: "Bad Request", 401: "Unauthorized", 402: "Payment Required", 403: "Forbidden", 404: "Not Found",
        405: "Method Not Allowed", 406: "Not Acceptable", 407: "Proxy Authentication Required", 408: "Request Timeout",
        409: "Conflict", 410: "Gone", 411: "Length Required", 412: "Precondition Failed", 413: "Content Too Large",
        414: "URI Too Long", 415: "Unsupported Media Type", 416: "Range Not Satisfiable", 417: "Expectation Failed",
        418: "I'm a teapot", 421: "Misdirected Request", 422: "Unprocessable Content", 423: "Locked", 424: "Failed Dependency",
        425: "Too Early", 426: "Upgrade Required", 428: "Precondition Required", 429: "Too Many Requests",
        431: "Request Header Fields Too Large", 451: "Unavailable For Legal Reasons",
        500: "Internal Server Error", 501: "Not Implemented", 502: "Bad Gateway", 503: "Service Unavailable",
        504: "Gateway Timeout", 505: "HTTP Version Not Supported", 506: "Variant Also Negotiates", 507: "Insufficient Storage",
        508: "Loop Detected", 510: "Not Extended", 511: "Network Authentication Required",
    ]
}

extension ServerAnswer {
    /// What a refused request gets: RFC 9457, and a `message` for those who look for one.
    init(_ refusal: Refusal) {
        let title = ServerAnswer.reason(refusal.status)
        // Both texts are this room's own, without anything that JSON would have to escape but the quotes of one another.
        let detail = refusal.detail.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"")
        self.init(
            status: refusal.status, type: "application/problem+json",
            #"{"type":"about:blank","title":"\#(title)","status":\#(refusal.status),"detail":"\#(detail)","message":"\#(detail)"}"#)
    }
}
