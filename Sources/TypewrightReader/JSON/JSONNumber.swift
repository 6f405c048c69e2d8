/// The grammar of RFC 8259, section 6: `[ minus ] int [ frac ] [ exp ]`.
enum JSONNumber {
    struct Scan {
        /// The end of what is a number so far.
        var end: Int
        var fault: Fault?
    }

    enum Fault {
        case noDigit
        case leadingZero
        case noFraction
        case noExponent
    }

    static func scan(_ text: UnsafePointer<UInt8>, from start: Int, to count: Int) -> Scan {
        var index = start
        if index < count, text[index] == UInt8(ascii: "-") { index = index &+ 1 }
        let firstDigit = index
        index = digits(text, index, count)
        if index == firstDigit { return Scan(end: index, fault: .noDigit) }
        if index &- firstDigit > 1, text[firstDigit] == UInt8(ascii: "0") { return Scan(end: index, fault: .leadingZero) }
        if index < count, text[index] == UInt8(ascii: ".") {
            let fraction = index &+ 1
            index = digits(text, fraction, count)
            if index == fraction { return Scan(end: index, fault: .noFraction) }
        }
        if index < count, text[index] | 0x20 == UInt8(ascii: "e") {
            index = index &+ 1
            if index < count, text[index] == UInt8(ascii: "+") || text[index] == UInt8(ascii: "-") { index = index &+ 1 }
            let exponent = index
            index = digits(text, exponent, count)
            if index == exponent { return Scan(end: index, fault: .noExponent) }
        }
        return Scan(end: index, fault: nil)
    }

    private static func digits(_ text: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> Int {
        var index = start
        while index < count, text[index] &- UInt8(ascii: "0") < 10 { index = index &+ 1 }
        return index
    }
}
