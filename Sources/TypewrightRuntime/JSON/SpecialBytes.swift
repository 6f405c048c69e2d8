/// Marks the bytes that string literals do not hold as themselves, in sixteen bytes at a time.
///
/// With its second bit flipped a quote comes right behind the control characters, and nothing else does: so one
/// comparison finds both. Every type is spelled out: operands whose type is inferred are compared one by one.
struct SpecialBytes {
    /// Ones for each marked byte, zeros for the others.
    private let marks: SIMD16<Int8>

    @inline(__always)
    private init(_ marks: SIMDMask<SIMD16<Int8>>) {
        self.marks = unsafeBitCast(marks, to: SIMD16<Int8>.self)
    }

    /// Quotes, backslashes, control characters and what is not ASCII: with a sign, that is below zero.
    @inline(__always)
    init(reading piece: SIMD16<UInt8>) {
        let flipped = unsafeBitCast(piece ^ SIMD16<UInt8>(repeating: 2), to: SIMD16<Int8>.self)
        let others: SIMDMask<SIMD16<Int8>> = flipped .< SIMD16<Int8>(repeating: 0x21)
        let backslashes: SIMDMask<SIMD16<Int8>> = piece .== SIMD16<UInt8>(repeating: 0x5C)
        self.init(others .| backslashes)
    }

    /// Quotes, backslashes and control characters.
    @inline(__always)
    init(writing piece: SIMD16<UInt8>) {
        let flipped = piece ^ SIMD16<UInt8>(repeating: 2)
        let others: SIMDMask<SIMD16<Int8>> = flipped .<= SIMD16<UInt8>(repeating: 0x20)
        let backslashes: SIMDMask<SIMD16<Int8>> = piece .== SIMD16<UInt8>(repeating: 0x5C)
        self.init(others .| backslashes)
    }

    /// The same where either of two pieces has them: of each two bytes the lower one tells whether any comes before a
    /// space, or is a quote.
    @inline(__always)
    init(writing a: SIMD16<UInt8>, or b: SIMD16<UInt8>) {
        let flippedA = a ^ SIMD16<UInt8>(repeating: 2)
        let flippedB = b ^ SIMD16<UInt8>(repeating: 2)
        let isLower: SIMDMask<SIMD16<Int8>> = flippedA .< flippedB
        let lower = flippedB.replacing(with: flippedA, where: isLower)
        let others: SIMDMask<SIMD16<Int8>> = lower .<= SIMD16<UInt8>(repeating: 0x20)
        let backslashesA: SIMDMask<SIMD16<Int8>> = a .== SIMD16<UInt8>(repeating: 0x5C)
        let backslashesB: SIMDMask<SIMD16<Int8>> = b .== SIMD16<UInt8>(repeating: 0x5C)
        self.init(others .| backslashesA .| backslashesB)
    }

    /// The same in two words, which are flipped before they are bytes: afterwards the compiler puts one of the bytes
    /// in its place once more, with five instructions.
    @inline(__always)
    init(writing low: UInt64, _ high: UInt64) {
        let halves = SIMD2<UInt64>(low, high)
        let piece = unsafeBitCast(halves, to: SIMD16<UInt8>.self)
        let flipped = unsafeBitCast(halves ^ SIMD2<UInt64>(repeating: 0x0202_0202_0202_0202), to: SIMD16<UInt8>.self)
        let others: SIMDMask<SIMD16<Int8>> = flipped .<= SIMD16<UInt8>(repeating: 0x20)
        let backslashes: SIMDMask<SIMD16<Int8>> = piece .== SIMD16<UInt8>(repeating: 0x5C)
        self.init(others .| backslashes)
    }

    /// Backslashes.
    @inline(__always)
    init(unescaping piece: SIMD16<UInt8>) {
        let backslashes: SIMDMask<SIMD16<Int8>> = piece .== SIMD16<UInt8>(repeating: 0x5C)
        self.init(backslashes)
    }

    @inline(__always)
    var isEmpty: Bool { !Self.areAny(marks) }

    /// Halves are put together until the sign of one byte tells. The compiler knows what that means, and takes one
    /// instruction for all signs, unless other bits than those of comparisons are among the marks: then it takes twelve.
    /// (`min() < 0` would mean the same, but is not always put in place.)
    @inline(__always)
    private static func areAny(_ marks: SIMD16<Int8>) -> Bool {
        let eight = marks.lowHalf | marks.highHalf
        let four = eight.lowHalf | eight.highHalf
        let two = four.lowHalf | four.highHalf
        return two[0] | two[1] < 0
    }

    /// The place of the first mark, 16 if there is none: four bits of each byte make a word, without a branch that
    /// nothing can foresee.
    @inline(__always)
    var first: Int {
        #if _endian(little)
        let pairs = unsafeBitCast(marks, to: SIMD8<UInt16>.self) &>> SIMD8<UInt16>(repeating: 4)
        var bits = SIMD8<UInt8>()
        for index in 0..<8 { bits[index] = UInt8(truncatingIfNeeded: pairs[index]) }
        return unsafeBitCast(bits, to: UInt64.self).trailingZeroBitCount &>> 2
        #else
        return marks.indices.first { marks[$0] < 0 } ?? 16
        #endif
    }
}
