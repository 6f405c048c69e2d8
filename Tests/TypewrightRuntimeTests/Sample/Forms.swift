public import TypewrightRuntime

// One of each form that the sample of an assistant does not need.

/// Every presence: required, optional, required and nullable, optional and nullable; and a
/// deprecated property, a default, a property kept elsewhere.
nonisolated public struct Presences: JSONObject, Hashable, Codable {
    public var required: String
    public var optional: Double?
    public var requiredNullable: String?
    public var optionalNullable: Nullable<String>?
    fileprivate var deprecatedOldName: String?
    public var tags: [String: String?]?
    fileprivate var indirectParent: Indirect<Presences>?

    /// `optional`, or the default of the document.
    public var optionalOrDefault: Double { optional ?? 1.5 }

    public var parent: Presences? {
        get { indirectParent?.value }
        set { indirectParent = Indirect(optional: newValue) }
    }

    @available(*, deprecated)
    public var oldName: String? {
        get { deprecatedOldName }
        set { deprecatedOldName = newValue }
    }

    public init(
        required: String,
        optional: Double? = nil,
        requiredNullable: String?,
        optionalNullable: Nullable<String>? = nil,
        oldName: String? = nil,
        tags: [String: String?]? = nil,
        parent: Presences? = nil
    ) {
        self.required = required
        self.optional = optional
        self.requiredNullable = requiredNullable
        self.optionalNullable = optionalNullable
        self.deprecatedOldName = oldName
        self.tags = tags
        indirectParent = Indirect(optional: parent)
    }
}

nonisolated extension Presences {
    public static let jsonKeys = JSONKeys("required! optional required_nullable! optional_nullable old_name tags parent")

    public init(_ blank: JSONBlank) {
        required = ""
    }

    public mutating func readMember(_ key: JSONKey, from reader: JSONMemberReader) {
        switch key {
        case .k0: reader.string(&required)
        case .k1: reader.double(&optional)
        case .k2: reader.string(&requiredNullable)
        case .k3: reader.nullable(&optionalNullable)
        case .k4: reader.string(&deprecatedOldName)
        case .k5: reader.map(&tags)
        case .k6: reader.value(&indirectParent)
        default: break
        }
    }

    public func writeMembers(to writer: JSONMemberWriter) {
        writer.string(0, required)
        writer.double(1, optional: optional)
        writer.string(2, nullable: requiredNullable)
        writer.value(3, optional: optionalNullable)
        writer.string(4, optional: deprecatedOldName)
        writer.value(5, optional: tags)
        writer.value(6, optional: indirectParent)
    }
}

/// `additionalProperties: {type: integer}` beside a known property.
nonisolated public struct Scores: JSONObject, Hashable, Codable {
    public var total: Int
    public var additionalProperties: [String: Int]

    public init(total: Int, additionalProperties: [String: Int] = [:]) {
        self.total = total
        self.additionalProperties = additionalProperties
    }
}

nonisolated extension Scores {
    public static let jsonKeys = JSONKeys("total!", others: true)

    public init(_ blank: JSONBlank) {
        total = 0
        additionalProperties = [:]
    }

    public mutating func readMember(_ key: JSONKey, from reader: JSONMemberReader) {
        switch key {
        case .k0: reader.int(&total)
        case .other: reader.other(&additionalProperties)
        default: break
        }
    }

    public func writeMembers(to writer: JSONMemberWriter) {
        writer.int(0, total)
        writer.others(additionalProperties)
    }
}

/// Unknown properties are kept.
nonisolated public struct Keeper: JSONObject, Hashable, Codable {
    public var name: String
    public var unknownProperties: JSONMembers

    public init(name: String, unknownProperties: JSONMembers = [:]) {
        self.name = name
        self.unknownProperties = unknownProperties
    }
}

nonisolated extension Keeper {
    public static let jsonKeys = JSONKeys("name!", others: true)

    public init(_ blank: JSONBlank) {
        name = ""
        unknownProperties = [:]
    }

    public mutating func readMember(_ key: JSONKey, from reader: JSONMemberReader) {
        switch key {
        case .k0: reader.string(&name)
        case .other: reader.other(&unknownProperties)
        default: break
        }
    }

    public func writeMembers(to writer: JSONMemberWriter) {
        writer.string(0, name)
        writer.others(unknownProperties)
    }
}

/// No properties at all.
nonisolated public struct Empty: JSONObject, Hashable, Codable {
    public init() {}
}

nonisolated extension Empty {
    public static let jsonKeys = JSONKeys("")

    public init(_ blank: JSONBlank) {}
}

/// `prefixItems: [string, number, boolean]` with two required and integers after them.
nonisolated public struct Row: JSONTuple, Hashable, Codable {
    public var first: String
    public var second: Double
    public var third: Bool?
    public var rest: [Int]

    public init(_ first: String, _ second: Double, _ third: Bool? = nil, rest: [Int] = []) {
        self.first = first
        self.second = second
        self.third = third
        self.rest = rest
    }
}

nonisolated extension Row {
    public static let jsonRequiredCount = 2

    public init(_ blank: JSONBlank) {
        first = ""
        second = 0
        rest = []
    }

    public mutating func readElement(_ index: Int, from reader: inout JSONReader) {
        switch index {
        case 0: reader.read(&first)
        case 1: reader.read(&second)
        case 2: reader.read(&third)
        default: rest.append(reader.value())
        }
    }

    public func writeElements(to writer: inout JSONWriter) {
        writer.element(first)
        writer.element(second)
        writer.optionalElement(third)
        writer.elements(rest)
    }
}

