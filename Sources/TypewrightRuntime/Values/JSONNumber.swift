/// A number as it was spelled in JSON, of any size and precision.
///
/// Numbers are equal if they are mathematically: `1`, `1.0` and `10e-1` are one number,
/// while two integers beyond 2⁵³ are not rounded into agreement.
public struct JSONNumber: Sendable {
    /// The spelling, which obeys the grammar of JSON.
    public let text: String

    init(unchecked text: String) {
        self.text = text
    }

    /// A number from its spelling in JSON; nil where that is none.
    public init?(_ text: String) {
        guard let value = try? JSONValue(json: text), let number = value.number, number.text == text else { return nil }
        self = number
    }

    public init(_ value: Int) {
        text = String(value)
    }

    /// Nil for infinities and what is not a number, which JSON does not have.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        self.init(floatLiteral: value)
    }

    /// The number as an `Int`, if it is one mathematically and fits.
    public var int: Int? {
        if let int = Int(text) { return int }
        if case .value(let int) = ExactDecimal(text.utf8).integer(as: Int.self) { return int }
        return nil
    }

    /// The nearest `Double`; infinite where the number is too large.
    public var double: Double { Double(text) ?? 0 }

    /// Whether the number is mathematically an integer, of any size.
    public var isInteger: Bool { ExactDecimal(text.utf8).isInteger }
}

extension JSONNumber: Hashable {
    public static func == (a: JSONNumber, b: JSONNumber) -> Bool {
        a.text == b.text || ExactDecimal(a.text.utf8) == ExactDecimal(b.text.utf8)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(ExactDecimal(text.utf8))
    }
}

extension JSONNumber: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, CustomStringConvertible {
    public init(integerLiteral value: Int) { self.init(value) }

    public init(floatLiteral value: Double) {
        var writer = JSONWriter(capacity: 64)
        writer.value(value)
        text = String(decoding: writer.bytes, as: UTF8.self)
    }

    public var description: String { text }
}

extension JSONNumber: JSONCodable, Codable {
    public init(_ blank: JSONBlank) { self.init(0) }

    public mutating func read(from reader: inout JSONReader) {
        reader.readNumber(&self)
    }

    public func write(to writer: inout JSONWriter) {
        text.withBytes { writer.append($0) }
    }
}
