/// A value of a text on one line, as messages show it: without white space, strings with no more escapes
/// than they need, and cut after a number of bytes.
struct ValueText {
    private let limit: Int
    private var bytes: [UInt8] = []

    init(limit: Int) {
        self.limit = limit
    }

    var string: String {
        guard bytes.count > limit else { return String(decoding: bytes, as: UTF8.self) }
        var count = limit
        // Not in the middle of a character.
        while count > 0, bytes[count] & 0xC0 == 0x80 { count -= 1 }
        return String(decoding: bytes[..<count], as: UTF8.self) + "…"
    }

    /// Appends the value that begins at `place`, of which nothing is known but that the text was scanned so far.
    mutating func append(from place: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>) {
        var nesting = 0
        var cursor = place
        while cursor < end, bytes.count <= limit {
            let byte = cursor.pointee
            switch byte {
            case 0x22:
                cursor = appendString(from: cursor, end: end)
                if nesting == 0 { return }
                continue
            case 0x20, 0x0A, 0x0D, 0x09: if nesting == 0 { return }
            case 0x2C, 0x3A:
                if nesting == 0 { return }
                bytes.append(byte)
            case 0x5B, 0x7B:
                nesting += 1
                bytes.append(byte)
            case 0x5D, 0x7D:
                if nesting == 0 { return }
                nesting -= 1
                bytes.append(byte)
                if nesting == 0 { return }
            default: bytes.append(byte)
            }
            cursor += 1
        }
    }

    private mutating func appendString(from quote: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
        var cursor = quote + 1
        var hasEscapes = false
        while cursor < end, cursor.pointee != 0x22 {
            if cursor.pointee == 0x5C {
                hasEscapes = true
                cursor += 1
            }
            cursor += 1
        }
        guard cursor < end else {
            bytes.append(contentsOf: UnsafeBufferPointer(start: quote, count: end - quote))
            return end
        }
        let text = JSONStringText(start: quote + 1, count: cursor - quote - 1, isASCII: false, hasEscapes: hasEscapes)
        bytes.append(0x22)
        if hasEscapes {
            appendEscaped(CheckState.string(of: text), to: &bytes)
        } else {
            bytes.append(contentsOf: UnsafeBufferPointer(start: text.start, count: text.count))
        }
        bytes.append(0x22)
        return cursor + 1
    }
}
