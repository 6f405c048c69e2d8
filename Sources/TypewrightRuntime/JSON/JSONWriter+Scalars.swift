extension JSONWriter {
    public mutating func value(_ value: Int) {
        integer(negative: value < 0, magnitude: UInt64(value.magnitude))
    }

    mutating func integer(negative: Bool, magnitude: UInt64) {
        reserve(32)
        if negative { put(0x2D) }
        if magnitude < 10 {
            put(0x30 | UInt8(truncatingIfNeeded: magnitude))
        } else if magnitude < 100_000_000 {
            let digits = Self.eightDigits(magnitude)
            putDigits(digits, from: digits.trailingZeroBitCount &>> 3)
        } else {
            putManyDigits(magnitude)
        }
    }

    @inline(never)
    private mutating func putManyDigits(_ number: UInt64) {
        integer(negative: false, magnitude: number / 100_000_000)
        putDigits(Self.eightDigits(number % 100_000_000), from: 0)
    }

    /// Room for eight bytes must have been reserved.
    @inline(__always)
    private mutating func putDigits(_ digits: UInt64, from first: Int) {
        let text = (digits | 0x3030_3030_3030_3030) &>> UInt64(truncatingIfNeeded: first &* 8)
        UnsafeMutableRawPointer(base + count).storeBytes(of: text.littleEndian, as: UInt64.self)
        count &+= 8 &- first
    }

    /// The decimal digits of a number below 10⁸, the first in the lowest byte: halves, then quarters and then eighths
    /// of them are divided side by side, by multiplications that are exact for numbers of that size.
    @inline(__always)
    private static func eightDigits(_ number: UInt64) -> UInt64 {
        let fours = number / 10_000 | (number % 10_000) &<< 32
        let hundreds = (fours &* 10_486) &>> 20 & 0x7F_0000_007F
        let twos = hundreds | (fours &- hundreds &* 100) &<< 16
        let tens = (twos &* 103) &>> 10 & 0x000F_000F_000F_000F
        return tens | (twos &- tens &* 10) &<< 8
    }

    public mutating func value(_ value: Bool) {
        reserve(8)
        putBoolean(value)
    }

    /// Room for eight bytes must have been reserved.
    @inline(__always)
    mutating func putBoolean(_ value: Bool) {
        let word: UInt64 = value ? 0x6575_7274 : 0x65_736C_6166
        UnsafeMutableRawPointer(base + count).storeBytes(of: word.littleEndian, as: UInt64.self)
        count &+= value ? 4 : 5
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
