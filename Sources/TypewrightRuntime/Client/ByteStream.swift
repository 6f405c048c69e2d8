/// Bytes that arrive in chunks. They can be read once, by one reader.
///
/// Letting the stream go before its end stops whoever makes the bytes.
public struct ByteStream: AsyncSequence, Sendable {
    public typealias Element = [UInt8]

    let source: any ByteSource

    /// The bytes of a source of your own.
    public init(source: any ByteSource) {
        self.source = source
    }

    public init(_ bytes: [UInt8]) {
        source = BytesSource(bytes)
    }

    public init<Chunks: AsyncSequence & Sendable>(_ chunks: Chunks) where Chunks.Element == [UInt8] {
        source = SequenceSource(chunks)
    }

    public func makeAsyncIterator() -> Iterator { Iterator(source: source) }

    public struct Iterator: AsyncIteratorProtocol {
        let source: any ByteSource

        public mutating func next() async throws -> [UInt8]? { try await source.next() }
    }

    /// Everything up to the end, unless it is more than `limit`.
    public func collect(limit: Int? = nil) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        while let chunk = try await source.next() {
            if let limit, chunk.count > limit - bytes.count {
                throw TransportError.limit("the body is larger than \(limit) bytes")
            }
            if bytes.isEmpty { bytes = chunk } else { bytes.append(contentsOf: chunk) }
        }
        return bytes
    }
}

/// Gives out chunks of bytes, `nil` at the end. Stops its work when it is let go.
public protocol ByteSource: AnyObject, Sendable {
    func next() async throws -> [UInt8]?
}

private actor BytesSource: ByteSource {
    private var bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    func next() -> [UInt8]? {
        if bytes.isEmpty { return nil }
        defer { bytes = [] }
        return bytes
    }
}

/// An iterator is not `Sendable`. It lives in here, and the actor lets one reader in at a time.
private actor SequenceSource<Chunks: AsyncSequence & Sendable>: ByteSource where Chunks.Element == [UInt8] {
    private final class Box: @unchecked Sendable {
        var iterator: Chunks.AsyncIterator
        init(_ iterator: Chunks.AsyncIterator) { self.iterator = iterator }
        func next() async throws -> [UInt8]? { try await iterator.next() }
    }

    private let box: Box
    private var isReading = false

    init(_ chunks: Chunks) {
        box = Box(chunks.makeAsyncIterator())
    }

    func next() async throws -> [UInt8]? {
        if isReading { throw TransportError.connection("the stream already has a reader") }
        isReading = true
        defer { isReading = false }
        return try await box.next()
    }
}
