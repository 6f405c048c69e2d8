/// A value or an explicit `null`, where `nil` already means that nothing is there:
/// `nickname: Nullable<String>?` is absent, `.null` or `.value("…")`.
@frozen
public enum Nullable<Value: JSONCodable>: JSONCodable, Hashable, Codable {
    case null
    case value(Value)

    public init(_ value: Value?) {
        if let value { self = .value(value) } else { self = .null }
    }

    /// The value, nil where there is a `null`.
    public var value: Value? {
        if case .value(let value) = self { value } else { nil }
    }

    public init(_ blank: JSONBlank) {
        self = .null
    }

    public mutating func read(from reader: inout JSONReader) {
        var optional: Value?
        reader.read(&optional)
        self = Nullable(optional)
    }

    public func write(to writer: inout JSONWriter) {
        if case .value(let value) = self { value.write(to: &writer) } else { writer.null() }
    }
}

/// What lets an optional `Nullable` be read through: `assistant.nickname.value`.
public protocol NullableValue {
    associatedtype Value
    var value: Value? { get }
}

extension Nullable: NullableValue {}

extension Optional where Wrapped: NullableValue {
    /// The value, nil where there is nothing or a `null`.
    public var value: Wrapped.Value? { self?.value }
}

extension Nullable: ExpressibleByUnicodeScalarLiteral where Value: ExpressibleByUnicodeScalarLiteral {
    public init(unicodeScalarLiteral value: Value.UnicodeScalarLiteralType) {
        self = .value(Value(unicodeScalarLiteral: value))
    }
}

extension Nullable: ExpressibleByExtendedGraphemeClusterLiteral where Value: ExpressibleByExtendedGraphemeClusterLiteral {
    public init(extendedGraphemeClusterLiteral value: Value.ExtendedGraphemeClusterLiteralType) {
        self = .value(Value(extendedGraphemeClusterLiteral: value))
    }
}

extension Nullable: ExpressibleByStringLiteral where Value: ExpressibleByStringLiteral {
    public init(stringLiteral value: Value.StringLiteralType) {
        self = .value(Value(stringLiteral: value))
    }
}

extension Nullable: ExpressibleByStringInterpolation where Value: ExpressibleByStringInterpolation {
    public init(stringInterpolation: Value.StringInterpolation) {
        self = .value(Value(stringInterpolation: stringInterpolation))
    }
}

extension Nullable: ExpressibleByIntegerLiteral where Value: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Value.IntegerLiteralType) {
        self = .value(Value(integerLiteral: value))
    }
}

extension Nullable: ExpressibleByFloatLiteral where Value: ExpressibleByFloatLiteral {
    public init(floatLiteral value: Value.FloatLiteralType) {
        self = .value(Value(floatLiteral: value))
    }
}

extension Nullable: ExpressibleByBooleanLiteral where Value: ExpressibleByBooleanLiteral {
    public init(booleanLiteral value: Value.BooleanLiteralType) {
        self = .value(Value(booleanLiteral: value))
    }
}

extension Nullable: ExpressibleByArrayLiteral where Value: ExpressibleByArrayLiteral & RangeReplaceableCollection, Value.ArrayLiteralElement == Value.Element {
    public init(arrayLiteral elements: Value.Element...) {
        self = .value(Value(elements))
    }
}
