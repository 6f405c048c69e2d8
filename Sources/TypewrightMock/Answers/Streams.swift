/// Bodies that come item by item.
enum Streams {
    static func isStream(_ essence: String) -> Bool {
        switch essence {
        case "text/event-stream", "application/jsonl", "application/x-jsonl", "application/x-jsonlines", "application/json-lines",
            "application/jsonlines", "application/ndjson", "application/x-ndjson", "application/json-seq", "application/stream+json":
            true
        default: essence.hasSuffix("+json-seq")
        }
    }

    /// One item as it stands in the stream.
    static func piece(_ item: JSON, _ essence: String) -> [UInt8] {
        if essence == "text/event-stream" { return event(item) }
        let isSequence = essence.hasSuffix("json-seq")
        return (isSequence ? [0x1E] : []) + item.bytes + [0x0A]
    }

    /// An object of nothing but an event's fields is an event; anything else is the data of one.
    private static func event(_ item: JSON) -> [UInt8] {
        let fields: Set<String> = ["data", "event", "id", "retry"]
        let isEvent = item["data"] != nil && item.members.allSatisfy { fields.contains($0.name) }
        guard isEvent else { return Array((lines("data", item.string ?? item.text) + "\n").utf8) }
        var text = ""
        for name in ["event", "id", "retry", "data"] {
            guard let value = item[name], !value.isNull else { continue }
            text += lines(name, value.plain ?? value.text)
        }
        return Array((text + "\n").utf8)
    }

    private static func lines(_ name: String, _ value: String) -> String {
        value.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { "\(name): \($0)\n" }.joined()
    }
}
