/// An enum of values that are no strings, which keeps the values it does not know: integers,
/// numbers, booleans, or `JSONValue` where kinds are mixed.
///
/// Generated: the cases, `unrecognized(RawValue)`, the list of the known cases and their
/// values in one `switch`.
///
/// Not `RawRepresentable`: its defaults for `Codable` and `==` compete with those of
/// `JSONCodable`, and where two are equally good the compiler synthesizes a third, at length.
public protocol JSONEnum: JSONCodable {
    associatedtype RawValue: JSONCodable, Hashable, Encodable
    /// The cases of the document, without `unrecognized`.
    static var allKnownCases: [Self] { get }
    static func unrecognized(_ rawValue: RawValue) -> Self
    /// The value in JSON.
    var rawValue: RawValue { get }
    /// The known case of a value, else `unrecognized`.
    init(rawValue: RawValue)
}

extension JSONEnum {
    public init(_ blank: JSONBlank) {
        self = .unrecognized(RawValue(blank))
    }

    public init(rawValue: RawValue) {
        self = Self.allKnownCases.first { $0.rawValue == rawValue } ?? .unrecognized(rawValue)
    }

    public mutating func read(from reader: inout JSONReader) {
        let value: RawValue = reader.value()
        if let known = Self.allKnownCases.first(where: { $0.rawValue == value }) {
            self = known
        } else {
            reader.strangers += 1
            self = .unrecognized(value)
        }
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

extension JSONEnum {
    public func encode(to encoder: any Encoder) throws {
        try rawValue.encode(to: encoder)
    }
}
