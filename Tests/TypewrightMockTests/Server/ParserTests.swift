import Testing
@testable import TypewrightMock

@Suite struct ParserTests {
    /// What a parser makes of bytes that come in portions of `size`.
    private func read(_ bytes: [UInt8], portions size: Int, limits: ServerLimits = ServerLimits()) -> [String] {
        var parser = RequestParser(limits: limits)
        var input = InputBuffer()
        var seen: [String] = []
        var start = 0
        while true {
            switch parser.advance(&input) {
            case .needsMore:
                if start >= bytes.count { return seen + ["\(parser.progress(input))"] }
                let end = min(bytes.count, start + size)
                bytes[start..<end].withUnsafeBytes { input.append($0) }
                start = end
            case .wantsContinue: continue
            case .request(let head, let body):
                let fields = head.headers.all.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
                seen.append("\(head.method) \(head.target) 1.\(head.minorVersion) \(fields) \(String(decoding: body, as: UTF8.self))")
            case .refused(let refusal):
                return seen + ["\(refusal.status)"]
            }
        }
    }

    private static let stream = """
        \r
        POST /a?x=1 HTTP/1.1\r
        Host: h\r
        Content-Length: 5\r
        \r
        helloGET /b HTTP/1.0\r
        X-Empty:\r
        X-Blanks: \t a  b \t\r
        \r
        PUT http://h:80/c HTTP/1.1\r
        host: h\r
        Transfer-Encoding: Chunked\r
        \r
        3;a=b;c="d"\r
        abc\r
        0A ;x\r
        0123456789\r
        000\r
        Trailer: t\r
        \r
        OPTIONS * HTTP/1.1\r
        Host: \r
        \r

        """

    @Test func readsTheSameInWhateverPortionsItComes() {
        let bytes = Array(Self.stream.utf8)
        let expected = [
            "POST /a?x=1 1.1 Host=h&Content-Length=5 hello",
            "GET /b 1.0 X-Empty=&X-Blanks=a  b ",
            "PUT http://h:80/c 1.1 host=h&Transfer-Encoding=Chunked abc0123456789",
            "OPTIONS * 1.1 Host= ",
            "idle",
        ]
        for size in [1, 2, 3, 7, 64, bytes.count] { #expect(read(bytes, portions: size) == expected, "portions of \(size)") }
    }

    @Test func splitsTargets() {
        func parts(_ target: String) -> [String?] {
            let request = ServerRequest(method: "GET", target: target)
            return [request.path, request.query]
        }
        #expect(parts("/a/b%2Fc?x=1?y") == ["/a/b%2Fc", "x=1?y"])
        #expect(parts("/a?") == ["/a", ""])
        #expect(parts("/a:b//c") == ["/a:b//c", nil])
        #expect(parts("http://localhost:4010/a?b") == ["/a", "b"])
        #expect(parts("HTTPS://localhost?b") == ["/", "b"])
        #expect(parts("*") == ["*", nil])
    }

    /// Random bytes, and sound requests with random damage: nothing crashes, and nothing depends on the portions.
    @Test func survivesWhateverComes() {
        var random = SmallRandom(state: 20)
        var limits = ServerLimits()
        limits.requestLine = 30
        limits.headerSize = 42
        limits.headerCount = 3
        limits.bodySize = 15
        let interesting = Array("\r\n\r\n :;,+-0123456789abcdefghijklmnopqrstuvwxyzHTTP/1.0*\0\t\u{7F}ÿ".utf8)
        var outcomes: Set<String> = []
        for round in 0..<4000 {
            var bytes = round % 4 == 0 ? [] : Array(Self.stream.utf8)
            for _ in 0..<(1 + random.next(6)) {
                let place = random.next(bytes.count + 1)
                let byte = interesting[random.next(interesting.count)]
                switch random.next(4) {
                case 0 where place < bytes.count: bytes.remove(at: place)
                case 1 where place < bytes.count: bytes[place] = UInt8(truncatingIfNeeded: random.next(256))
                case 2 where place < bytes.count: bytes.removeLast(bytes.count - place)
                default: bytes.insert(contentsOf: [UInt8](repeating: byte, count: random.next(3)), at: place)
                }
            }
            let whole = read(bytes, portions: max(1, bytes.count), limits: limits)
            #expect(whole == read(bytes, portions: 1 + random.next(9), limits: limits), "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
            if let last = whole.last { outcomes.insert(last) }
        }
        // The damage reached all there is to reach.
        #expect(outcomes.isSuperset(of: ["idle", "inHeader", "inBody", "400", "413", "414", "431"]), "\(outcomes)")
    }
}

/// The same numbers everywhere.
struct SmallRandom {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % max(1, bound)
    }
}
