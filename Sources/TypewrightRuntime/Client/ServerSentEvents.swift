/// One event of a `text/event-stream`.
public struct ServerSentEvent: Sendable, Hashable {
    /// `message` where the server names none.
    public var event: String
    /// The lines of data, with line feeds between them.
    public var data: String
    /// The last ID that the server gave, with this event or an earlier one.
    public var lastEventID: String
    /// How many milliseconds to wait before connecting again, if the server said so with this event.
    public var retry: Int?

    public init(event: String = "message", data: String, lastEventID: String = "", retry: Int? = nil) {
        self.event = event
        self.data = data
        self.lastEventID = lastEventID
        self.retry = retry
    }
}

/// Makes events of bytes, as the WHATWG's HTML standard has it ("Interpreting an event stream"), however
/// the bytes are split.
struct ServerSentEventParser {
    private var line: [UInt8] = []
    private var data: [UInt8] = []
    private var hasData = false
    private var event = ""
    private var lastEventID = ""
    private var retry: Int?
    private var lastWasCR = false
    private var isFirstLine = true
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    /// The events that these bytes complete. What is left at the end of a stream is no event, as the
    /// standard wants it.
    mutating func feed(_ bytes: [UInt8]) throws -> [ServerSentEvent] {
        var events: [ServerSentEvent] = []
        var start = 0
        for index in bytes.indices {
            let byte = bytes[index]
            if byte != 0x0A && byte != 0x0D {
                lastWasCR = false
                continue
            }
            // The line feed of a CR LF pair ends no second line.
            if byte == 0x0A && lastWasCR {
                lastWasCR = false
                start = index + 1
                continue
            }
            lastWasCR = byte == 0x0D
            line.append(contentsOf: bytes[start..<index])
            start = index + 1
            if let event = endLine() { events.append(event) }
        }
        line.append(contentsOf: bytes[min(start, bytes.count)...])
        if line.count + data.count > limit { throw TransportError.limit("an event is larger than \(limit) bytes") }
        return events
    }

    private mutating func endLine() -> ServerSentEvent? {
        defer { line.removeAll(keepingCapacity: true) }
        if isFirstLine {
            isFirstLine = false
            if line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
        }
        if line.isEmpty { return dispatch() }
        let colon = line.firstIndex(of: 0x3A) ?? line.endIndex
        var value = line[colon...].dropFirst()
        if value.first == 0x20 { value = value.dropFirst() }
        switch String(decoding: line[..<colon], as: UTF8.self) {
        case "data":
            if hasData { data.append(0x0A) }
            hasData = true
            data.append(contentsOf: value)
        case "event": event = String(decoding: value, as: UTF8.self)
        case "id": if !value.contains(0) { lastEventID = String(decoding: value, as: UTF8.self) }
        case "retry":
            let isNumber = !value.isEmpty && value.allSatisfy { 0x30...0x39 ~= $0 }
            if isNumber, let milliseconds = Int(String(decoding: value, as: UTF8.self)) { retry = milliseconds }
        default: break
        }
        return nil
    }

    private mutating func dispatch() -> ServerSentEvent? {
        defer {
            data.removeAll(keepingCapacity: true)
            hasData = false
            event = ""
        }
        guard hasData else { return nil }
        defer { retry = nil }
        return ServerSentEvent(
            event: event.isEmpty ? "message" : event, data: String(decoding: data, as: UTF8.self), lastEventID: lastEventID, retry: retry
        )
    }
}
