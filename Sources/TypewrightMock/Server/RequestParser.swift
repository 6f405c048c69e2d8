/// Reads one request after the other from what comes in, in whatever portions.
struct RequestParser {
    enum Step {
        case needsMore
        /// The other side holds its body back until it is told to go on.
        case wantsContinue
        case request(RequestHead, body: [UInt8])
        /// Nothing more can be read on this connection.
        case refused(Refusal)
    }

    private enum Stage {
        case line
        case header
        case body(remaining: Int)
        case chunkSize
        case chunk(remaining: Int)
        case chunkEnd
        case trailer
        case dead(Refusal)
    }

    private let limits: ServerLimits
    private var stage = Stage.line
    private var head = RequestHead.unknown
    private var body: [UInt8] = []
    /// How many bytes and fields the header, or the trailer, has had so far.
    private var headerSize = 0
    private var fieldCount = 0
    private var blankLines = 0
    /// What the lines between chunks took: as small chunks as can be make a flood of a small body.
    private var chunkOverhead = 0

    init(limits: ServerLimits) { self.limits = limits }

    /// Where a request stands when no more comes.
    enum Progress { case idle, inHeader, inBody }

    func progress(_ input: InputBuffer) -> Progress {
        switch stage {
        case .line: input.isEmpty ? .idle : .inHeader
        case .header: .inHeader
        default: .inBody
        }
    }

    mutating func advance(_ input: inout InputBuffer) -> Step {
        if case .dead(let refusal) = stage { return .refused(refusal) }
        do {
            return try step(&input)
        } catch {
            stage = .dead(error)
            input.clear()
            return .refused(error)
        }
    }

    private mutating func step(_ input: inout InputBuffer) throws(Refusal) -> Step {
        while true {
            switch stage {
            case .line:
                guard try readLine(&input) else { return .needsMore }
            case .header:
                guard let line = try headerLine(&input) else { return .needsMore }
                if !line.isEmpty {
                    try head.add(line: line)
                    continue
                }
                try beginBody()
                if head.expectsContinue && input.isEmpty { return .wantsContinue }
            case .body(let remaining):
                let some = input.take(remaining)
                body.append(contentsOf: some)
                if some.count == remaining { return finish() }
                stage = .body(remaining: remaining - some.count)
                return .needsMore
            case .trailer:
                guard let line = try headerLine(&input) else { return .needsMore }
                if line.isEmpty { return finish() }
                // Nobody asks for trailers; that they are well-formed matters for where the request ends.
                _ = try RequestHead.field(line)
            case .chunkSize, .chunk, .chunkEnd:
                guard try readChunks(&input) else { return .needsMore }
            case .dead(let refusal):
                return .refused(refusal)
            }
        }
    }

    private mutating func readLine(_ input: inout InputBuffer) throws(Refusal) -> Bool {
        guard let first = input.first else { return false }
        guard isTokenByte(first) || first == UInt8(ascii: "\r") else {
            let isTLS = first == 0x16
            throw Refusal(status: 400, detail: isTLS ? "this is no TLS port: the URL begins with http://" : "a request begins with a method")
        }
        switch input.line(limit: limits.requestLine) {
        case .partial: return false
        case .bareLineFeed: throw .bareLineFeed
        case .tooLong: throw Refusal(status: 414, detail: "the request line is longer than \(limits.requestLine) bytes")
        case .whole(let line) where line.isEmpty:
            // Some clients end a body with a line that belongs to nothing (RFC 9112, 2.2).
            blankLines += 1
            guard blankLines <= 4 else { throw Refusal(status: 400, detail: "a request begins with a method") }
        case .whole(let line):
            head = try RequestHead(line: line)
            stage = .header
        }
        return true
    }

    /// The next line of a header or trailer: an empty one ends it. `nil` where it is not there yet.
    private mutating func headerLine(_ input: inout InputBuffer) throws(Refusal) -> ArraySlice<UInt8>? {
        switch input.line(limit: limits.headerSize - headerSize) {
        case .partial: return nil
        case .bareLineFeed: throw .bareLineFeed
        case .tooLong: throw Refusal(status: 431, detail: "the header is larger than \(limits.headerSize) bytes")
        case .whole(let line):
            headerSize = min(limits.headerSize, headerSize + line.count + 2)
            if !line.isEmpty { fieldCount += 1 }
            guard fieldCount <= limits.headerCount else {
                throw Refusal(status: 431, detail: "there are more than \(limits.headerCount) header fields")
            }
            return line
        }
    }

    private mutating func beginBody() throws(Refusal) {
        try head.settle(limits: limits)
        switch head.framing {
        case .none: stage = .body(remaining: 0)
        case .length(let length): stage = .body(remaining: length)
        case .chunked: stage = .chunkSize
        }
    }

    private mutating func finish() -> Step {
        let step = Step.request(head, body: body)
        self = RequestParser(limits: limits)
        return step
    }
}

extension RequestParser {
    /// One stage of a chunk; `false` where more has to come first.
    private mutating func readChunks(_ input: inout InputBuffer) throws(Refusal) -> Bool {
        switch stage {
        case .chunkSize:
            guard let size = try chunkSize(&input) else { return false }
            guard size <= limits.bodySize - body.count else { throw .tooLarge(limits) }
            if size == 0 { (headerSize, fieldCount) = (0, 0) }
            stage = size == 0 ? .trailer : .chunk(remaining: size)
        case .chunk(let remaining):
            let some = input.take(remaining)
            body.append(contentsOf: some)
            stage = some.count == remaining ? .chunkEnd : .chunk(remaining: remaining - some.count)
            return some.count == remaining
        default:
            switch input.line(limit: 0) {
            case .partial: return false
            case .whole: stage = .chunkSize
            case .bareLineFeed, .tooLong: throw Refusal(status: 400, detail: "a chunk does not end where its size says")
            }
        }
        return true
    }

    /// `1a3` or `1a3;name=value`
    private mutating func chunkSize(_ input: inout InputBuffer) throws(Refusal) -> Int? {
        let line: ArraySlice<UInt8>
        switch input.line(limit: 4096) {
        case .partial: return nil
        case .bareLineFeed: throw .bareLineFeed
        case .tooLong: throw Refusal(status: 400, detail: "the line of a chunk's size is too long")
        case .whole(let whole): line = whole
        }
        let digits = line.prefix { $0 != UInt8(ascii: ";") && $0 != 0x20 && $0 != 0x09 }
        let rest = line[digits.endIndex...].drop { $0 == 0x20 || $0 == 0x09 }
        guard let size = RequestParser.hexadecimal(digits),
            rest.isEmpty ? digits.endIndex == line.endIndex : rest.first == UInt8(ascii: ";"),
            rest.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 })
        else { throw Refusal(status: 400, detail: "the size of a chunk is not a hexadecimal number") }
        chunkOverhead += line.count + 4
        guard chunkOverhead <= limits.headerSize + 8 * (body.count + size) else {
            throw Refusal(status: 400, detail: "the lines between chunks are out of proportion to the chunks")
        }
        return size
    }

    private static func hexadecimal(_ digits: ArraySlice<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.count <= 15 else { return nil }
        var value = 0
        for digit in digits {
            switch digit {
            case 0x30...0x39: value = value << 4 | Int(digit - 0x30)
            case 0x41...0x46, 0x61...0x66: value = value << 4 | Int((digit | 0x20) - 0x57)
            default: return nil
            }
        }
        return value
    }
}

extension Refusal {
    fileprivate static let bareLineFeed = Refusal(status: 400, detail: "a line ends without a carriage return")
}
