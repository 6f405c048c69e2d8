extension JSONChecker {
    /// What JSON tells apart.
    public enum Kind: UInt8, Sendable {
        case null, boolean, number, string, array, object
        /// The text is no JSON here, or checking is over.
        case invalid
    }

    /// Types of JSON Schema. Integers are the numbers without a fraction.
    public struct Kinds: OptionSet, Sendable {
        public let rawValue: UInt8
        @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

        @inlinable public static var null: Kinds { Kinds(rawValue: 1) }
        @inlinable public static var boolean: Kinds { Kinds(rawValue: 2) }
        @inlinable public static var integer: Kinds { Kinds(rawValue: 4) }
        @inlinable public static var number: Kinds { Kinds(rawValue: 12) }
        @inlinable public static var string: Kinds { Kinds(rawValue: 16) }
        @inlinable public static var array: Kinds { Kinds(rawValue: 32) }
        @inlinable public static var object: Kinds { Kinds(rawValue: 64) }

        /// Whether a value that begins so is of one of these kinds; also where it is no JSON, which is told then.
        @inline(__always)
        func areBegun(by first: UInt8) -> Bool {
            let kinds: Kinds
            switch first {
            case 0x22: kinds = .string
            case 0x7B: kinds = .object
            case 0x5B: kinds = .array
            case 0x2D, 0x30...0x39: kinds = .number
            case 0x74, 0x66: kinds = .boolean
            case 0x6E: kinds = .null
            default: return true
            }
            return !isDisjoint(with: kinds)
        }

        var names: [String] {
            var names: [String] = []
            if contains(.boolean) { names.append("boolean") }
            if contains(.number) { names.append("number") } else if contains(.integer) { names.append("integer") }
            if contains(.string) { names.append("string") }
            if contains(.array) { names.append("array") }
            if contains(.object) { names.append("object") }
            if contains(.null) { names.append("null") }
            return names
        }
    }
}
