/// A number literal that obeys the grammar of JSON.
struct JSONNumberText {
    let start: UnsafePointer<UInt8>
    let count: Int
    /// Whether there is neither a fraction nor an exponent.
    let isPlainInteger: Bool

    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }
    var string: String { JSONReader.string(bytes, isASCII: true) }
}

extension JSONReader {
    @inline(__always)
    static func digit(_ byte: UInt8) -> UInt8? {
        let value = byte &- 0x30
        return value < 10 ? value : nil
    }

    /// Reads a number literal, or notes a fault.
    mutating func scanNumber() -> JSONNumberText? {
        let first = at
        var cursor = at
        if cursor.pointee == 0x2D { cursor += 1 }
        guard let leading = Self.digit(cursor.pointee) else {
            fail(cursor == first ? .expected(.number) : .badNumber, at: first)
            return nil
        }
        cursor += 1
        if leading == 0 {
            if Self.digit(cursor.pointee) != nil {
                fail(.badNumber, at: first)
                return nil
            }
        } else {
            Self.skipDigits(&cursor)
        }
        var isPlainInteger = true
        if cursor.pointee == 0x2E {
            isPlainInteger = false
            cursor += 1
            guard Self.skipDigits(&cursor) else {
                fail(.badNumber, at: first)
                return nil
            }
        }
        if cursor.pointee | 0x20 == 0x65 {
            isPlainInteger = false
            cursor += 1
            if cursor.pointee == 0x2B || cursor.pointee == 0x2D { cursor += 1 }
            guard Self.skipDigits(&cursor) else {
                fail(.badNumber, at: first)
                return nil
            }
        }
        at = cursor
        return JSONNumberText(start: first, count: cursor - first, isPlainInteger: isPlainInteger)
    }

    /// Whether there was at least one digit.
    @inline(__always) @discardableResult
    private static func skipDigits(_ cursor: inout UnsafePointer<UInt8>) -> Bool {
        let first = cursor
        while digit(cursor.pointee) != nil { cursor += 1 }
        return cursor != first
    }
}

extension JSONReader {
    @inline(__always)
    func string(_ text: JSONNumberText) -> String {
        ascii(text.start, text.count)
    }
}

// MARK: - Integers

extension JSONReader {
    public mutating func read(_ value: inout Int) {
        if let read = integer() { value = read } else { readForeign(&value) }
    }

    public mutating func read(_ value: inout Int?) {
        if nextIsAbsent() {
            value = nil
        } else {
            var read = 0
            self.read(&read)
            value = read
        }
    }

    /// Reads a mathematically integral number; nil after a fault.
    @inline(__always)
    mutating func integer() -> Int? {
        skipWhitespace()
        var cursor = at
        let negative = cursor.pointee == 0x2D
        if negative { cursor += 1 }
        let first = cursor
        var magnitude = 0
        while let digit = Self.digit(cursor.pointee) {
            magnitude = magnitude &* 10 &+ Int(digit)
            cursor += 1
        }
        let count = cursor - first
        // Eighteen digits cannot overflow. A dot or an exponent, a leading zero or more
        // digits are for the exact way.
        let next = cursor.pointee
        guard count > 0, count <= 18, count == 1 || first.pointee != 0x30, next != 0x2E, next | 0x20 != 0x65 else {
            return integerSlowly(as: Int.self)
        }
        at = cursor
        return negative ? -magnitude : magnitude
    }

    @inline(never)
    mutating func integerSlowly<Integer: FixedWidthInteger>(as type: Integer.Type) -> Integer? {
        if foreign != nil { return nil }
        let place = at
        guard at.pointee == 0x2D || Self.digit(at.pointee) != nil else {
            fail(.expected(.integer))
            return nil
        }
        guard let text = scanNumber() else { return nil }
        switch ExactDecimal(text.bytes).integer(as: type) {
        case .value(let value): return value
        case .fraction: fail(.expected(.integer), at: place)
        case .outOfRange: fail(.integerRange(bits: Integer.bitWidth, signed: Integer.isSigned), at: place)
        }
        return nil
    }