/// An enum of integers.
nonisolated public enum Level: JSONEnum, Hashable, Codable {
    case one
    case two
    case unrecognized(Int)
}

nonisolated extension Level {
    public static let allKnownCases: [Self] = [.one, .two]

    public var rawValue: Int {
        switch self {
        case .one: 1
        case .two: 2
        case .unrecognized(let value): value
        }
    }
}

/// An enum of values of several kinds.
nonisolated public enum Limit: JSONEnum, Hashable, Codable {
    case unlimited
    case ten
    case off
    case unrecognized(JSONValue)
}

nonisolated extension Limit {
    public static let allKnownCases: [Self] = [.unlimited, .ten, .off]

    public var rawValue: JSONValue {
        switch self {
        case .unlimited: "unlimited"
        case .ten: 10
        case .off: false
        case .unrecognized(let value): value
        }
    }
}

/// Alternatives by the kind of JSON value.
nonisolated public enum Content: JSONUnion, Hashable, Codable {
    case string(String)
    case double(Double)
    case rows([Row])
    indirect case content(Box)
    case unrecognized(JSONValue)

    /// Contains its own union.
    public struct Box: JSONObject, Hashable, Codable {
        public var content: Content

        public init(content: Content) {
            self.content = content
        }
    }
}

nonisolated extension Content {
    public mutating func read(from reader: inout JSONReader) {
        switch reader.kind {
        case .string: self = .string(reader.value())
        case .number: self = .double(reader.value())
        case .array: self = .rows(reader.value())
        case .object: self = .content(reader.value())
        default: self = .unrecognized(reader.unrecognized())
        }
    }

    public func write(to writer: inout JSONWriter) {
        switch self {
        case .string(let value): value.write(to: &writer)
        case .double(let value): value.write(to: &writer)
        case .rows(let value): value.write(to: &writer)
        case .content(let value): value.write(to: &writer)
        case .unrecognized(let value): value.write(to: &writer)
        }
    }
}

nonisolated extension Content.Box {
    public static let jsonKeys = JSONKeys("content!")

    public init(_ blank: JSONBlank) {
        content = Content(blank)
    }

    public mutating func readMember(_ key: JSONKey, from reader: JSONMemberReader) {
        switch key {
        case .k0: reader.value(&content)
        default: break
        }
    }

    public func writeMembers(to writer: JSONMemberWriter) {
        writer.value(0, content)
    }
}

/// Alternatives by the properties that are there.
nonisolated public enum Owner: JSONUnion, Hashable, Codable {
    case scores(Scores)
    case keeper(Keeper)
    case unrecognized(JSONValue)
}

nonisolated extension Owner {
    static let jsonTraits = JSONTraits([["total"], ["name"]])

    public mutating func read(from reader: inout JSONReader) {
        switch reader.branch(Self.jsonTraits) {
        case 0: self = .scores(reader.value())
        case 1: self = .keeper(reader.value())
        default: self = .unrecognized(reader.unrecognized())
        }
    }

    public func write(to writer: inout JSONWriter) {
        switch self {
        case .scores(let value): value.write(to: &writer)
        case .keeper(let value): value.write(to: &writer)
        case .unrecognized(let value): value.write(to: &writer)
        }
    }
}

/// Alternatives by trial, in order.
nonisolated public enum Guess: JSONUnion, Hashable, Codable {
    case int(Int)
    case row(Row)
    case voice(Voice)
    case unrecognized(JSONValue)
}

nonisolated extension Guess {
    public mutating func read(from reader: inout JSONReader) {
        switch reader.best(of: Int.self, Row.self, Voice.self) {
        case let value as Int: self = .int(value)
        case let value as Row: self = .row(value)
        case let value as Voice: self = .voice(value)
        default: self = .unrecognized(reader.unrecognized())
        }
    }

    public func write(to writer: inout JSONWriter) {
        switch self {
        case .int(let value): value.write(to: &writer)
        case .row(let value): value.write(to: &writer)
        case .voice(let value): value.write(to: &writer)
        case .unrecognized(let value): value.write(to: &writer)
        }
    }
}

/// Alternatives by a property whose value is no string.
nonisolated public enum Versioned: JSONUnion, Hashable, Codable {
    case one(Keeper)
    case two(Keeper)
    case unrecognized(JSONValue)
}

nonisolated extension Versioned {
    static let jsonTags = JSONTags("version", [:], others: [(1, 0), (2, 1), (true, 1)])

    public mutating func read(from reader: inout JSONReader) {
        switch reader.branch(Self.jsonTags) {
        case 0: self = .one(reader.value())
        case 1: self = .two(reader.value())
        default: self = .unrecognized(reader.unrecognized())
        }
    }

    public func write(to writer: inout JSONWriter) {
        switch self {
        case .one(let value): value.write(to: &writer)
        case .two(let value): value.write(to: &writer)
        case .unrecognized(let value): value.write(to: &writer)
        }
    }
}

/// A named map and a named array.
public typealias ScoresByName = [String: Scores]
public typealias Rows = [Row]
