/// How YAML's core schema (10.3.2) takes a scalar without quotes or tag.
enum CoreSchema {
    enum Meaning {
        case null
        case boolean(Bool)
        /// A number that is spelled as JSON spells it.
        case number
        /// A number that JSON spells otherwise.
        case otherNumber
        /// `.inf` or `.nan`, which JSON does not have.
        case noJSONNumber
        case string
    }

    static func meaning(_ text: UnsafePointer<UInt8>, _ count: Int) -> Meaning {
        guard count > 0 else { return .null }
        switch text[0] {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
            return numberMeaning(text, count)
        case UInt8(ascii: "~"): return count == 1 ? .null : .string
        case UInt8(ascii: "n"), UInt8(ascii: "N"): return isWord("null", text, count) ? .null : .string
        case UInt8(ascii: "t"), UInt8(ascii: "T"): return isWord("true", text, count) ? .boolean(true) : .string
        case UInt8(ascii: "f"), UInt8(ascii: "F"): return isWord("false", text, count) ? .boolean(false) : .string
        default: return .string
        }
    }

    /// The word in small letters, in capitals, or with a capital.
    private static func isWord(_ word: StaticString, _ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        guard count == word.utf8CodeUnitCount else { return false }
        var capitals = 0
        var index = 0
        while index < count {
            if text[index] | 0x20 != word.utf8Start[index] { return false }
            if text[index] < UInt8(ascii: "a") { capitals += 1 }
            index += 1
        }
        return capitals == 0 || capitals == count || (capitals == 1 && text[0] < UInt8(ascii: "a"))
    }

    /// `nan`, `NaN` or `NAN`.
    private static func isNaN(_ text: UnsafePointer<UInt8>) -> Bool {
        let isSmall = text[1] == UInt8(ascii: "a")
        return (text[0] == UInt8(ascii: "N") && text[2] == UInt8(ascii: "N") && (isSmall || text[1] == UInt8(ascii: "A")))
            || (text[0] == UInt8(ascii: "n") && text[2] == UInt8(ascii: "n") && isSmall)
    }

    private static func numberMeaning(_ text: UnsafePointer<UInt8>, _ count: Int) -> Meaning {
        let scan = JSONNumber.scan(text, from: 0, to: count)
        if scan.fault == nil, scan.end == count { return .number }
        if OtherNumber(text, count) != nil { return .otherNumber }
        let isSigned = text[0] == UInt8(ascii: "-") || text[0] == UInt8(ascii: "+")
        let rest = text + (isSigned ? 1 : 0)
        let length = count - (isSigned ? 1 : 0)
        guard length == 4, rest[0] == UInt8(ascii: ".") else { return .string }
        let isInfinite = isWord("inf", rest + 1, 3)
        return isInfinite || (!isSigned && isNaN(rest + 1)) ? .noJSONNumber : .string
    }
}

/// A number of the core schema that JSON spells otherwise: `0x1F`, `0o17`, `+1`, `.5`, `1.`, `007`.
struct OtherNumber {
    /// As JSON spells it.
    let text: String

    /// More digits than this in another base are taken as a text: nobody means a number.
    private static let mostDigits = 256

    init?(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
        if count > 2, bytes[0] == UInt8(ascii: "0"), bytes[1] == UInt8(ascii: "x") || bytes[1] == UInt8(ascii: "o") {
            let base: UInt32 = bytes[1] == UInt8(ascii: "x") ? 16 : 8
            guard count - 2 <= Self.mostDigits, let decimal = Self.decimal(bytes + 2, count - 2, base: base) else { return nil }
            text = decimal
        } else {
            guard let spelled = Self.respelled(bytes, count) else { return nil }
            text = spelled
        }
    }

    /// Digits of another base as decimal ones.
    private static func decimal(_ bytes: UnsafePointer<UInt8>, _ count: Int, base: UInt32) -> String? {
        // The least digit first.
        var digits: [UInt8] = [0]
        for index in 0..<count {
            guard let digit = HexDigit.value(bytes[index]), digit < base else { return nil }
            var carry = digit
            for place in digits.indices {
                carry += UInt32(digits[place]) * base
                digits[place] = UInt8(truncatingIfNeeded: carry % 10)
                carry /= 10
            }
            while carry > 0 {
                digits.append(UInt8(truncatingIfNeeded: carry % 10))
                carry /= 10
            }
        }
        return String(decoding: digits.reversed().map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
    }

    /// `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`
    private static func respelled(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> String? {
        var index = 0
        var spelled: [UInt8] = []
        func digits() -> Range<Int> {
            let start = index
            while index < count, bytes[index] &- UInt8(ascii: "0") < 10 { index += 1 }
            return start..<index
        }
        if bytes[0] == UInt8(ascii: "-") { spelled.append(bytes[0]) }
        if bytes[0] == UInt8(ascii: "-") || bytes[0] == UInt8(ascii: "+") { index = 1 }
        let whole = digits()
        var significant = whole.lowerBound
        while significant < whole.upperBound, bytes[significant] == UInt8(ascii: "0") { significant += 1 }
        if significant == whole.upperBound { spelled.append(UInt8(ascii: "0")) }
        for place in significant..<whole.upperBound { spelled.append(bytes[place]) }
        if index < count, bytes[index] == UInt8(ascii: ".") {
            index += 1
            let fraction = digits()
            if whole.isEmpty && fraction.isEmpty { return nil }
            if !fraction.isEmpty { spelled.append(UInt8(ascii: ".")) }
            for place in fraction { spelled.append(bytes[place]) }
        } else if whole.isEmpty {
            return nil
        }
        if index < count, bytes[index] | 0x20 == UInt8(ascii: "e") {
            spelled.append(UInt8(ascii: "e"))
            index += 1
            if index < count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
                if bytes[index] == UInt8(ascii: "-") { spelled.append(bytes[index]) }
                index += 1
            }
            let exponent = digits()
            if exponent.isEmpty { return nil }
            for place in exponent { spelled.append(bytes[place]) }
        }
        return index == count ? String(decoding: spelled, as: UTF8.self) : nil
    }
}
