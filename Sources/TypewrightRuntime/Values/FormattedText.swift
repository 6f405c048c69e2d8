/// A string of a known format that keeps the text it came with: reading it as a date or a
/// UUID and writing it again would lose digits, offsets and case.
///
/// Any string can be read; whether it obeys the format, `isValid` tells. `TypewrightHTTP`
/// adds the types of Foundation (`date`, `uuid`, `url`, `data`).
public protocol FormattedText: JSONCodable, Hashable, Codable, ExpressibleByStringLiteral, CustomStringConvertible, Comparable {
    var text: String { get set }
    /// Takes any text, also one that does not obey the format.
    init(_ text: String)
    /// Whether a text obeys the format.
    static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool
}

extension FormattedText {
    /// Whether the text obeys the format.
    public var isValid: Bool {
        text.withBytes { Self.isValid($0) }
    }

    public init(stringLiteral value: String) { self.init(value) }
    public var description: String { text }

    public init(_ blank: JSONBlank) { self.init("") }
    public mutating func read(from reader: inout JSONReader) { reader.read(&text) }
    public func write(to writer: inout JSONWriter) { writer.value(text) }

    public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }

    public static func == (a: Self, b: Self) -> Bool { a.text == b.text }
    /// By the text, which for dates and times of the same offset is their order.
    public static func < (a: Self, b: Self) -> Bool { a.text < b.text }
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

/// A point in time, `2026-01-31T09:30:00.5+01:00` (format `date-time`, RFC 3339).
public struct DateTimeText: FormattedText {
    public var text: String
    public init(_ text: String) { self.text = text }

    public static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var scanner = DateScanner(text)
        return scanner.dateTime() != nil && scanner.isAtEnd
    }

    /// Seconds since 1970-01-01T00:00:00Z; nil where the text is no point in time. A leap
    /// second counts as the second after it.
    public var secondsSince1970: Double? {
        text.withBytes { utf8 in
            var scanner = DateScanner(utf8)
            guard let moment = scanner.dateTime(), scanner.isAtEnd else { return nil }
            return moment.secondsSince1970
        }
    }

    /// The point in time in UTC, with as many digits of the second as it needs, up to nine.
    public init(secondsSince1970 seconds: Double) {
        text = DateScanner.text(secondsSince1970: seconds)
    }
}

/// A day, `2026-01-31` (format `date`, RFC 3339).
public struct DateText: FormattedText {
    public var text: String
    public init(_ text: String) { self.text = text }

    public init(year: Int, month: Int, day: Int) {
        text = DateScanner.padded(year, 4) + "-" + DateScanner.padded(month, 2) + "-" + DateScanner.padded(day, 2)
    }

    public static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var scanner = DateScanner(text)
        return scanner.date() != nil && scanner.isAtEnd
    }

    /// Year, month and day; nil where the text is no day.
    public var components: (year: Int, month: Int, day: Int)? {
        text.withBytes { utf8 in
            var scanner = DateScanner(utf8)
            guard let date = scanner.date(), scanner.isAtEnd else { return nil }
            return (date.year, date.month, date.day)
        }
    }
}

/// A time of day with its offset, `09:30:00.5Z` (format `time`, RFC 3339).
public struct TimeText: FormattedText {
    public var text: String
    public init(_ text: String) { self.text = text }

    public static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var scanner = DateScanner(text)
        return scanner.time() != nil && scanner.isAtEnd
    }
}

/// A UUID, in the case it came with (format `uuid`, RFC 4122).
public struct UUIDText: FormattedText {
    public var text: String
    public init(_ text: String) { self.text = text }

    public static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count == 36 else { return false }
        for (index, byte) in text.enumerated() {
            switch index {
            case 8, 13, 18, 23: if byte != 0x2D { return false }
            default: if !isHexDigit(byte) { return false }
            }
        }
        return true
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
        default: false
        }
    }
}
