/// The items of a body that carries one after another: a list, or a sequence that makes them while they are sent.
///
///     try await logs.send(items: [first, second])
///     try await logs.send(items: RequestItems(events))      // an array or an AsyncSequence
public struct RequestItems<Item: JSONCodable>: Sendable, ExpressibleByArrayLiteral {
    enum Source: Sendable {
        case list([Item])
        case stream(@Sendable (@escaping @Sendable (Item) throws -> [UInt8]) -> ByteStream)
    }

    let source: Source

    public init(_ items: [Item]) {
        source = .list(items)
    }

    public init(arrayLiteral elements: Item...) {
        source = .list(elements)
    }

    /// Items that are made while they are sent. They cannot be sent twice, so such a request is not retried.
    public init<Items: AsyncSequence & Sendable>(_ items: Items) where Items.Element == Item {
        source = .stream { record in ByteStream(items.map { try record($0) }) }
    }
}

extension APIRequest {
    /// JSON Lines: each item on a line of its own.
    public mutating func lines<Item: JSONCodable>(_ items: RequestItems<Item>?, mediaType: String = "application/jsonl") {
        records(items, mediaType) { $0 + [0x0A] }
    }

    /// A JSON text sequence (RFC 7464).
    public mutating func sequence<Item: JSONCodable>(_ items: RequestItems<Item>?, mediaType: String = "application/json-seq") {
        records(items, mediaType) { [0x1E] + $0 + [0x0A] }
    }

    /// Server-sent events, each with an item as its data.
    public mutating func events<Item: JSONCodable>(_ items: RequestItems<Item>?, mediaType: String = "text/event-stream") {
        records(items, mediaType) { Array("data: ".utf8) + $0 + [0x0A, 0x0A] }
    }

    /// Server-sent events, each item an event as OpenAPI 3.2 describes one: an object with `data`, `event`, `id` and
    /// `retry`.
    public mutating func wholeEvents<Item: JSONCodable>(_ items: RequestItems<Item>?, mediaType: String = "text/event-stream") {
        records(items, mediaType, eventText)
    }

    private mutating func records<Item: JSONCodable>(
        _ items: RequestItems<Item>?, _ mediaType: String, _ frame: @escaping @Sendable ([UInt8]) -> [UInt8]
    ) {
        guard let items else { return }
        parts.contentType = mediaType
        switch items.source {
        case .list(let list):
            var bytes: [UInt8] = []
            for (index, item) in list.enumerated() {
                guard let json = encode(item, "/\(index)") else { return }
                parts.pending.checks.append(PendingCheck(prefix: "/\(index)", json: json, rules: .type(Item.self)))
                bytes.append(contentsOf: frame(json))
            }
            parts.body = .bytes(bytes)
        case .stream(let make):
            parts.body = .once(make { frame(try $0.json()) })
        }
    }
}

/// The lines of an event. A field that the standard reads as one line keeps its first; data may have several.
private func eventText(_ json: [UInt8]) -> [UInt8] {
    guard let event = try? JSONValue(json: json) else { return [] }
    var text: [UInt8] = []
    for name in ["event", "id", "retry", "data"] {
        guard let value = event[name], value != .null else { continue }
        let lines = eventLines(value.string ?? "\(value)")
        for line in name == "data" ? lines[...] : lines.prefix(1) { text += Array("\(name): ".utf8) + line + [0x0A] }
    }
    return text + [0x0A]
}

/// Between CR LF, LF and CR, and nothing else that Unicode takes for the end of a line.
private func eventLines(_ text: String) -> [[UInt8]] {
    var lines: [[UInt8]] = [[]]
    var lastWasCR = false
    for byte in text.utf8 {
        if byte == 0x0D || byte == 0x0A {
            if byte == 0x0D || !lastWasCR { lines.append([]) }
        } else {
            lines[lines.count - 1].append(byte)
        }
        lastWasCR = byte == 0x0D
    }
    return lines
}
