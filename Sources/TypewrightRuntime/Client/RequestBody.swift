/// What a request carries.
public indirect enum RequestBody: Sendable {
    case none
    case bytes([UInt8])
    /// The file at this path, read while it is sent.
    case file(String)
    /// Bytes that are made while they are sent. They cannot be sent twice, so such a request is not retried.
    case once(ByteStream, length: Int? = nil)
    /// One after another, as a multipart body needs it.
    case parts([RequestBody])

    /// Whether the body can be sent again after a failed attempt.
    public var isReplayable: Bool {
        switch self {
        case .none, .bytes, .file: true
        case .once: false
        case .parts(let parts): parts.allSatisfy(\.isReplayable)
        }
    }

    public var isEmpty: Bool {
        switch self {
        case .none: true
        case .bytes(let bytes): bytes.isEmpty
        case .file, .once: false
        case .parts(let parts): parts.allSatisfy(\.isEmpty)
        }
    }

    /// Whether it comes from somewhere else than memory, and so may be of any size.
    var isTransfer: Bool {
        switch self {
        case .none, .bytes: false
        case .file, .once: true
        case .parts(let parts): parts.contains(where: \.isTransfer)
        }
    }

    /// Any asynchronous sequence of chunks.
    public static func stream<Chunks: AsyncSequence & Sendable>(_ chunks: Chunks, length: Int? = nil) -> RequestBody
    where Chunks.Element == [UInt8] {
        .once(ByteStream(chunks), length: length)
    }

    /// The body in chunks, whatever it is made of: what a transport sends.
    public func chunks() -> ByteStream {
        switch self {
        case .none: ByteStream([])
        case .bytes(let bytes): ByteStream(bytes)
        case .file(let path): ByteStream(source: FileReader(path: path))
        case .once(let stream, _): stream
        case .parts(let parts): ByteStream(source: JoinedSource(parts: parts))
        }
    }
}

/// The chunks of one body after those of another.
private actor JoinedSource: ByteSource {
    private var rest: ArraySlice<RequestBody>
    private var current: ByteStream?

    init(parts: [RequestBody]) {
        rest = parts[...]
    }

    func next() async throws -> [UInt8]? {
        while true {
            if let stream = current, let chunk = try await stream.source.next() { return chunk }
            guard let part = rest.popFirst() else { return nil }
            current = part.chunks()
        }
    }
}
