/// A number literal as digits and a power of ten, without any rounding.
///
/// The value is `±d₁d₂d₃… × 10^exponent`, the digits without leading and trailing zeros;
/// zero has no digits. Equal numbers have equal digits and exponents.
struct ExactDecimal: Hashable {
    var isNegative = false
    var digits: [UInt8] = []
    /// Literals may have exponents of any length. Beyond this range, which no computer
    /// could write out, exponents are taken as equal.
    var exponent = 0

    static let exponentLimit = 1 << 60

    /// A literal that obeys the grammar of JSON.
    init(_ text: some Sequence<UInt8>) {
        var fractionDigits = 0
        var inFraction = false
        var inExponent = false
        var negativeExponent = false
        var written = 0
        for byte in text {
            switch byte {
            case 0x2D: if inExponent { negativeExponent = true } else { isNegative = true }
            case 0x2E: inFraction = true
            case 0x65, 0x45: inExponent = true
            case 0x30...0x39:
                let digit = byte - 0x30
                if inExponent {
                    written = min(written * 10 + Int(digit), Self.exponentLimit / 16)
                } else {
                    if inFraction { fractionDigits += 1 }
                    if digit != 0 || !digits.isEmpty { digits.append(digit) }
                }
            default: break
            }
        }
        var trailing = 0
        while digits.last == 0 {
            digits.removeLast()
            trailing += 1
        }
        if digits.isEmpty {
            isNegative = false
        } else {
            exponent = (negativeExponent ? -written : written) - fractionDigits + trailing
        }
    }

    var isInteger: Bool { digits.isEmpty || exponent >= 0 }

    enum IntegerResult<Integer> {
        case value(Integer)
        case fraction
        case outOfRange
    }

    func integer<Integer: FixedWidthInteger>(as type: Integer.Type) -> IntegerResult<Integer> {
        guard isInteger else { return .fraction }
        if digits.isEmpty { return .value(0) }
        // No fixed-width integer of the standard library has more than 39 digits.
        guard digits.count + exponent <= 40 else { return .outOfRange }
        var value: Integer = 0
        for index in 0..<(digits.count + exponent) {
            let digit = index < digits.count ? Integer(digits[index]) : 0
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = isNegative
                ? product.subtractingReportingOverflow(digit)
                : product.addingReportingOverflow(digit)
            if overflow || carry { return .outOfRange }
            value = sum
        }
        return .value(value)
    }
}
