extension JSONWriter {
    public mutating func value(_ value: String) {
        guard readsSmallStrings, let words = SmallString.words(of: value), capacity &- count >= 24, put(words)
        else { return longString(value) }
    }

    /// Writes a member of an object. By a pointer, and slow paths come last: so no registers are saved on the fast ones.
    @inline(__always)
    static func member(_ writer: UnsafeMutablePointer<JSONWriter>, _ index: Int, _ value: String) {
        let first = writer.pointee.count
        guard writer.pointee.readsSmallStrings, let words = SmallString.words(of: value),
            writer.pointee.putShortKey(index), writer.pointee.put(words)
        else {
            writer.pointee.count = first
            return longMember(writer, index, value)
        }
    }

    @inline(never)
    private static func longMember(_ writer: UnsafeMutablePointer<JSONWriter>, _ index: Int, _ value: String) {
        guard writer.pointee.putShortKey(index) else { return anyMember(writer, index, value) }
        writer.pointee.anyString(value)
    }

    @inline(never)
    private static func anyMember(_ writer: UnsafeMutablePointer<JSONWriter>, _ index: Int, _ value: String) {
        writer.pointee.key(index)
        writer.pointee.longString(value)
    }

    /// Writes a small string as it lies in memory, unless it needs an escape. Room for 24 bytes must have been reserved.
    @inline(__always)
    private mutating func put(_ words: SmallString.Words) -> Bool {
        // What lies behind the characters needs no escape with ones over it.
        let others = smallStringMasks + (32 &- words.count)
        guard SpecialBytes(writing: words.low | JSONReader.word(others), words.high | JSONReader.word(others + 8)).isEmpty
        else { return false }
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
        anyString(value)
    }

    @inline(__always)
    private mutating func anyString(_ value: String) {
        let isDone: Void? = value.utf8.withContiguousStorageIfAvailable { string($0) }
        if isDone == nil { foreignString(value) }
    }

    @inline(never)
    private mutating func foreignString(_ value: String) {
        value.withBytes { string($0) }
    }

    /// Writes a string literal. UTF-8 in a `String` is always valid; only quotes,
    /// backslashes and control characters need an escape.
    @inline(__always)
    private mutating func string(_ utf8: UnsafeBufferPointer<UInt8>) {
        let total = utf8.count
        guard capacity &- count >= total &+ 18 else { return stringInMoreRoom(utf8) }
        base[count] = 0x22
        let plain = utf8.baseAddress.map { Self.copyPlain($0, total, to: base + (count &+ 1)) } ?? 0
        if plain < total { return stringWithEscapes(utf8, plain) }
        base[count &+ total &+ 1] = 0x22
        count &+= total &+ 2
    }

    @inline(never)
    private mutating func stringInMoreRoom(_ utf8: UnsafeBufferPointer<UInt8>) {
        reserve(utf8.count &+ 18)
        string(utf8)
    }

    /// Copies what comes before the first pieces with an escape among them, and tells how much it was. The last pieces
    /// may overlap others.
    @inline(__always)
    private static func copyPlain(_ source: UnsafePointer<UInt8>, _ total: Int, to target: UnsafeMutablePointer<UInt8>) -> Int {
        guard total >= 16 else { return 0 }
        var offset = 0
        while offset &+ 32 < total {
            guard copyPair(offset, offset &+ 16, of: source, to: target) else { return offset }
            offset &+= 32
        }
        return copyPair(max(total &- 32, 0), total &- 16, of: source, to: target) ? total : offset
    }

    /// Copies sixteen bytes from each of two offsets, unless there is an escape among them.
    @inline(__always)
    private static func copyPair(
        _ first: Int, _ second: Int, of source: UnsafePointer<UInt8>, to target: UnsafeMutablePointer<UInt8>
    ) -> Bool {
        let (from, target) = (UnsafeRawPointer(source), UnsafeMutableRawPointer(target))
        let a = from.loadUnaligned(fromByteOffset: first, as: SIMD16<UInt8>.self)
        let b = from.loadUnaligned(fromByteOffset: second, as: SIMD16<UInt8>.self)
        guard SpecialBytes(writing: a, or: b).isEmpty else { return false }
        target.storeBytes(of: a, toByteOffset: first, as: SIMD16<UInt8>.self)
        target.storeBytes(of: b, toByteOffset: second, as: SIMD16<UInt8>.self)
        return true
    }

    /// Writes a string literal of which so many bytes lie there, without the quote before them.
    @inline(never)
    private mutating func stringWithEscapes(_ utf8: UnsafeBufferPointer<UInt8>, _ plain: Int) {
        count &+= plain &+ 1
        if let source = utf8.baseAddress { putRest(source, plain, utf8.count) }
        put(0x22)
    }

    /// Writes what comes from the first escape on, and leaves room for a quote. Of pieces with an escape, what comes
    /// before it is good.
    private mutating func putRest(_ source: UnsafePointer<UInt8>, _ from: Int, _ total: Int) {
        var offset = from
        while offset &+ 16 <= total {
            let piece = UnsafeRawPointer(source + offset).loadUnaligned(as: SIMD16<UInt8>.self)
            UnsafeMutableRawPointer(base + count).storeBytes(of: piece, as: SIMD16<UInt8>.self)
            let special = SpecialBytes(writing: piece)
            let plain = special.isEmpty ? 16 : special.first
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
