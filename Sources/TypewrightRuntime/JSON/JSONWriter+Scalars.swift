extension JSONWriter {
    public mutating func value(_ value: String) {
        let isDone: Void? = value.utf8.withContiguousStorageIfAvailable { string($0) }
        if isDone == nil {
            var copy = value
            copy.withUTF8 { string($0) }
        }
    }

    /// Writes a string literal. UTF-8 in a `String` is always valid; only quotes,
    /// backslashes and control characters need an escape.
    private mutating func string(_ utf8: UnsafeBufferPointer<UInt8>) {
        reserve(utf8.count + 10)
        put(0x22)
        guard let source = utf8.baseAddress else { return put(0x22) }
        let total = utf8.count
        // First what needs no escape, with everything in registers.
        let target = UnsafeMutableRawPointer(base + count)
        var offset = 0
        while offset + 8 <= total {
            let word = UnsafeRawPointer(source + offset).loadUnaligned(as: UInt64.self)
            if Self.escapes(word) != 0 { break }
            target.storeBytes(of: word, toByteOffset: offset, as: UInt64.self)
            offset += 8
        }
        count += offset
        while offset + 8 <= total {
            let word = UnsafeRawPointer(source + offset).loadUnaligned(as: UInt64.self)
            if Self.escapes(word) == 0 {
                UnsafeMutableRawPointer(base + count).storeBytes(of: word, as: UInt64.self)
                offset += 8
                count += 8
            } else {
                offset = byteByByte(source, offset, total)
            }
        }
        if offset < total { tail(source, offset, total) }
        put(0x22)
    }

    /// Writes the last one to seven bytes. Where a whole word ends with them, it is looked
    /// at and written over bytes that have been written before, unless one was escaped.
    @inline(__always)
    private mutating func tail(_ source: UnsafePointer<UInt8>, _ offset: Int, _ total: Int) {
        if total >= 8 {
            let word = UnsafeRawPointer(source + (total - 8)).loadUnaligned(as: UInt64.self)
            if Self.escapes(word) == 0 {
                count += total - offset
                UnsafeMutableRawPointer(base + (count - 8)).storeBytes(of: word, as: UInt64.self)
                return
            }
        }
        _ = byteByByte(source, offset, total)
    }

    /// Marks bytes that need an escape; exact enough to tell whether there are any.
    @inline(__always)
    private static func escapes(_ word: UInt64) -> UInt64 {
        let quotes = (word ^ 0x2222_2222_2222_2222) &- JSONReader.ones
        let backslashes = (word ^ 0x5C5C_5C5C_5C5C_5C5C) &- JSONReader.ones
        let controls = word &- 0x2020_2020_2020_2020
        return (quotes | backslashes | controls) & ~word & JSONReader.highBits
    }

    /// Writes up to eight bytes with escapes, and leaves room for the rest and a quote.
    @inline(__always)
    private mutating func byteByByte(_ source: UnsafePointer<UInt8>, _ from: Int, _ total: Int) -> Int {
        let stop = min(from + 8, total)
        for offset in from..<stop {
            let byte = source[offset]
            if byte >= 0x20, byte != 0x22, byte != 0x5C {
                put(byte)
            } else {
                escape(byte, total - offset)
            }
        }
        return stop
    }

    @inline(never)
    private mutating func escape(_ byte: UInt8, _ left: Int) {
        reserve(left + 16)
        put(0x5C)
        switch byte {
        case 0x22, 0x5C: put(byte)
        case 0x08: put(0x62)
        case 0x09: put(0x74)
        case 0x0A: put(0x6E)
        case 0x0C: put(0x66)
        case 0x0D: put(0x72)
        default:
            put(0x75)
            put(0x30)
            put(0x30)
            put(0x30 + byte >> 4)
            put(Self.hexDigit(byte & 15))
        }
    }

    static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

    public mutating func value(_ value: Int) {
        integer(negative: value < 0, magnitude: UInt64(value.magnitude))
    }

    mutating func integer(negative: Bool, magnitude: UInt64) {
        reserve(21)
        if negative { put(0x2D) }
        var length = 1
        var limit: UInt64 = 10
        while length < 20, magnitude >= limit {
            length += 1
            limit = length < 20 ? limit &* 10 : .max
        }
        var rest = magnitude
        var offset = count + length
        repeat {
            offset -= 1
            base[offset] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
            rest /= 10
        } while rest != 0
        count += length
    }

    public mutating func value(_ value: Bool) {
        reserve(8)
        let word: UInt64 = value ? 0x6575_7274 : 0x65_736C_6166
        UnsafeMutableRawPointer(base + count).storeBytes(of: word.littleEndian, as: UInt64.self)
        count += value ? 4 : 5
    }

    /// The shortest text that reads back as the same number; whole numbers without `.0`.
    public mutating func value(_ value: Double) {
        if spellsDoubles { return floating(value.description, isFinite: value.isFinite) }
        // Below 2⁵³ the conversion cannot trap. (`Int(exactly:)` would need the C library.)
        if value.magnitude < 9_007_199_254_740_992 {
            let whole = Int64(value)
            if Double(whole) == value, whole != 0 || value.sign == .plus {
                return integer(negative: whole < 0, magnitude: whole.magnitude)
            }
        }
        floating(value.description, isFinite: value.isFinite)
    }

    mutating func floating(_ description: String, isFinite: Bool) {
        if !isFinite, notFiniteAt == nil { notFiniteAt = count }
        var text = description
        text.withUTF8 { append($0) }
    }
}

/// Appends a string with the escapes that a JSON literal needs, without quotes.
func appendEscaped(_ string: String, to bytes: inout [UInt8]) {
    var writer = JSONWriter()
    writer.value(string)
    bytes += writer.bytes.dropFirst().dropLast()
}
