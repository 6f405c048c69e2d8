/// Goes over the bytes of a text. Beyond the end there are zero bytes, which no format accepts.
struct FormatScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    var at = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { at == bytes.count }

    var next: UInt8 { peek(0) }

    func peek(_ offset: Int) -> UInt8 {
        at + offset < bytes.count ? bytes[at + offset] : 0
    }

    mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte, !isAtEnd else { return false }
        at += 1
        return true
    }

    mutating func take(_ isWanted: (UInt8) -> Bool) -> Bool {
        guard !isAtEnd, isWanted(next) else { return false }
        at += 1
        return true
    }

    /// The number of bytes taken.
    @discardableResult
    mutating func takeAll(_ isWanted: (UInt8) -> Bool) -> Int {
        let first = at
        while !isAtEnd, isWanted(next) { at += 1 }
        return at - first
    }
}

/// Classes of ASCII bytes.
enum Bytes {
    static func digit(_ byte: UInt8) -> Int? {
        byte >= 0x30 && byte <= 0x39 ? Int(byte - 0x30) : nil
    }

    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    static func isLetter(_ byte: UInt8) -> Bool {
        let lower = byte | 0x20
        return lower >= 0x61 && lower <= 0x7A
    }

    static func isHexDigit(_ byte: UInt8) -> Bool {
        let lower = byte | 0x20
        return isDigit(byte) || (lower >= 0x61 && lower <= 0x66)
    }

    static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

    /// Whether `set` holds the byte.
    static func isIn(_ set: StaticString, _ byte: UInt8) -> Bool {
        set.withUTF8Buffer { $0.contains(byte) }
    }
}
