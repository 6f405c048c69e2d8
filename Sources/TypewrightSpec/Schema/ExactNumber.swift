/// A JSON number as it is: digits and a power of ten, so that comparing never rounds.
package struct ExactNumber: Hashable, Sendable {
    /// Digit values (0 to 9), the most significant first; neither the first nor the last is 0. Empty is 0.
    package let digits: [UInt8]
    /// The power of ten that the last digit counts; held within ±2^40 so that sums of it stay sound.
    package let exponent: Int
    package let isNegative: Bool

    package var isZero: Bool { digits.isEmpty }

    /// Reads a JSON number; a leading `+`, as YAML has it, is allowed.
    package init?(_ text: String) {
        var scan = Scan()
        for byte in text.utf8 {
            guard scan.take(byte) else { return nil }
        }
        guard let value = scan.finish() else { return nil }
        self = value
    }

    package init(_ value: Int) {
        var rest = value.magnitude
        var reversed: [UInt8] = []
        while rest > 0 {
            reversed.append(UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        }
        self.init(isNegative: value < 0, digits: reversed.reversed(), exponent: 0)
    }

    /// Takes off the zeros at both ends.
    package init(isNegative: Bool, digits all: [UInt8], exponent: Int) {
        var start = 0
        var end = all.count
        while start < end && all[start] == 0 { start += 1 }
        while end > start && all[end - 1] == 0 { end -= 1 }
        digits = Array(all[start..<end])
        let limit = 1 << 40
        let moved = exponent + (all.count - end)
        self.exponent = digits.isEmpty ? 0 : min(max(moved, -limit), limit)
        self.isNegative = isNegative && !digits.isEmpty
    }

    package var isInteger: Bool { exponent >= 0 }

    /// The power of ten above the first digit: 0.1 has 0, 1 has 1, 10 has 2.
    private var magnitude: Int { exponent + digits.count }

    package var fitsInt64: Bool {
        guard isInteger else { return true }
        if magnitude < 19 { return true }
        if magnitude > 19 { return false }
        return self >= ExactNumber(Int(Int64.min)) && self <= ExactNumber(Int(Int64.max))
    }

    /// -1, 0 or 1: this against the other, without regard to signs.
    private func compareMagnitude(_ other: ExactNumber) -> Int {
        if isZero || other.isZero { return (isZero ? 0 : 1) - (other.isZero ? 0 : 1) }
        if magnitude != other.magnitude { return magnitude < other.magnitude ? -1 : 1 }
        let shared = min(digits.count, other.digits.count)
        var index = 0
        while index < shared {
            if digits[index] != other.digits[index] { return digits[index] < other.digits[index] ? -1 : 1 }
            index += 1
        }
        if digits.count == other.digits.count { return 0 }
        return digits.count < other.digits.count ? -1 : 1
    }

    /// The number as it would be written without an exponent, if that is short enough; else with one.
    package var text: String {
        if isZero { return "0" }
        let sign = isNegative ? "-" : ""
        let all = String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
        if exponent >= 0 && magnitude <= 30 { return sign + all + String(repeating: "0", count: exponent) }
        if exponent < 0 && exponent > -30 {
            if magnitude > 0 { return sign + all.prefix(magnitude) + "." + all.dropFirst(magnitude) }
            return sign + "0." + String(repeating: "0", count: -magnitude) + all
        }
        return sign + all + "e\(exponent)"
    }
}

extension ExactNumber: Comparable {
    package static func < (a: ExactNumber, b: ExactNumber) -> Bool {
        if a.isNegative != b.isNegative { return a.isNegative }
        let order = a.compareMagnitude(b)
        return a.isNegative ? order > 0 : order < 0
    }
}

extension ExactNumber {
    /// Reads digit for digit.
    private struct Scan {
        private enum State { case start, sign, integer, point, fraction, mark, exponentSign, exponent }

        private var state = State.start
        private var isNegative = false
        private var digits: [UInt8] = []
        private var fractionDigits = 0
        private var exponentIsNegative = false
        private var exponent = 0

        mutating func take(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): takeDigit(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "-"), UInt8(ascii: "+"): return takeSign(byte == UInt8(ascii: "-"))
            case UInt8(ascii: "."):
                guard state == .integer || state == .start || state == .sign else { return false }
                state = .point
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                guard state == .integer || state == .fraction || state == .point else { return false }
                state = .mark
            default: return false
            }
            return true
        }

        private mutating func takeSign(_ negative: Bool) -> Bool {
            switch state {
            case .start:
                isNegative = negative
                state = .sign
            case .mark:
                exponentIsNegative = negative
                state = .exponentSign
            default: return false
            }
            return true
        }

        private mutating func takeDigit(_ digit: UInt8) {
            switch state {
            case .start, .sign, .integer:
                digits.append(digit)
                state = .integer
            case .point, .fraction:
                digits.append(digit)
                fractionDigits += 1
                state = .fraction
            case .mark, .exponentSign, .exponent:
                // Far beyond what anybody compares; the digits before it still decide order soundly.
                if exponent < 1 << 40 { exponent = exponent * 10 + Int(digit) }
                state = .exponent
            }
        }

        func finish() -> ExactNumber? {
            guard !digits.isEmpty, state == .integer || state == .fraction || state == .exponent || state == .point else { return nil }
            let scale = exponentIsNegative ? -exponent : exponent
            return ExactNumber(isNegative: isNegative, digits: digits, exponent: scale - fractionDigits)
        }
    }
}
