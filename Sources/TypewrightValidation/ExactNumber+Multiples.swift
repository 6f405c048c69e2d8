import TypewrightSpec

extension ExactNumber {
    /// Whether the number is a whole multiple of the divisor, exactly.
    ///
    /// With `a = A·10^i` and `b = B·10^j` that is so if B divides A·10^(i-j). Where i < j it never is,
    /// because A does not end in 0.
    package func isMultiple(of divisor: ExactNumber) -> Bool {
        if divisor.isZero { return false }
        if isZero { return true }
        var zeros = exponent - divisor.exponent
        if zeros < 0 { return false }
        // More powers of ten than the divisor can have factors 2 and 5 change nothing.
        zeros = min(zeros, divisor.digits.count * 4 + 1)
        return divisor.digits.count <= 18
            ? remainderOfShortDivision(by: divisor.digits, zeros: zeros) == 0
            : hasNoRemainderOfLongDivision(by: divisor.digits, zeros: zeros)
    }

    private func remainderOfShortDivision(by digits: [UInt8], zeros: Int) -> UInt64 {
        var divisor: UInt64 = 0
        for digit in digits { divisor = divisor * 10 + UInt64(digit) }
        var remainder: UInt64 = 0
        for digit in self.digits { remainder = (remainder * 10 + UInt64(digit)) % divisor }
        for _ in 0..<zeros { remainder = remainder * 10 % divisor }
        return remainder
    }

    /// As on paper; the remainder always has one digit more than the divisor, the most significant first.
    private func hasNoRemainderOfLongDivision(by divisor: [UInt8], zeros: Int) -> Bool {
        var remainder = [UInt8](repeating: 0, count: divisor.count + 1)
        for position in 0..<(digits.count + zeros) {
            remainder.removeFirst()
            remainder.append(position < digits.count ? digits[position] : 0)
            while !ExactNumber.isLess(remainder, divisor) { ExactNumber.subtract(divisor, from: &remainder) }
        }
        return remainder.allSatisfy { $0 == 0 }
    }

    private static func isLess(_ remainder: [UInt8], _ divisor: [UInt8]) -> Bool {
        if remainder[0] != 0 { return false }
        for index in divisor.indices where remainder[index + 1] != divisor[index] {
            return remainder[index + 1] < divisor[index]
        }
        return false
    }

    private static func subtract(_ divisor: [UInt8], from remainder: inout [UInt8]) {
        var borrow = 0
        for index in divisor.indices.reversed() {
            var difference = Int(remainder[index + 1]) - Int(divisor[index]) - borrow
            borrow = difference < 0 ? 1 : 0
            if difference < 0 { difference += 10 }
            remainder[index + 1] = UInt8(difference)
        }
        remainder[0] = UInt8(Int(remainder[0]) - borrow)
    }
}

extension ExactNumber {
    /// The product with a small factor.
    package func times(_ factor: Int) -> ExactNumber {
        var carry: UInt = 0
        var product: [UInt8] = []
        // 64-bit factors and digits leave room enough: carries stay below ten times the factor.
        let magnitude = min(factor.magnitude, 1 << 59)
        for digit in digits.reversed() {
            let value = UInt(digit) * magnitude + carry
            product.append(UInt8(value % 10))
            carry = value / 10
        }
        while carry > 0 {
            product.append(UInt8(carry % 10))
            carry /= 10
        }
        return ExactNumber(isNegative: isNegative != (factor < 0), digits: product.reversed(), exponent: exponent)
    }
}
