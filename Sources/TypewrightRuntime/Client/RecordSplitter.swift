/// Cuts a stream into records: lines (`application/jsonl`, `application/x-ndjson`) or texts that each
/// begin with a record separator (`application/json-seq`, RFC 7464).
struct RecordSplitter {
    enum Kind: Sendable { case lines, sequence }

    private let separator: UInt8
    private let limit: Int
    private var rest: [UInt8] = []

    init(_ kind: Kind, limit: Int) {
        separator = kind == .lines ? 0x0A : 0x1E
        self.limit = limit
    }

    /// The records that these bytes complete, without those that are blank.
    mutating func feed(_ bytes: [UInt8]) throws -> [[UInt8]] {
        var records: [[UInt8]] = []
        var start = bytes.startIndex
        while let end = bytes[start...].firstIndex(of: separator) {
            rest.append(contentsOf: bytes[start..<end])
            start = end + 1
            if let record = takeRecord() { records.append(record) }
        }
        rest.append(contentsOf: bytes[start...])
        if rest.count > limit { throw TransportError.limit("a record is larger than \(limit) bytes") }
        return records
    }

    /// The last record may end with the stream.
    mutating func finish() -> [[UInt8]] {
        takeRecord().map { [$0] } ?? []
    }

    private mutating func takeRecord() -> [UInt8]? {
        defer { rest.removeAll(keepingCapacity: true) }
        let isBlank = rest.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x0A }
        return isBlank ? nil : rest
    }
}
