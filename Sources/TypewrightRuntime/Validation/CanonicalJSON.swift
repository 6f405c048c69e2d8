/// A value in a form in which equal values have equal bytes: strings without escapes, numbers as
/// digits and a power of ten, members in the order of their keys.
struct CanonicalJSON: Hashable {
    private(set) var bytes: [UInt8] = []
    /// Beyond so many bytes no more are appended, and the reader stops in the midst of the value.
    private let limit: Int
    private(set) var isTooLong = false

    init(limit: Int = .max) {
        self.limit = limit
    }

    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    static func == (a: CanonicalJSON, b: CanonicalJSON) -> Bool { a.bytes == b.bytes }

    func hash(into hasher: inout Hasher) { hasher.combine(bytes) }

    /// Appends the value that comes next; the reader has a fault when it is not JSON.
    mutating func append(_ reader: inout JSONReader) {
        // Before it goes any deeper.
        if bytes.count >= limit { return isTooLong = true }
        reader.skipWhitespace()
        switch reader.at.pointee {
        case 0x22: appendString(&reader, tag: 0x73)
        case 0x7B: appendObject(&reader)
        case 0x5B: appendArray(&reader)
        case 0x2D, 0x30...0x39: appendNumber(&reader)
        default:
            let start = reader.at
            reader.skipValue()
            if reader.fault == nil { bytes.append(start.pointee) }
        }
    }

    private mutating func appendString(_ reader: inout JSONReader, tag: UInt8) {
        guard let text = reader.scanString() else { return }
        bytes.append(tag)
        let length = bytes.count
        appendCount(0)
        let first = bytes.count
        // An escape takes up to six bytes for one.
        if text.count / (text.hasEscapes ? 6 : 1) > limit { return isTooLong = true }
        CheckState.withBytes(text) { bytes.append(contentsOf: $0) }
        setCount(bytes.count - first, at: length)
    }

    private mutating func appendNumber(_ reader: inout JSONReader) {
        guard let text = reader.scanNumber() else { return }
        if text.isPlainInteger && text.count < 10 && text.start[text.count - 1] != 0x30 {
            // As it stands: no sign but minus, no leading zero, and zeros at the end are excluded.
            bytes.append(0x64)
            appendCount(0)
            bytes.append(contentsOf: text.bytes)
        } else {
            let value = ExactDecimal(text.bytes)
            bytes.append(0x64)
            appendCount(value.exponent)
            if value.isNegative { bytes.append(0x2D) }
            for digit in value.digits { bytes.append(digit + 0x30) }
        }
        bytes.append(0)
    }

    private mutating func appendArray(_ reader: inout JSONReader) {
        guard reader.open(0x5B, .array) else { return }
        bytes.append(0x5B)
        var isFirst = true
        while reader.nextElement(&isFirst) {
            append(&reader)
            if isTooLong || bytes.count > limit { return isTooLong = true }
        }
        reader.levels += 1
        bytes.append(0x5D)
    }

    private mutating func appendObject(_ reader: inout JSONReader) {
        guard reader.open(0x7B, .object) else { return }
        var members: [(key: [UInt8], value: [UInt8])] = []
        var isFirst = true
        var count = 0
        while reader.nextMember(&isFirst) {
            var key = CanonicalJSON(limit: limit)
            key.appendString(&reader, tag: 0x6B)
            reader.skipWhitespace()
            guard reader.at.pointee == 0x3A else { return reader.fail(.expected(.colon)) }
            reader.at += 1
            if limit < .max, let same = members.firstIndex(where: { $0.key == key.bytes }) {
                count -= members[same].key.count + members[same].value.count
                members.remove(at: same)
            }
            var value = CanonicalJSON(limit: limit == .max ? limit : limit - count - key.bytes.count)
            value.append(&reader)
            if key.isTooLong || value.isTooLong { return isTooLong = true }
            members.append((key.bytes, value.bytes))
            count += key.bytes.count + value.bytes.count
        }
        reader.levels += 1
        bytes.append(0x7B)
        members.sort { $0.key.lexicographicallyPrecedes($1.key) }
        for (index, member) in members.enumerated() {
            // Of duplicate keys the last counts; sorting keeps their order.
            if index + 1 < members.count, members[index + 1].key == member.key { continue }
            bytes.append(contentsOf: member.key)
            bytes.append(contentsOf: member.value)
        }
        bytes.append(0x7D)
    }

    private mutating func appendCount(_ count: Int) {
        withUnsafeBytes(of: Int64(count).littleEndian) { bytes.append(contentsOf: $0) }
    }

    private mutating func setCount(_ count: Int, at index: Int) {
        withUnsafeBytes(of: Int64(count).littleEndian) { raw in
            for offset in 0..<raw.count { bytes[index + offset] = raw[offset] }
        }
    }
}
