/// The contents of a string literal, checked: valid UTF-8, valid escapes, no control
/// characters.
struct JSONStringText {
    let start: UnsafePointer<UInt8>
    let count: Int
    let isASCII: Bool
    let hasEscapes: Bool
}

extension JSONReader {
    /// The first byte from a place on that is a quote, a backslash, a control character or not ASCII.
    @inline(__always)
    static func special(from place: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
        var cursor = place
        while true {
            let piece = UnsafeRawPointer(cursor).loadUnaligned(as: SIMD16<UInt8>.self)
            let special = SpecialBytes(reading: piece)
            if !special.isEmpty { return cursor + special.first }
            cursor += 16
        }
    }

    /// Reads a string literal whose opening quote is the next byte.
    @inline(__always)
    mutating func scanString() -> JSONStringText? {
        let first = at + 1
        let cursor = Self.special(from: first)
        guard cursor.pointee == 0x22 else { return scanRestOfString(first, cursor) }
        at = cursor + 1
        return JSONStringText(start: first, count: cursor - first, isASCII: true, hasEscapes: false)
    }

    /// Goes on with a string literal that has shown something else than plain ASCII.
    @inline(never)
    mutating func scanRestOfString(_ first: UnsafePointer<UInt8>, _ from: UnsafePointer<UInt8>) -> JSONStringText? {
        var cursor = from
        var isASCII = true
        var hasEscapes = false
        while true {
            let byte = cursor.pointee
            if byte >= 0x80 {
                isASCII = false
                let length = Self.lengthOfSequence(cursor)
                if length == 0 {
                    fail(.invalidUTF8, at: cursor)
                    return nil
                }
                cursor += length
                continue
            }
            if byte == 0x22 {
                at = cursor + 1
                return JSONStringText(start: first, count: cursor - first, isASCII: isASCII, hasEscapes: hasEscapes)
            }
            if byte == 0x5C {
                hasEscapes = true
                let length = scanEscape(cursor)
                if length == 0 { return nil }
                cursor += length
                continue
            }
            if byte < 0x20 {
                if cursor == end { fail(.unexpectedEnd, at: first - 1) } else { fail(.controlCharacter, at: cursor) }
                return nil
            }
            cursor = Self.special(from: cursor)
        }
    }

