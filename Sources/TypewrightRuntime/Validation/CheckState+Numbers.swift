extension CheckState {
    /// A number that is written without a fraction that counts: `1`, `1.0`, `1e2`.
    @usableFromInline mutating func integer() {
        integer(minimum: .min, maximum: .max)
    }

    @usableFromInline mutating func integer(minimum: Int) {
        integer(minimum: minimum, maximum: .max)
    }

    @usableFromInline mutating func integer(maximum: Int) {
        integer(minimum: .min, maximum: maximum)
    }

    /// `Int.min` and `Int.max` stand for no bound.
    @usableFromInline mutating func integer(minimum: Int, maximum: Int) {
        reader.skipWhitespace()
        let place = reader.at
        guard let value = plainInteger() else {
            return integerSlowly(NumberBounds(minimum: minimum, maximum: maximum))
        }
        if value < minimum { report("minimum", at: place, .minimum(String(minimum))) }
        if value > maximum { report("maximum", at: place, .maximum(String(maximum))) }
    }

    /// Exclusive bounds, and divisors.
    @usableFromInline mutating func integer(minimum: Int, maximum: Int, above: Int, below: Int, multipleOf: Int) {
        reader.skipWhitespace()
        let place = reader.at
        guard let value = plainInteger() else {
            return integerSlowly(NumberBounds(minimum: minimum, maximum: maximum, above: above, below: below, multipleOf: multipleOf))
        }
        if value < minimum { report("minimum", at: place, .minimum(String(minimum))) }
        if value <= above { report("exclusiveMinimum", at: place, .exclusiveMinimum(String(above))) }
        if value > maximum { report("maximum", at: place, .maximum(String(maximum))) }
        if value >= below { report("exclusiveMaximum", at: place, .exclusiveMaximum(String(below))) }
        if multipleOf > 0, value % multipleOf != 0 { report("multipleOf", at: place, .multipleOf(String(multipleOf))) }
    }

    @usableFromInline mutating func integer(_ bounds: NumberBounds) {
        reader.skipWhitespace()
        let place = reader.at
        if let short = bounds.short, let value = shortDecimal() {
            if value.scale == 0 && short.hold(value) { return }
            reader.at = place
        }
        integerSlowly(bounds)
    }

    /// Draft-04: `1.0` is a number, but no integer.
    @usableFromInline mutating func lexicalInteger(_ bounds: NumberBounds) {
        reader.skipWhitespace()
        guard kind == .number else { return mismatch(.integer) }
        let place = reader.at
        guard let text = reader.scanNumber() else { return }
        guard text.isPlainInteger else { return reportFraction(at: place) }
        check(ExactDecimal(text.bytes), bounds, at: place)
    }

    @usableFromInline mutating func number() {
        reader.skipWhitespace()
        let first = reader.at.pointee
        guard first == 0x2D || first &- 0x30 < 10 else { return mismatch(.number) }
        if let end = JSONReader.endOfNumber(reader.at) { reader.at = end } else { _ = reader.scanNumber() }
    }

    @usableFromInline mutating func number(minimum: Double) {
        number(minimum: minimum, maximum: .infinity)
    }

    @usableFromInline mutating func number(maximum: Double) {
        number(minimum: -.infinity, maximum: maximum)
    }

    /// Bounds have at most fifteen significant digits, so that the `Double` stands for exactly the
    /// decimal that is written. So does the `Double` of a value that is as short, and then comparing
    /// both is exact, for different decimals of that length are different as `Double`.
    @usableFromInline mutating func number(minimum: Double, maximum: Double) {
        reader.skipWhitespace()
        let place = reader.at
        guard let value = shortNumber() else {
            return numberSlowly(NumberBounds(minimum: minimum, maximum: maximum))
        }
        if value < minimum { report("minimum", at: place, .minimum(NumberBounds.text(minimum))) }
        if value > maximum { report("maximum", at: place, .maximum(NumberBounds.text(maximum))) }
    }

    /// Exclusive bounds.
    @usableFromInline mutating func number(minimum: Double, maximum: Double, above: Double, below: Double) {
        reader.skipWhitespace()
        let place = reader.at
        guard let value = shortNumber() else {
            return numberSlowly(NumberBounds(minimum: minimum, maximum: maximum, above: above, below: below))
        }
        if value < minimum { report("minimum", at: place, .minimum(NumberBounds.text(minimum))) }
        if value <= above { report("exclusiveMinimum", at: place, .exclusiveMinimum(NumberBounds.text(above))) }
        if value > maximum { report("maximum", at: place, .maximum(NumberBounds.text(maximum))) }
        if value >= below { report("exclusiveMaximum", at: place, .exclusiveMaximum(NumberBounds.text(below))) }
    }

    @usableFromInline mutating func number(_ bounds: NumberBounds) {
        reader.skipWhitespace()
        let place = reader.at
        if let short = bounds.short, let value = shortDecimal() {
            if short.hold(value) { return }
            reader.at = place
        }
        numberSlowly(bounds)
    }

    // MARK: Fast ways

    /// An integer of up to eighteen digits without fraction and exponent; otherwise nothing is taken.
    @inline(__always)
    private mutating func plainInteger() -> Int? {
        var cursor = reader.at
        let isNegative = cursor.pointee == 0x2D
        if isNegative { cursor += 1 }
        let first = cursor
        var magnitude = 0
        while let digit = JSONReader.digit(cursor.pointee) {
            magnitude = magnitude &* 10 &+ Int(digit)
            cursor += 1
            if cursor - first > 18 { return nil }
        }
        let count = cursor - first
        let next = cursor.pointee
        guard count > 0, count == 1 || first.pointee != 0x30, next != 0x2E, next | 0x20 != 0x65 else { return nil }
        reader.at = cursor
        return isNegative ? -magnitude : magnitude
    }

    @inline(__always)
    private mutating func shortNumber() -> Double? {
        shortDecimal()?.double
    }

    /// A number of up to fifteen digits without exponent; otherwise nothing is taken.
    @inline(__always)
    private mutating func shortDecimal() -> ShortDecimal? {
        var cursor = reader.at
        let isNegative = cursor.pointee == 0x2D
        if isNegative { cursor += 1 }
        let first = cursor
        var mantissa = 0
        while let digit = JSONReader.digit(cursor.pointee) {
            mantissa = mantissa &* 10 &+ Int(digit)
            cursor += 1
        }
        let whole = cursor - first
        guard whole > 0, whole <= 15, whole == 1 || first.pointee != 0x30 else { return nil }
        var fraction = 0
        if cursor.pointee == 0x2E {
            cursor += 1
            let start = cursor
            while let digit = JSONReader.digit(cursor.pointee) {
                mantissa = mantissa &* 10 &+ Int(digit)
                cursor += 1
            }
            fraction = cursor - start
            guard fraction > 0, whole + fraction <= 15 else { return nil }
        }
        guard cursor.pointee | 0x20 != 0x65 else { return nil }
        reader.at = cursor
        return ShortDecimal(mantissa: isNegative ? -mantissa : mantissa, scale: fraction)
    }

    // MARK: The exact way

    @inline(never)
    private mutating func integerSlowly(_ bounds: NumberBounds) {
        guard kind == .number else { return mismatch(.integer) }
        let place = reader.at
        guard let text = reader.scanNumber() else { return }
        let value = ExactDecimal(text.bytes)
        guard value.isInteger else { return reportFraction(at: place) }
        check(value, bounds, at: place)
    }

    @inline(never)
    private mutating func numberSlowly(_ bounds: NumberBounds) {
        guard kind == .number else { return mismatch(.number) }
        let place = reader.at
        guard let text = reader.scanNumber() else { return }
        check(ExactDecimal(text.bytes), bounds, at: place)
    }

    private mutating func reportFraction(at place: UnsafePointer<UInt8>) {
        let told = told(.integer, at: place)
        report("type", at: place, .type(told.names))
    }

    private mutating func check(_ value: ExactDecimal, _ bounds: NumberBounds, at place: UnsafePointer<UInt8>) {
        if let bound = bounds.minimum, value.isBelow(bound.value) { report("minimum", at: place, .minimum(bound.text)) }
        if let bound = bounds.exclusiveMinimum, !bound.value.isBelow(value) {
            report("exclusiveMinimum", at: place, .exclusiveMinimum(bound.text))
        }
        if let bound = bounds.maximum, bound.value.isBelow(value) { report("maximum", at: place, .maximum(bound.text)) }
        if let bound = bounds.exclusiveMaximum, !value.isBelow(bound.value) {
            report("exclusiveMaximum", at: place, .exclusiveMaximum(bound.text))
        }
        if let divisor = bounds.multipleOf, !value.isMultiple(of: divisor.value) {
            report("multipleOf", at: place, .multipleOf(divisor.text))
        }
        if let format = bounds.format, !format.accepts(value) { report("format", at: place, .format(format.rawValue)) }
    }
}

