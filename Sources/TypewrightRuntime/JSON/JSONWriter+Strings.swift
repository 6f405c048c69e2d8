extension JSONWriter {
    public mutating func value(_ value: String) {
        guard readsSmallStrings, let words = SmallString.words(of: value), capacity &- count >= 24, put(words)
        else { return longString(value) }
    }

    /// Writes a member of an object.
    @inline(__always)
    mutating func member(_ index: Int, _ value: String) {
        let first = count
        guard readsSmallStrings, let words = SmallString.words(of: value), putShortKey(index), put(words) else {
            count = first
            return longMember(index, value)
        }
    }

    @inline(never)
    private mutating func longMember(_ index: Int, _ value: String) {
        key(index)
        longString(value)
    }

    /// Writes a small string as it lies in memory, unless it needs an escape. Room for 24 bytes must have been reserved.
    @inline(__always)
    private mutating func put(_ words: SmallString.Words) -> Bool {
        let piece = unsafeBitCast(SIMD2<UInt64>(words.low, words.high), to: SIMD16<UInt8>.self)
        let mask = UnsafeRawPointer(smallStringMasks + (16 &- words.count)).loadUnaligned(as: SIMD16<Int8>.self)
        if SpecialBytes(writing: piece).areAny(in: mask) { return false }
        let target = UnsafeMutableRawPointer(base + count)
        target.storeBytes(of: 0x22, as: UInt8.self)
        target.storeBytes(of: words.low.littleEndian, toByteOffset: 1, as: UInt64.self)
        target.storeBytes(of: words.high.littleEndian, toByteOffset: 9, as: UInt64.self)
        target.storeBytes(of: 0x22, toByteOffset: words.count &+ 1, as: UInt8.self)
        count &+= words.count &+ 2
        return true
    }

    @inline(never)
    private mutating func longString(_ value: String) {
        let isDone: Void? = value.utf8.withContiguousStorageIfAvailable { string($0) }
        if isDone == nil { foreignString(value) }
    }

    @inline(never)
    private mutating func foreignString(_ value: String) {
        value.withBytes { string($0) }
    }

    /// Writes a string literal. UTF-8 in a `String` is always valid; only quotes,
    /// backslashes and control characters need an escape.
    private mutating func string(_ utf8: UnsafeBufferPointer<UInt8>) {
        let total = utf8.count
        reserve(total &+ 18)
        put(0x22)
        if let source = utf8.baseAddress {
            let plain = copyPlain(source, total)
            count &+= plain
            if plain < total { putRest(source, plain, total) }
        }
        put(0x22)
    }

    /// Copies what comes before the first pieces with an escape among them, and tells how much it was. The last
    /// sixteen bytes may overlap others.
    @inline(__always)
    private func copyPlain(_ source: UnsafePointer<UInt8>, _ total: Int) -> Int {
        let from = UnsafeRawPointer(source)
        let target = UnsafeMutableRawPointer(base + count)
        guard total >= 16 else { return 0 }
        var offset = 0
        while offset &+ 32 <= total {
            let first = from.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
            let second = from.loadUnaligned(fromByteOffset: offset &+ 16, as: SIMD16<UInt8>.self)
            if SpecialBytes.areAny(SpecialBytes(writing: first), SpecialBytes(writing: second)) { return offset }
            target.storeBytes(of: first, toByteOffset: offset, as: SIMD16<UInt8>.self)
            target.storeBytes(of: second, toByteOffset: offset &+ 16, as: SIMD16<UInt8>.self)
            offset &+= 32
        }
        if offset == total { return total }
        if offset &+ 16 < total {
            let piece = from.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
            guard SpecialBytes(writing: piece).isEmpty else { return offset }
            target.storeBytes(of: piece, toByteOffset: offset, as: SIMD16<UInt8>.self)
        }
        let piece = from.loadUnaligned(fromByteOffset: total &- 16, as: SIMD16<UInt8>.self)
        guard SpecialBytes(writing: piece).isEmpty else { return offset }
        target.storeBytes(of: piece, toByteOffset: total &- 16, as: SIMD16<UInt8>.self)
        return total
    }

    /// Writes what comes from the first escape on, and leaves room for a quote. Of pieces with an escape, what comes
    /// before it is good.
    @inline(never)
    private mutating func putRest(_ source: UnsafePointer<UInt8>, _ from: Int, _ total: Int) {
        var offset = from
        while offset &+ 16 <= total {
            let piece = UnsafeRawPointer(source + offset).loadUnaligned(as: SIMD16<UInt8>.self)
            UnsafeMutableRawPointer(base + count).storeBytes(of: piece, as: SIMD16<UInt8>.self)
            let plain = SpecialBytes(writing: piece).first
            count &+= plain
            offset &+= plain
            if plain < 16 {
                escape(source[offset], total &- offset)
                offset &+= 1
            }
        }
        while offset < total {
            let byte = source[offset]
            if byte >= 0x20, byte != 0x22, byte != 0x5C { put(byte) } else { escape(byte, total &- offset) }
            offset &+= 1
        }
    }

    /// Writes an escape for a byte that is one of so many `left`, and leaves room for the others and a quote.
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
}

/// Appends a string with the escapes that a JSON literal needs, without quotes.
func appendEscaped(_ string: String, to bytes: inout [UInt8]) {
    var writer = JSONWriter(capacity: 64)
    writer.value(string)
    bytes += writer.bytes.dropFirst().dropLast()
}
