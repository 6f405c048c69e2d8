extension ResponseBody {
    func chunks() -> ByteStream {
        switch self {
        case .bytes(let bytes): ByteStream(bytes)
        case .stream(let stream): stream
        case .file(let path): ByteStream(source: FileReader(path: path))
        }
    }

    func collect(limit: Int) async throws -> [UInt8] {
        if case .bytes(let bytes) = self, bytes.count <= limit { return bytes }
        return try await chunks().collect(limit: limit)
    }

    /// As much as the limit allows.
    func collectPrefix(limit: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await chunk in chunks() {
            bytes.append(contentsOf: chunk.prefix(limit - bytes.count))
            if bytes.count >= limit { break }
        }
        return bytes
    }

    /// To a file, unless the transport has written it there already.
    func save(to path: String) async throws {
        if case .file(path) = self { return }
        try await write(chunks(), to: path)
    }
}

/// The body of an answer that is given out as a stream: its failures are `APIError`s, and it may not be
/// silent for too long.
final class GuardedSource: ByteSource {
    private let stream: ByteStream
    private let request: TransportRequest
    private let context: CallContext
    private let configuration: ClientConfiguration

    init(_ stream: ByteStream, _ request: TransportRequest, _ context: CallContext, _ configuration: ClientConfiguration) {
        self.stream = stream
        self.context = context
        self.configuration = configuration
        var request = request
        request.timeout = configuration.streamTimeout
        request.body = .none
        self.request = request
    }

    func next() async throws -> [UInt8]? {
        do {
            let source = stream.source
            return try await withTimeout(configuration.streamTimeout, configuration.clock) { try await source.next() }
        } catch {
            throw APIError(error, request, context)
        }
    }
}
