import Testing
@testable import TypewrightMock

/// What no server should take for a request: one answer, and the connection is closed, so that nothing that follows
/// is read as a second request.
@Suite struct RefusalTests {
    struct Shape: Sendable, CustomTestStringConvertible {
        var name: String
        var status = 400
        var request: String

        init(_ name: String, _ status: Int = 400, _ request: String) {
            (self.name, self.status, self.request) = (name, status, request)
        }

        var testDescription: String { name }
    }

    private static func post(_ fields: String, _ body: String = "0\r\n\r\n") -> String {
        "POST /a HTTP/1.1\r\nHost: h\r\n\(fields)\r\n\r\n\(body)"
    }

    static let shapes = [
        Shape("length and encoding", 400, post("Content-Length: 5\r\nTransfer-Encoding: chunked")),
        Shape("encoding and length", 400, post("Transfer-Encoding: chunked\r\nContent-Length: 5")),
        Shape("two lengths", 400, post("Content-Length: 5\r\nContent-Length: 6", "hello!")),
        Shape("the same length twice", 400, post("Content-Length: 5\r\nContent-Length: 5", "hello")),
        Shape("a list of lengths", 400, post("Content-Length: 5, 5", "hello")),
        Shape("length +5", 400, post("Content-Length: +5", "hello")),
        Shape("length -5", 400, post("Content-Length: -5", "hello")),
        Shape("length 0x5", 400, post("Content-Length: 0x5", "hello")),
        Shape("length 5 5", 400, post("Content-Length: 5 5", "hello")),
        Shape("length empty", 400, post("Content-Length:", "hello")),
        Shape("length with a decimal point", 400, post("Content-Length: 5.0", "hello")),
        Shape("length beyond any number", 413, post("Content-Length: 99999999999999999999", "hello")),
        Shape("encoding xchunked", 400, post("Transfer-Encoding: xchunked")),
        Shape("encoding identity", 400, post("Transfer-Encoding: identity")),
        Shape("encoding chunked twice", 400, post("Transfer-Encoding: chunked, chunked")),
        Shape("two encodings", 400, post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked")),
        Shape("encoding chunked and not last", 400, post("Transfer-Encoding: chunked, gzip")),
        Shape("encoding that is not read", 501, post("Transfer-Encoding: gzip, chunked")),
        Shape("encoding in quotes", 400, post("Transfer-Encoding: \"chunked\"")),
        Shape("encoding with a vertical tab", 400, post("Transfer-Encoding: \u{0B}chunked")),
        Shape("encoding in HTTP/1.0", 400, "POST /a HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        Shape("space before the colon", 400, post("Content-Length : 5", "hello")),
        Shape("tab before the colon", 400, post("Transfer-Encoding\t: chunked")),
        Shape("folded line", 400, post("X-One: a\r\n b")),
        Shape("folded first line", 400, "GET /a HTTP/1.1\r\n Host: h\r\n\r\n"),
        Shape("bare line feeds", 400, "GET /a HTTP/1.1\nHost: h\n\n"),
        Shape("one bare line feed", 400, "GET /a HTTP/1.1\r\nHost: h\nX: y\r\n\r\n"),
        Shape("bare carriage return", 400, "GET /a HTTP/1.1\r\nHost: h\rX: y\r\n\r\n"),
        Shape("NUL in a value", 400, post("X-One: a\0b")),
        Shape("NUL in a name", 400, post("X-\0ne: a")),
        Shape("no name", 400, post(": a")),
        Shape("no colon", 400, post("nonsense")),
        Shape("name that is no token", 400, post("X(One): a")),
        Shape("chunk size in decimal with a sign", 400, post("Transfer-Encoding: chunked", "+5\r\nhello\r\n0\r\n\r\n")),
        Shape("chunk size with 0x", 400, post("Transfer-Encoding: chunked", "0x5\r\nhello\r\n0\r\n\r\n")),
        Shape("chunk size negative", 400, post("Transfer-Encoding: chunked", "-1\r\nhello\r\n0\r\n\r\n")),
        Shape("chunk size empty", 400, post("Transfer-Encoding: chunked", "\r\nhello\r\n0\r\n\r\n")),
        Shape("chunk size beyond any number", 400, post("Transfer-Encoding: chunked", "FFFFFFFFFFFFFFFFF\r\nhello\r\n0\r\n\r\n")),
        Shape("chunk size that overflows", 413, post("Transfer-Encoding: chunked", "7FFFFFFFFFFFFFF\r\nhello\r\n0\r\n\r\n")),
        Shape("chunk longer than its size", 400, post("Transfer-Encoding: chunked", "3\r\nhello\r\n0\r\n\r\n")),
        Shape("chunk that ends in a bare line feed", 400, post("Transfer-Encoding: chunked", "5\r\nhello\n0\r\n\r\n")),
        Shape("chunk extension with a bare line feed", 400, post("Transfer-Encoding: chunked", "5;a\nhello\r\n0\r\n\r\n")),
        Shape("chunk size with words", 400, post("Transfer-Encoding: chunked", "5 a\r\nhello\r\n0\r\n\r\n")),
        Shape("trailer that is no field", 400, post("Transfer-Encoding: chunked", "0\r\nX Y: z\r\n\r\n")),
        Shape("no host", 400, "GET /a HTTP/1.1\r\n\r\n"),
        Shape("two hosts", 400, "GET /a HTTP/1.1\r\nHost: h\r\nHost: i\r\n\r\n"),
        Shape("host with a path", 400, "GET /a HTTP/1.1\r\nHost: h/i\r\n\r\n"),
        Shape("host with blanks", 400, "GET /a HTTP/1.1\r\nHost: h i\r\n\r\n"),
        Shape("HTTP/0.9", 400, "GET /a\r\n\r\n"),
        Shape("HTTP/2", 505, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        Shape("lower-case version", 400, "GET /a http/1.1\r\nHost: h\r\n\r\n"),
        Shape("long version", 400, "GET /a HTTP/1.10\r\nHost: h\r\n\r\n"),
        Shape("two spaces", 400, "GET  /a HTTP/1.1\r\nHost: h\r\n\r\n"),
        Shape("space at the end", 400, "GET /a HTTP/1.1 \r\nHost: h\r\n\r\n"),
        Shape("tab instead of a space", 400, "GET\t/a HTTP/1.1\r\nHost: h\r\n\r\n"),
        Shape("space in the target", 400, "GET /a b HTTP/1.1\r\nHost: h\r\n\r\n"),
        Shape("letters beyond ASCII in the target", 400, "GET /ä HTTP/1.1\r\nHost: h\r\n\r\n"),
        Shape("target without a slash", 400, "GET a HTTP/1.1\r\nHost: h\r\n\r\n"),
        Shape("target with credentials", 400, "GET http://a@h/ HTTP/1.1\r\nHost: h\r\n\r\n"),
        Shape("asterisk for GET", 400, "GET * HTTP/1.1\r\nHost: h\r\n\r\n"),
        Shape("CONNECT", 501, "CONNECT h:443 HTTP/1.1\r\nHost: h:443\r\n\r\n"),
        Shape("method that is no token", 400, "G@T /a HTTP/1.1\r\nHost: h\r\n\r\n"),
        Shape("TLS", 400, "\u{16}\u{03}\u{01}\u{02}\u{00}"),
        Shape("only blank lines", 400, "\r\n\r\n\r\n\r\n\r\n"),
        Shape("expectation that nobody knows", 417, "POST /a HTTP/1.1\r\nHost: h\r\nExpect: cake\r\nContent-Length: 1\r\n\r\nx"),
        Shape("request line too long", 414, "GET /" + String(repeating: "a", count: 20_000) + " HTTP/1.1\r\nHost: h\r\n\r\n"),
        Shape("request line too long and without end", 414, "GET /" + String(repeating: "a", count: 20_000)),
        Shape("field too large", 431, post("X: " + String(repeating: "a", count: 70_000))),
        Shape("field too large and without end", 431, "GET /a HTTP/1.1\r\nHost: h\r\nX: " + String(repeating: "a", count: 70_000)),
        Shape("too many fields", 431, post((0..<300).map { "X-\($0): a" }.joined(separator: "\r\n"))),
        Shape("too many trailers", 431, post("Transfer-Encoding: chunked", "0\r\n" + (0..<300).map { "X-\($0): a\r\n" }.joined() + "\r\n")),
        Shape("body too large", 413, post("Content-Length: 1001", "x")),
        Shape("chunks too large", 413, post("Transfer-Encoding: chunked", "3e8\r\n" + String(repeating: "a", count: 1000) + "\r\n1\r\na\r\n0\r\n\r\n")),
    ]

    @Test func refusesAndCloses() throws {
        #expect(Self.shapes.count == 73)
        var limits = ServerLimits()
        limits.bodySize = 1000
        let handled = Locked(0)
        let told = Locked(0)
        try withServer(
            limits: limits, refused: { _, _, _ in told.use { $0 += 1 } },
            handler: { request in
                if request.path != "/sound" { handled.use { $0 += 1 } }
                return echo(request)
            }
        ) { port in
            for shape in Self.shapes {
                let client = try #require(RawClient(port: port))
                client.send("GET /sound HTTP/1.1\r\nHost: h\r\n\r\n" + shape.request)
                // What is smuggled behind must never be taken for a request.
                client.send("GET /smuggled HTTP/1.1\r\nHost: h\r\n\r\n")
                #expect(client.answer()?.status == 200, "\(shape.name)")
                let answer = client.answer()
                #expect(answer?.status == shape.status, "\(shape.name)")
                #expect(answer?.headers["Connection"] == "close", "\(shape.name)")
                #expect(answer?.headers["Content-Type"] == "application/problem+json", "\(shape.name)")
                #expect(answer?.text.contains(#""message":""#) == true, "\(shape.name)")
                #expect(client.readToEnd() == [], "\(shape.name)")
            }
        }
        #expect(handled.use { $0 } == 0)
        #expect(told.use { $0 } == Self.shapes.count)
    }

    @Test func truncatedRequestsAreForgotten() throws {
        let request = "POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nX: y\r\n\r\n"
        let handled = Locked(0)
        try withServer(handler: { request in
            handled.use { $0 += 1 }
            return echo(request)
        }) { port in
            for length in 0..<request.utf8.count {
                let client = try #require(RawClient(port: port))
                client.send(Array(request.utf8.prefix(length)))
                client.endWriting()
                #expect(client.readToEnd() == [], "cut after \(length)")
            }
        }
        #expect(handled.use { $0 } == 0)
    }
}
