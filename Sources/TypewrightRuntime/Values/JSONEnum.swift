/// An enum of values of any kind that keeps the values it does not know: integers,
/// numbers, booleans, or `JSONValue` where kinds are mixed.
///
/// Generated: the cases, `unrecognized(RawValue)`, the list of the known cases and their
/// values in one `switch`.
public protocol JSONEnum: JSONCodable, RawRepresentable where RawValue: JSONCodable {
    /// The cases of the document, without `unrecognized`.
    static var allKnownCases: [Self] { get }
    static func unrecognized(_ rawValue: RawValue) -> Self
}

extension JSONEnum {
    public init(_ blank: JSONBlank) {
        self = .unrecognized(RawValue(blank))
    }

    public init(rawValue: RawValue) {
        self = Self.allKnownCases.first { $0.rawValue == rawValue } ?? .unrecognized(rawValue)
    }

    public mutating func read(from reader: inout JSONReader) {
        self = Self(rawValue: reader.value())
    }

    public func write(to writer: inout JSONWriter) {
        rawValue.write(to: &writer)
    }

    public static func == (a: Self, b: Self) -> Bool {
        a.rawValue == b.rawValue
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(rawValue)
    }
}