extension JSONReader {
    /// How many of the next eight bytes are digits before one is not.
    @inline(__always)
    private static func digits(at place: UnsafePointer<UInt8>) -> Int {
        // Digits become 0 to 9, of which none reaches the high bit when 0x76 is added. Only what comes after
        // the first other byte can be wrong.
        let values = word(place) ^ 0x3030_3030_3030_3030
        let others = ((values &+ 0x7676_7676_7676_7676) | values) & 0x8080_8080_8080_8080
        return others.trailingZeroBitCount &>> 3
    }

    @inline(__always)
    private static func afterDigits(_ place: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
        var cursor = place
        while true {
            let count = digits(at: cursor)
            cursor += count
            if count < 8 { return cursor }
        }
    }

    /// Where the number ends that begins at a place; nil for one with an exponent, and for what is no number.
    @inline(__always)
    static func endOfNumber(_ place: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
        let first = place.pointee == 0x2D ? place + 1 : place
        var cursor = afterDigits(first)
        guard cursor > first, first.pointee != 0x30 || cursor == first + 1 else { return nil }
        if cursor.pointee == 0x2E {
            let fraction = cursor + 1
            cursor = afterDigits(fraction)
            guard cursor > fraction else { return nil }
        }
        return cursor.pointee | 0x20 == 0x65 ? nil : cursor
    }

    @inline(never)
    static func afterWhitespace(_ place: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
        var cursor = place
        while cursor.pointee == 0x20 || cursor.pointee == 0x0A || cursor.pointee == 0x0D || cursor.pointee == 0x09 { cursor += 1 }
        return cursor
    }
}
