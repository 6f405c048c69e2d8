/// Events as they are.
struct EventParser: ItemParser {
    private var events: ServerSentEventParser
    var isDone: Bool { false }

    init(limit: Int) {
        events = ServerSentEventParser(limit: limit)
    }

    mutating func feed(_ bytes: [UInt8]) throws -> [ServerSentEvent] { try events.feed(bytes) }
    mutating func finish() -> [ServerSentEvent] { [] }
}

/// Checks the JSON text of an item as the policy for answers wants it.
typealias ItemCheck = @Sendable ([UInt8]) throws -> Void

/// The data of events, decoded.
struct EventDataParser<Value: JSONCodable>: ItemParser {
    private var events: ServerSentEventParser
    private let check: ItemCheck
    /// `[DONE]` and the like: data that ends the stream.
    private let end: String?
    private let event: Bool
    private(set) var isDone = false

    /// - Parameter wholeEvents: each item is the event as a JSON object, not its data alone.
    init(end: String?, wholeEvents: Bool, limit: Int, check: @escaping ItemCheck) {
        self.check = check
        events = ServerSentEventParser(limit: limit)
        self.end = end
        event = wholeEvents
    }

    mutating func feed(_ bytes: [UInt8]) throws -> [Value] {
        var values: [Value] = []
        for event in try events.feed(bytes) {
            if let end, event.data == end {
                isDone = true
                break
            }
            values.append(try decodeItem(self.event ? event.json : Array(event.data.utf8), check))
        }
        return values
    }

    mutating func finish() -> [Value] { [] }
}

/// Lines or records, decoded.
struct RecordParser<Value: JSONCodable>: ItemParser {
    private var records: RecordSplitter
    private let check: ItemCheck
    var isDone: Bool { false }

    init(_ kind: RecordSplitter.Kind, limit: Int, check: @escaping ItemCheck) {
        self.check = check
        records = RecordSplitter(kind, limit: limit)
    }

    mutating func feed(_ bytes: [UInt8]) throws -> [Value] { try records.feed(bytes).map { try decodeItem($0, check) } }
    mutating func finish() throws -> [Value] { try records.finish().map { try decodeItem($0, check) } }
}

private func decodeItem<Value: JSONCodable>(_ json: [UInt8], _ check: ItemCheck) throws -> Value {
    let value: Value
    do {
        value = try Value(json: json)
    } catch {
        throw ItemFault(text: json, reason: error)
    }
    try check(json)
    return value
}

extension ServerSentEvent {
    /// As OpenAPI 3.2 describes an event: an object with `event`, `data`, `id` and `retry`.
    var json: [UInt8] {
        var members = ["\"data\":" + quoted(data)]
        if event != "message" { members.append("\"event\":" + quoted(event)) }
        if !lastEventID.isEmpty { members.append("\"id\":" + quoted(lastEventID)) }
        if let retry { members.append("\"retry\":\(retry)") }
        return Array("{\(members.joined(separator: ","))}".utf8)
    }

    private func quoted(_ text: String) -> String { (try? text.json()).map { String(decoding: $0, as: UTF8.self) } ?? "\"\"" }
}
