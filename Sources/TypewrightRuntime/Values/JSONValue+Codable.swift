// `JSONValue` for other coders than the own reader and writer. These tell what a value is
// only by trying, and know numbers only as `Int`, `UInt64` and `Double`.

extension JSONValue {
    public init(from decoder: any Decoder) throws {
        if let container = try? decoder.container(keyedBy: JSONCodingKey.self) {
            self = .object(try Self.members(container))
            return
        }
        if var container = try? decoder.unkeyedContainer() {
            var elements: [JSONValue] = []
            while !container.isAtEnd { elements.append(try container.decode(JSONValue.self)) }
            self = .array(elements)
            return
        }
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode(Bool.self) {
            self = .boolean(value)
        } else {
            self = .number(try JSONNumber(from: decoder))
        }
    }

    private static func members(_ container: KeyedDecodingContainer<JSONCodingKey>) throws -> JSONMembers {
        // Decoders give keys in no particular order.
        let keys = container.allKeys.sorted { $0.stringValue < $1.stringValue }
        var members = JSONMembers()
        for key in keys {
            members[key.stringValue] = try container.decode(JSONValue.self, forKey: key)
        }
        return members
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .array(let elements):
            var container = encoder.unkeyedContainer()
            try Self.encode(elements, to: &container)
        case .object(let members):
            var container = encoder.container(keyedBy: JSONCodingKey.self)
            try Self.encode(members, to: &container)
        default:
            var container = encoder.singleValueContainer()
            switch self {
            case .boolean(let value): try container.encode(value)
            case .string(let value): try container.encode(value)
            case .number(let value): try value.encode(to: encoder)
            default: try container.encodeNil()
            }
        }
    }

    // Containers are asked for the type at hand: their generic way takes several times as
    // long.
    private static func encode(_ elements: [JSONValue], to container: inout any UnkeyedEncodingContainer) throws {
        for element in elements {
            switch element {
            case .null: try container.encodeNil()
            case .boolean(let value): try container.encode(value)
            case .string(let value): try container.encode(value)
            case .number(let value):
                if let int = value.int { try container.encode(int) } else { try container.encode(value) }
            case .array(let values):
                var nested = container.nestedUnkeyedContainer()
                try encode(values, to: &nested)
            case .object(let members):
                var nested = container.nestedContainer(keyedBy: JSONCodingKey.self)
                try encode(members, to: &nested)
            }
        }
    }

    private static func encode(_ members: JSONMembers, to container: inout KeyedEncodingContainer<JSONCodingKey>) throws {
        for member in members {
            let key = JSONCodingKey(member.key)
            switch member.value {
            case .null: try container.encodeNil(forKey: key)
            case .boolean(let value): try container.encode(value, forKey: key)
            case .string(let value): try container.encode(value, forKey: key)
            case .number(let value):
                if let int = value.int { try container.encode(int, forKey: key) } else { try container.encode(value, forKey: key) }
            case .array(let values):
                var nested = container.nestedUnkeyedContainer(forKey: key)
                try encode(values, to: &nested)
            case .object(let members):
                var nested = container.nestedContainer(keyedBy: JSONCodingKey.self, forKey: key)
                try encode(members, to: &nested)
            }
        }
    }
}

extension JSONMembers {
    public init(from decoder: any Decoder) throws {
        self.init()
        let container = try decoder.container(keyedBy: JSONCodingKey.self)
        for key in container.allKeys.sorted(by: { $0.stringValue < $1.stringValue }) {
            self[key.stringValue] = try container.decode(JSONValue.self, forKey: key)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        try JSONValue.object(self).encode(to: encoder)
    }
}

extension JSONNumber {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let value = try? container.decode(Int.self) {
            self.init(value)
        } else if let value = try? container.decode(UInt64.self) {
            self.init(unchecked: String(value))
        } else {
            let value = try container.decode(Double.self)
            guard value.isFinite else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "JSON has no such number")
            }
            self.init(floatLiteral: value)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let value = int {
            try container.encode(value)
        } else if case .value(let value) = ExactDecimal(text.utf8).integer(as: UInt64.self) {
            try container.encode(value)
        } else {
            try container.encode(double)
        }
    }
}
