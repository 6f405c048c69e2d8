/// Any JSON value, with the order of its keys and the spelling of its numbers.
///
/// Two values are equal if they mean the same JSON: the order of members does not matter,
/// and `1`, `1.0` and `1e0` are one number.
public enum JSONValue: Hashable, Sendable {
    case null
    case boolean(Bool)
    case number(JSONNumber)
    case string(String)
    case array([JSONValue])
    case object(JSONMembers)
}

// MARK: - Looking inside

extension JSONValue {
    public var isNull: Bool { if case .null = self { true } else { false } }
    public var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }
    public var string: String? { if case .string(let value) = self { value } else { nil } }
    public var number: JSONNumber? { if case .number(let value) = self { value } else { nil } }
    /// The number as an `Int`, if it is one mathematically and fits.
    public var int: Int? { number?.int }
    public var double: Double? { number?.double }

    /// The elements of an array; empty where this is none.
    public var elements: [JSONValue] { if case .array(let value) = self { value } else { [] } }
    /// The members of an object; empty where this is none.
    public var members: JSONMembers { if case .object(let value) = self { value } else { [:] } }

    /// A member of an object, nil where there is none. Setting a member of something that
    /// is no object makes it one.
    public subscript(key: String) -> JSONValue? {
        get { if case .object(let members) = self { members[key] } else { nil } }
        set {
            var members = self.members
            self = .null
            members[key] = newValue
            self = .object(members)
        }
    }

    /// An element of an array, nil where there is none.
    public subscript(index: Int) -> JSONValue? {
        if case .array(let elements) = self, elements.indices.contains(index) { elements[index] } else { nil }
    }
}

// MARK: - Literals

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByStringInterpolation,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    public init(nilLiteral: ()) { self = .null }
    public init(booleanLiteral value: Bool) { self = .boolean(value) }
    public init(integerLiteral value: Int) { self = .number(JSONNumber(value)) }
    public init(floatLiteral value: Double) { self = .number(JSONNumber(floatLiteral: value)) }
    public init(stringLiteral value: String) { self = .string(value) }
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    public init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(JSONMembers(elements)) }
}

// MARK: - JSON

extension JSONValue: JSONCodable, Codable {
    public init(_ blank: JSONBlank) { self = .null }

    public mutating func read(from reader: inout JSONReader) {
        self = reader.anyValue()
    }

    public func write(to writer: inout JSONWriter) {
        switch self {
        case .null: writer.null()
        case .boolean(let value): writer.value(value)
        case .number(let value): value.write(to: &writer)
        case .string(let value): writer.value(value)
        case .array(let value): writer.writeArray(value)
        case .object(let value): value.write(to: &writer)
        }
    }

    // Said once more, for `JSONCodable` would compare what is written.
    public static func == (a: JSONValue, b: JSONValue) -> Bool {
        switch (a, b) {
        case (.null, .null): true
        case (.boolean(let a), .boolean(let b)): a == b
        case (.number(let a), .number(let b)): a == b
        case (.string(let a), .string(let b)): ExactText(text: a) == ExactText(text: b)
        case (.array(let a), .array(let b)): a == b
        case (.object(let a), .object(let b)): a == b
        default: false
        }
    }

    public func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .boolean(let value): hasher.combine(value)
        case .number(let value): hasher.combine(value)
        case .string(let value): hasher.combine(value)
        case .array(let value): hasher.combine(value)
        case .object(let value): hasher.combine(value)
        }
    }
}

extension JSONValue: CustomStringConvertible {
    /// The value as JSON on one line.
    public var description: String {
        var writer = JSONWriter()
        write(to: &writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
