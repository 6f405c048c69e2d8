/// A number as it is spelled, in JSON's grammar.
package struct NumberText: Sendable, Hashable {
    package let text: String

    /// For a text known to be a JSON number.
    init(lexeme: String) { text = lexeme }

    /// `nil` when the text is no JSON number.
    package init?(_ text: String) {
        var copy = text
        let isNumber = copy.withUTF8 { bytes in
            guard let start = bytes.baseAddress else { return false }
            let scan = JSONNumber.scan(start, from: 0, to: bytes.count)
            return scan.fault == nil && scan.end == bytes.count
        }
        guard isNumber else { return nil }
        self.text = text
    }

    /// Whether it is mathematically an integer: `1.0` and `1e2` are, as JSON Schema has it.
    package var isInteger: Bool { parts.isInteger }

    /// Its value, where it is an integer that fits.
    package var int: Int? { parts.int }

    /// The nearest double; infinite where it is beyond all of them.
    package var double: Double { Double(text) ?? .nan }

    private var parts: Parts { Parts(text) }
}

/// Sign, digits without point, and the power of ten they are multiplied by.
private struct Parts {
    var isNegative = false
    var digits: [UInt8] = []
    var exponent = 0

    init(_ text: String) {
        var written = 0
        var isExponentNegative = false
        var inFraction = false
        var inExponent = false
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "-"): if inExponent { isExponentNegative = true } else { isNegative = true }
            case UInt8(ascii: "."): inFraction = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"): inExponent = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let digit = byte - UInt8(ascii: "0")
                if inExponent {
                    // Far beyond any text's number of digits; more would overflow.
                    written = min(written * 10 + Int(digit), 1_000_000_000_000)
                } else {
                    digits.append(digit)
                    if inFraction { exponent -= 1 }
                }
            default: break
            }
        }
        exponent += isExponentNegative ? -written : written
        while let last = digits.last, last == 0 {
            digits.removeLast()
            exponent += 1
        }
        if digits.isEmpty { exponent = 0 }
    }

    var isInteger: Bool { exponent >= 0 }

    var int: Int? {
        guard exponent >= 0 else { return nil }
        guard !digits.isEmpty else { return 0 }
        guard exponent <= 19 else { return nil }
        var value = 0
        for digit in digits + [UInt8](repeating: 0, count: exponent) {
            let (scaled, isScaledTooFar) = value.multipliedReportingOverflow(by: 10)
            let step = isNegative ? -Int(digit) : Int(digit)
            let (sum, isSumTooFar) = scaled.addingReportingOverflow(step)
            if isScaledTooFar || isSumTooFar { return nil }
            value = sum
        }
        return value
    }
}