    /// The length of a well-formed UTF-8 sequence of two to four bytes, else 0
    /// (The Unicode Standard, table 3-7). Later bytes are looked at only after the
    /// earlier ones were accepted, so the zero byte behind the text ends it.
    @inline(__always)
    static func lengthOfSequence(_ p: UnsafePointer<UInt8>) -> Int {
        func continues(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
        let lead = p.pointee
        if lead < 0xC2 { return 0 }
        if lead < 0xE0 { return continues(p[1]) ? 2 : 0 }
        if lead < 0xF0 {
            let second = p[1]
            guard continues(second), lead != 0xE0 || second >= 0xA0, lead != 0xED || second < 0xA0 else { return 0 }
            return continues(p[2]) ? 3 : 0
        }
        if lead < 0xF5 {
            let second = p[1]
            guard continues(second), lead != 0xF0 || second >= 0x90, lead != 0xF4 || second < 0x90 else { return 0 }
            return continues(p[2]) && continues(p[3]) ? 4 : 0
        }
        return 0
    }

    /// The length of the escape at a backslash: 2, 6, or 12 for a pair of surrogates.
    /// After a fault 0.
    private mutating func scanEscape(_ p: UnsafePointer<UInt8>) -> Int {
        switch p[1] {
        case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: return 2
        case 0x75: break
        default:
            fail(.badEscape, at: p)
            return 0
        }
        guard let unit = Self.hexUnit(p + 2) else {
            fail(.badEscape, at: p)
            return 0
        }
        guard unit & 0xF800 == 0xD800 else { return 6 }
        guard unit < 0xDC00, p[6] == 0x5C, p[7] == 0x75, let second = Self.hexUnit(p + 8), second & 0xFC00 == 0xDC00
        else {
            fail(.loneSurrogate, at: p)
            return 0
        }
        return 12
    }

    /// The value of four hexadecimal digits.
    static func hexUnit(_ p: UnsafePointer<UInt8>) -> UInt32? {
        var unit: UInt32 = 0
        for offset in 0..<4 {
            let digit: UInt8
            switch p[offset] {
            case let byte where byte >= 0x30 && byte <= 0x39: digit = byte - 0x30
            case let byte where byte >= 0x41 && byte <= 0x46: digit = byte - 0x37
            case let byte where byte >= 0x61 && byte <= 0x66: digit = byte - 0x57
            default: return nil
            }
            unit = unit << 4 | UInt32(digit)
        }
        return unit
    }

    func string(_ text: JSONStringText) -> String {
        if text.hasEscapes { return Self.unescaped(text) }
        if text.isASCII { return ascii(text.start, text.count) }
        return Self.string(UnsafeBufferPointer(start: text.start, count: text.count), isASCII: false, longStringType)
    }

    /// Reads a string literal whose opening quote is the next byte; nil after a fault.
    @inline(__always)
    mutating func takeString() -> String? {
        let first = at + 1
        let cursor = Self.special(from: first)
        guard cursor.pointee == 0x22 else { return takeRestOfString(first, cursor) }
        at = cursor + 1
        return ascii(first, cursor - first)
    }

    @inline(never)
    private mutating func takeRestOfString(_ first: UnsafePointer<UInt8>, _ from: UnsafePointer<UInt8>) -> String? {
        scanRestOfString(first, from).map { string($0) }
    }

    @inline(__always)
    func ascii(_ start: UnsafePointer<UInt8>, _ count: Int) -> String {
        count <= longestSmallString
            ? SmallString.string(start, count, smallStringMasks)
            : Self.string(UnsafeBufferPointer(start: start, count: count), isASCII: true, longStringType)
    }

    /// The string of bytes that are known to be valid UTF-8.
    @inline(never)
    static func string(_ bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool, _ type: UInt64 = LongString.type) -> String {
        if let string = LongString.string(bytes, isASCII: isASCII, type) { return string }
        if #available(macOS 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *) {
            return String(copying: UTF8Span(unchecked: bytes.span, isKnownASCII: isASCII))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The string of a checked literal with escapes. Behind it must be `padding` bytes.
    @inline(never)
    static func unescaped(_ text: JSONStringText) -> String {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count + padding) { buffer in
            guard let base = buffer.baseAddress else { return "" }
            let count = unescape(text, to: base)
            return string(UnsafeBufferPointer(start: base, count: count), isASCII: false)
        }
    }

    /// Writes the contents of a checked literal, which never grow by unescaping, sixteen bytes
    /// at a time; what is written too much is overwritten by what follows, or goes to the
    /// `padding` bytes for which there must be room behind.
    static func unescape(_ text: JSONStringText, to base: UnsafeMutablePointer<UInt8>) -> Int {
        var from = text.start
        let stop = from + text.count
        var to = base
        while from < stop {
            let plain = copyPlain(from, to, stop - from)
            from += plain
            to += plain
            if from < stop { from += unescapeOne(from, &to) }
        }
        return to - base
    }

    /// Copies what comes before the first backslash, and tells how much it was.
    @inline(__always)
    private static func copyPlain(_ from: UnsafePointer<UInt8>, _ to: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
        var offset = 0
        while offset < count {
            let piece = UnsafeRawPointer(from + offset).loadUnaligned(as: SIMD16<UInt8>.self)
            UnsafeMutableRawPointer(to + offset).storeBytes(of: piece, as: SIMD16<UInt8>.self)
            let backslashes = SpecialBytes(unescaping: piece)
            if !backslashes.isEmpty { return min(offset &+ backslashes.first, count) }
            offset &+= 16
        }
        return count
    }

    /// Writes what an escape stands for, and gives its length.
    private static func unescapeOne(_ from: UnsafePointer<UInt8>, _ to: inout UnsafeMutablePointer<UInt8>) -> Int {
        switch from[1] {
        case 0x62: to.pointee = 0x08
        case 0x66: to.pointee = 0x0C
        case 0x6E: to.pointee = 0x0A
        case 0x72: to.pointee = 0x0D
        case 0x74: to.pointee = 0x09
        case 0x75: return unescapeUnicode(from, &to)
        case let same: to.pointee = same
        }
        to += 1
        return 2
    }

    private static func unescapeUnicode(_ p: UnsafePointer<UInt8>, _ to: inout UnsafeMutablePointer<UInt8>) -> Int {
        var scalar = hexUnit(p + 2) ?? 0
        var length = 6
        if scalar & 0xFC00 == 0xD800, let second = hexUnit(p + 8) {
            scalar = 0x10000 + (scalar & 0x3FF) << 10 + (second & 0x3FF)
            length = 12
        }
        func put(_ byte: UInt32) {
            to.pointee = UInt8(truncatingIfNeeded: byte)
            to += 1
        }
        if scalar < 0x80 {
            put(scalar)
        } else if scalar < 0x800 {
            put(0xC0 | scalar >> 6)
            put(0x80 | scalar & 0x3F)
        } else if scalar < 0x10000 {
            put(0xE0 | scalar >> 12)
            put(0x80 | scalar >> 6 & 0x3F)
            put(0x80 | scalar & 0x3F)
        } else {
            put(0xF0 | scalar >> 18)
            put(0x80 | scalar >> 12 & 0x3F)
            put(0x80 | scalar >> 6 & 0x3F)
            put(0x80 | scalar & 0x3F)
        }
        return length
    }
}

// MARK: - Reading strings

extension JSONReader {
    public mutating func read(_ value: inout String) {
        skipWhitespace()
        guard at.pointee == 0x22 else { return readStringSlowly(&value) }
        guard let read = takeString() else { return }
        if isEmpty(&value) { withUnsafeMutablePointer(to: &value) { $0.initialize(to: read) } } else { value = read }
    }

    public mutating func read(_ value: inout String?) {
        skipWhitespace()
        guard at.pointee == 0x22 else {
            if nextIsAbsent() {
                value = nil
            } else {
                var read = ""
                readStringSlowly(&read)
                value = read
            }
            return
        }
        guard let read = takeString() else { return }
        if value == nil { withUnsafeMutablePointer(to: &value) { $0.initialize(to: read) } } else { value = read }
    }

    /// Whether a value that is about to be read is known to hold no memory: then nothing need be asked to release it.
    @inline(__always)
    private func isEmpty(_ value: inout String) -> Bool {
        longestSmallString >= 0 && withUnsafeBytes(of: &value) { SmallString.holdsNoMemory($0) }
    }

    @inline(never)
    private mutating func readStringSlowly(_ value: inout String) {
        if foreign != nil { readForeign(&value) } else { fail(.expected(.string)) }
    }
}
