/// The items of a streamed answer, decoded one by one as they arrive: events, lines or records.
///
/// It can be read once. Letting it go before its end closes the connection.
public struct ItemStream<Item: Sendable>: AsyncSequence, Sendable {
    public typealias Element = Item

    private let source: ItemSource<Item>

    init(_ stream: ByteStream, _ parser: any ItemParser<Item>, _ answer: Answer) {
        source = ItemSource(stream, parser, answer)
    }

    public func makeAsyncIterator() -> Iterator { Iterator(source: source) }

    public struct Iterator: AsyncIteratorProtocol {
        let source: ItemSource<Item>

        public mutating func next() async throws -> Item? { try await source.next() }
    }
}

/// Makes items of bytes.
protocol ItemParser<Item>: Sendable {
    associatedtype Item: Sendable
    mutating func feed(_ bytes: [UInt8]) throws -> [Item]
    mutating func finish() throws -> [Item]
    /// Whether the stream has said that nothing more comes.
    var isDone: Bool { get }
}

/// Reads no further than it has to: at most the items of one chunk wait here.
actor ItemSource<Item: Sendable> {
    private var stream: ByteStream?
    private var parser: any ItemParser<Item>
    private var waiting: ArraySlice<Item> = []
    private let answer: Answer

    init(_ stream: ByteStream, _ parser: any ItemParser<Item>, _ answer: Answer) {
        self.stream = stream
        self.parser = parser
        self.answer = answer
    }

    func next() async throws -> Item? {
        while true {
            if let item = waiting.popFirst() { return item }
            guard let stream else { return nil }
            do {
                if let chunk = try await stream.source.next() {
                    waiting = try parser.feed(chunk)[...]
                    if parser.isDone { self.stream = nil }
                } else {
                    self.stream = nil
                    waiting = try parser.finish()[...]
                }
            } catch {
                self.stream = nil
                throw failure(error)
            }
        }
    }

    private func failure(_ error: any Error) -> APIError {
        switch error {
        case let error as APIError: error
        case TransportError.limit(let reason): .limit(reason, answer.context)
        default:
            .undecodableBody(BodyFailure(
                status: answer.status, headers: answer.headers, body: (error as? ItemFault)?.text ?? [],
                reason: "\((error as? ItemFault)?.reason ?? error)", context: answer.context
            ))
        }
    }
}

/// An item that could not be decoded, with its text.
struct ItemFault: Error {
    var text: [UInt8]
    var reason: any Error
}
