/// Bounds of a number, exact to the last digit.
public final class NumberBounds: Sendable {
    struct Bound: Sendable {
        let text: String
        let value: ExactDecimal
    }

    let minimum: Bound?
    let maximum: Bound?
    let exclusiveMinimum: Bound?
    let exclusiveMaximum: Bound?
    let multipleOf: Bound?
    let format: JSONFormat?
    /// The same, where all are short.
    let short: ShortBounds?

    /// Bounds are JSON numbers; empty ones are none.
    public init(
        minimum: String = "", maximum: String = "", above: String = "", below: String = "", multipleOf: String = "",
        format: JSONFormat? = nil
    ) {
        self.minimum = Self.bound(minimum)
        self.maximum = Self.bound(maximum)
        exclusiveMinimum = Self.bound(above)
        exclusiveMaximum = Self.bound(below)
        self.multipleOf = Self.bound(multipleOf)
        self.format = format
        short = ShortBounds(self.minimum, self.maximum, exclusiveMinimum, exclusiveMaximum, self.multipleOf, format)
    }

    convenience init(minimum: Int, maximum: Int, above: Int = .min, below: Int = .max, multipleOf: Int = 0) {
        self.init(
            minimum: minimum == .min ? "" : String(minimum), maximum: maximum == .max ? "" : String(maximum),
            above: above == .min ? "" : String(above), below: below == .max ? "" : String(below),
            multipleOf: multipleOf == 0 ? "" : String(multipleOf))
    }

    convenience init(minimum: Double, maximum: Double, above: Double = -.infinity, below: Double = .infinity) {
        self.init(
            minimum: minimum == -.infinity ? "" : Self.text(minimum), maximum: maximum == .infinity ? "" : Self.text(maximum),
            above: above == -.infinity ? "" : Self.text(above), below: below == .infinity ? "" : Self.text(below))
    }

    private static func bound(_ text: String) -> Bound? {
        text.isEmpty ? nil : Bound(text: text, value: ExactDecimal(text.utf8))
    }

    /// The shortest decimal that stands for the value: the one that was written, if it had up to fifteen digits.
    static func text(_ value: Double) -> String {
        let text = value.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}

/// A decimal of up to fifteen digits: `mantissa` without its last `scale` digits is whole. As a `Double`
/// such numbers can be compared without error.
struct ShortDecimal {
    let mantissa: Int
    let scale: Int

    var double: Double { scale == 0 ? Double(mantissa) : Double(mantissa) / JSONReader.exactPowers[scale] }
}

/// Bounds that are short decimals, so that short numbers are compared with them as they are.
struct ShortBounds: Sendable {
    private var minimum = -Double.infinity
    private var maximum = Double.infinity
    private var above = -Double.infinity
    private var below = Double.infinity
    /// The divisor is `divisor / 10^scale`; 0 is none.
    private var divisor = 0
    private var scale = 0

    fileprivate init?(
        _ minimum: NumberBounds.Bound?, _ maximum: NumberBounds.Bound?, _ above: NumberBounds.Bound?, _ below: NumberBounds.Bound?,
        _ divisor: NumberBounds.Bound?, _ format: JSONFormat?
    ) {
        func take(_ bound: NumberBounds.Bound?, _ place: inout Double) -> Bool {
            guard let bound else { return true }
            guard let short = bound.value.short else { return false }
            place = short.double
            return true
        }
        guard take(minimum, &self.minimum), take(maximum, &self.maximum), take(above, &self.above), take(below, &self.below) else { return nil }
        if let divisor {
            guard let short = divisor.value.short, short.mantissa > 0 else { return nil }
            (self.divisor, scale) = (short.mantissa, short.scale)
        }
        switch format {
        case nil, .int64, .float, .double: break
        case .int32: (self.minimum, self.maximum) = (max(self.minimum, Double(Int32.min)), min(self.maximum, Double(Int32.max)))
        default: return nil
        }
        isWhole = format == .int32 || format == .int64
    }

    /// Whether a format allows whole numbers only.
    private var isWhole = false

    /// Whether a number is known to be within the bounds.
    func hold(_ number: ShortDecimal) -> Bool {
        let value = number.double
        guard value >= minimum, value <= maximum, value > above, value < below, !isWhole || number.scale == 0 else { return false }
        return divisor == 0 || isMultiple(number)
    }

