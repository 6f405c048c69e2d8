extension JSONWriter {
    public mutating func value(_ value: String) {
        if readsSmallStrings, let words = SmallString.words(of: value), smallString(words) { return }
        let isDone: Void? = value.utf8.withContiguousStorageIfAvailable { string($0) }
        if isDone == nil { value.withBytes { string($0) } }
    }

    /// Writes a small string as it lies in memory, unless it needs an escape.
    @inline(__always)
    private mutating func smallString(_ words: SmallString.Words) -> Bool {
        let mask = SmallString.mask(words.count, smallStringMasks)
        guard Self.escapes(words.low) & mask.low | Self.escapes(words.high) & mask.high == 0 else { return false }
        reserve(24)
        let target = UnsafeMutableRawPointer(base + count)
        target.storeBytes(of: 0x22, as: UInt8.self)
        target.storeBytes(of: words.low.littleEndian, toByteOffset: 1, as: UInt64.self)
        target.storeBytes(of: words.high.littleEndian, toByteOffset: 9, as: UInt64.self)
        target.storeBytes(of: 0x22, toByteOffset: words.count &+ 1, as: UInt8.self)
        count &+= words.count &+ 2
        return true
    }

    /// Writes a string literal. UTF-8 in a `String` is always valid; only quotes,
    /// backslashes and control characters need an escape.
    private mutating func string(_ utf8: UnsafeBufferPointer<UInt8>) {
        reserve(utf8.count &+ 18)
        put(0x22)
        guard let source = utf8.baseAddress else { return put(0x22) }
        let total = utf8.count
        var offset = copyPlain(source, total)
        count &+= offset
        while offset &+ 8 <= total {
            let word = UnsafeRawPointer(source + offset).loadUnaligned(as: UInt64.self)
            if Self.escapes(word) == 0 {
                UnsafeMutableRawPointer(base + count).storeBytes(of: word, as: UInt64.self)
                offset &+= 8
                count &+= 8
            } else {
                offset = byteByByte(source, offset, total)
            }
        }
        if offset < total { tail(source, offset, total) }
        put(0x22)
    }

    /// Copies what comes before the first sixteen bytes with an escape among them, and tells
    /// how much it was. The last sixteen bytes may overlap others.
    @inline(__always)
    private func copyPlain(_ source: UnsafePointer<UInt8>, _ total: Int) -> Int {
        let from = UnsafeRawPointer(source)
        let target = UnsafeMutableRawPointer(base + count)
        guard total >= 16 else { return 0 }
        var offset = 0
        repeat {
            let piece = from.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
            if Self.hasEscapes(piece) { return offset }
            target.storeBytes(of: piece, toByteOffset: offset, as: SIMD16<UInt8>.self)
            offset &+= 16
        } while offset &+ 16 <= total
        let piece = from.loadUnaligned(fromByteOffset: total &- 16, as: SIMD16<UInt8>.self)
        if Self.hasEscapes(piece) { return offset }
        target.storeBytes(of: piece, toByteOffset: total &- 16, as: SIMD16<UInt8>.self)
        return total
    }

    /// Every type is spelled out: operands whose type is inferred are compared one by one.
    @inline(__always)
    private static func hasEscapes(_ piece: SIMD16<UInt8>) -> Bool {
        let quotes: SIMDMask<SIMD16<Int8>> = piece .== SIMD16<UInt8>(repeating: 0x22)
        let backslashes: SIMDMask<SIMD16<Int8>> = piece .== SIMD16<UInt8>(repeating: 0x5C)
        let controls: SIMDMask<SIMD16<Int8>> = piece .< SIMD16<UInt8>(repeating: 0x20)
        let marks = unsafeBitCast(quotes .| backslashes .| controls, to: SIMD2<UInt64>.self)
        return marks[0] | marks[1] != 0
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
        if !shortDecimal(value) { floating(value.description, isFinite: value.isFinite) }
    }

    /// Writes numbers of up to six decimals, as most are. An integer below 10¹⁵ divided by a power
    /// of ten gives the double nearest to that decimal, and there is no other decimal of fifteen
    /// digits nearest to it: so that is the shortest one.
    private mutating func shortDecimal(_ value: Double) -> Bool {
        let magnitude = value.magnitude
        guard magnitude >= 0.001, magnitude < 100_000_000 else { return false }
        var scaled = Int64(magnitude * 1_000_000 + 0.5)
        guard Double(scaled) / 1_000_000 == magnitude else { return false }
        var decimals = 6
        while decimals > 1, scaled % 10 == 0 {
            scaled /= 10
            decimals -= 1
        }
        let power = Self.powers[decimals]
        integer(negative: value < 0, magnitude: UInt64(scaled / power))
        reserve(8)
        put(0x2E)
        var rest = scaled % power
        for offset in stride(from: decimals - 1, through: 0, by: -1) {
            base[count + offset] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
            rest /= 10
        }
        count += decimals
        return true
    }

    private static let powers: [Int64] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000]

    mutating func floating(_ description: String, isFinite: Bool) {
        if !isFinite, notFiniteAt == nil { notFiniteAt = count }
        description.withBytes { append($0) }
    }
}

/// Appends a string with the escapes that a JSON literal needs, without quotes.
func appendEscaped(_ string: String, to bytes: inout [UInt8]) {
    var writer = JSONWriter(capacity: 64)
    writer.value(string)
    bytes += writer.bytes.dropFirst().dropLast()
}