    /// Integers of other widths than `Int`: rarer, so all of them share one way.
    mutating func readInteger<Integer: FixedWidthInteger & Decodable>(_ value: inout Integer) {
        skipWhitespace()
        let place = at
        if Integer.bitWidth == 64, !Integer.isSigned {
            if let read = integerSlowly(as: Integer.self) { value = read } else { readForeign(&value) }
        } else if let read = integer() {
            if let fitting = Integer(exactly: read) {
                value = fitting
            } else {
                fail(.integerRange(bits: Integer.bitWidth, signed: Integer.isSigned), at: place)
            }
        } else {
            readForeign(&value)
        }
    }
}

// MARK: - Floating-point numbers

extension JSONReader {
    public mutating func read(_ value: inout Double) {
        if let read = double() { value = read } else { readForeign(&value) }
    }

    public mutating func read(_ value: inout Double?) {
        if nextIsAbsent() {
            value = nil
        } else {
            var read = 0.0
            self.read(&read)
            value = read
        }
    }

    /// The powers of ten that a `Double` holds exactly.
    static let exactPowers: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
        1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ]

    /// Reads a number, correctly rounded; nil after a fault.
    ///
    /// Up to fifteen digits and a small power of ten are both exact as `Double`, so one
    /// multiplication or division rounds correctly (Clinger 1990). The rest is left to
    /// the standard library, which is exact.
    mutating func double() -> Double? {
        skipWhitespace()
        let first = at
        var cursor = at
        let negative = cursor.pointee == 0x2D
        if negative { cursor += 1 }
        let firstDigit = cursor
        var mantissa: UInt64 = 0
        while let digit = Self.digit(cursor.pointee) {
            mantissa = mantissa &* 10 &+ UInt64(digit)
            cursor += 1
        }
        let whole = cursor - firstDigit
        guard whole > 0, whole == 1 || firstDigit.pointee != 0x30 else { return doubleSlowly(first) }
        var fraction = 0
        if cursor.pointee == 0x2E {
            cursor += 1
            let firstOfFraction = cursor
            while let digit = Self.digit(cursor.pointee) {
                mantissa = mantissa &* 10 &+ UInt64(digit)
                cursor += 1
            }
            fraction = cursor - firstOfFraction
            if fraction == 0 { return doubleSlowly(first) }
        }
        guard whole + fraction <= 15, cursor.pointee | 0x20 != 0x65 else { return doubleSlowly(first) }
        at = cursor
        var value = Double(mantissa)
        if fraction > 0 { value /= Self.exactPowers[fraction] }
        return negative ? -value : value
    }

    @inline(never)
    private mutating func doubleSlowly(_ first: UnsafePointer<UInt8>) -> Double? {
        if foreign != nil { return nil }
        guard let text = scanNumber() else { return nil }
        guard let value = Double(text.string), value.isFinite else {
            fail(.doubleRange, at: first)
            return nil
        }
        return value
    }

    /// `Float` is converted from the text, for rounding twice would be wrong.
    mutating func readFloat(_ value: inout Float) {
        skipWhitespace()
        if foreign != nil { return readForeign(&value) }
        let place = at
        guard let text = scanNumber() else { return }
        guard let read = Float(text.string), read.isFinite else { return fail(.doubleRange, at: place) }
        value = read
    }
}

// MARK: - Booleans

extension JSONReader {
    public mutating func read(_ value: inout Bool) {
        skipWhitespace()
        if let read = boolean() { value = read } else { readForeign(&value) }
    }

    public mutating func read(_ value: inout Bool?) {
        if nextIsAbsent() {
            value = nil
        } else {
            var read = false
            self.read(&read)
            value = read
        }
    }

    @inline(__always)
    mutating func boolean() -> Bool? {
        let word = Self.word(at)
        if UInt32(truncatingIfNeeded: word) == 0x6575_7274 {
            at += 4
            return true
        }
        if word & 0xFF_FFFF_FFFF == 0x65_736C_6166 {
            at += 5
            return false
        }
        if foreign == nil { fail(.expected(.boolean)) }
        return nil
    }
}