    /// Both are brought to the same power of ten.
    private func isMultiple(_ number: ShortDecimal) -> Bool {
        var (mantissa, divisor, scale) = (number.mantissa, divisor, scale - number.scale)
        var overflow = false
        while scale > 0, !overflow { (mantissa, overflow, scale) = Self.timesTen(mantissa, scale - 1) }
        while scale < 0, !overflow { (divisor, overflow, scale) = Self.timesTen(divisor, scale + 1) }
        return !overflow && mantissa % divisor == 0
    }

    private static func timesTen(_ value: Int, _ scale: Int) -> (Int, Bool, Int) {
        let product = value.multipliedReportingOverflow(by: 10)
        return (product.partialValue, product.overflow, scale)
    }
}

extension ExactDecimal {
    fileprivate var short: ShortDecimal? {
        guard digits.count + max(exponent, 0) <= 15, exponent >= -15 else { return nil }
        var mantissa = digits.reduce(0) { $0 * 10 + Int($1) }
        for _ in 0..<max(exponent, 0) { mantissa *= 10 }
        return ShortDecimal(mantissa: isNegative ? -mantissa : mantissa, scale: max(-exponent, 0))
    }

    /// The power of ten of the first digit.
    private var magnitude: Int { digits.count + exponent }

    func isBelow(_ other: ExactDecimal) -> Bool {
        if digits.isEmpty { return !other.digits.isEmpty && !other.isNegative }
        if other.digits.isEmpty { return isNegative }
        if isNegative != other.isNegative { return isNegative }
        return isNegative ? other.hasSmallerSize(than: self) : hasSmallerSize(than: other)
    }

    private func hasSmallerSize(than other: ExactDecimal) -> Bool {
        if magnitude != other.magnitude { return magnitude < other.magnitude }
        return digits.lexicographicallyPrecedes(other.digits)
    }

    /// `self = k × divisor` with an integer `k`. The divisor is above zero.
    func isMultiple(of divisor: ExactDecimal) -> Bool {
        if digits.isEmpty { return true }
        if divisor.digits.isEmpty { return false }
        let shift = exponent - divisor.exponent
        // The digits would have to be divisible by ten, but zeros at the end are in the exponent.
        if shift < 0 { return false }
        // Of ten's factors no more can matter than the divisor has twos and fives: less than four per digit.
        let zeros = min(shift, divisor.digits.count * 4)
        return divisor.digits.count <= 17
            ? isMultiple(ofSmall: divisor.digits, zeros: zeros)
            : isMultiple(ofLarge: divisor.digits, zeros: zeros)
    }

    private func isMultiple(ofSmall divisor: [UInt8], zeros: Int) -> Bool {
        var modulus: UInt64 = 0
        for digit in divisor { modulus = modulus * 10 + UInt64(digit) }
        var remainder: UInt64 = 0
        for digit in digits { remainder = (remainder * 10 + UInt64(digit)) % modulus }
        for _ in 0..<zeros { remainder = remainder * 10 % modulus }
        return remainder == 0
    }

    /// Long division, digit by digit.
    private func isMultiple(ofLarge divisor: [UInt8], zeros: Int) -> Bool {
        var remainder = DecimalDigits()
        for digit in digits { remainder.append(digit, modulo: divisor) }
        for _ in 0..<zeros { remainder.append(0, modulo: divisor) }
        return remainder.digits.isEmpty
    }
}

/// A whole number in decimal digits, without leading zeros.
private struct DecimalDigits {
    var digits: [UInt8] = []

    mutating func append(_ digit: UInt8, modulo divisor: [UInt8]) {
        if digit != 0 || !digits.isEmpty { digits.append(digit) }
        while isAtLeast(divisor) { subtract(divisor) }
    }

    private func isAtLeast(_ other: [UInt8]) -> Bool {
        if digits.count != other.count { return digits.count > other.count }
        return !digits.lexicographicallyPrecedes(other)
    }

    private mutating func subtract(_ other: [UInt8]) {
        var borrow: UInt8 = 0
        for offset in 1...digits.count {
            let index = digits.count - offset
            let taken = (offset <= other.count ? other[other.count - offset] : 0) + borrow
            borrow = digits[index] < taken ? 1 : 0
            digits[index] = digits[index] + borrow * 10 - taken
        }
        let zeros = digits.prefix { $0 == 0 }.count
        digits.removeFirst(zeros)
    }
}
