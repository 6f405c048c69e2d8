import TypewrightSource

/// All values of one document.
///
/// Unchecked, because of the buffers: nothing writes to them after the reader let go of them.
final class NodeTree: @unchecked Sendable {
    let file: SourceFile.ID
    let bytes: ByteBuffer
    let records: RecordBuffer
    /// The tables of large objects, one after the other: see `ObjectIndex`.
    let slots: [UInt32]

    init(file: SourceFile.ID, bytes: ByteBuffer, records: RecordBuffer, slots: [UInt32]) {
        self.file = file
        self.bytes = bytes
        self.records = records
        self.slots = slots
    }

    func text(of record: Record) -> String {
        let bytes = UnsafeRawBufferPointer(start: bytes.base + Int(record.first), count: Int(record.count))
        return String(decoding: bytes, as: UTF8.self)
    }

    func range(of record: Record) -> SourceRange {
        SourceRange(file: file, start: record.start, end: record.end)
    }
}
