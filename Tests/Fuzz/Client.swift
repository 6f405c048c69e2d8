@testable import TypewrightRuntime

// Whatever comes over the wire: nothing crashes, and how the bytes are split makes no difference.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    let piece = Int(start[0]) % 16 + 1
    let bytes = Array(UnsafeBufferPointer(start: start, count: count).dropFirst())
    checkEvents(bytes, piece)
    checkRecords(bytes, .lines, piece)
    checkRecords(bytes, .sequence, piece)
    checkText(String(decoding: bytes, as: UTF8.self))
    return 0
}

func pieces(_ bytes: [UInt8], _ count: Int) -> [[UInt8]] {
    stride(from: 0, to: bytes.count, by: count).map { Array(bytes[$0..<min($0 + count, bytes.count)]) }
}

func checkEvents(_ bytes: [UInt8], _ piece: Int) {
    var whole = ServerSentEventParser(limit: .max)
    var split = whole
    let events = try? whole.feed(bytes)
    let others = try? pieces(bytes, piece).flatMap { try split.feed($0) }
    guard let events, events == others else { fatalError("events depend on how the bytes are split") }
    for event in events {
        guard (try? JSONValue(json: event.json)) != nil else { fatalError("an event cannot be written") }
    }
}

func checkRecords(_ bytes: [UInt8], _ kind: RecordSplitter.Kind, _ piece: Int) {
    var whole = RecordSplitter(kind, limit: .max)
    var split = whole
    let records = (try? whole.feed(bytes)).map { $0 + whole.finish() }
    let others = (try? pieces(bytes, piece).flatMap { try split.feed($0) }).map { $0 + split.finish() }
    guard let records, records == others else { fatalError("records depend on how the bytes are split") }
}

/// Header values and URLs.
func checkText(_ text: String) {
    _ = secondsSince1970(httpDate: text)
    _ = nextLink(text)
    if let url = URLText(text) {
        _ = url.resolve(text)
        _ = url.resolve("../a?b#c")
    }
}
