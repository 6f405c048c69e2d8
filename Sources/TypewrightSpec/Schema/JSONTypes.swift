/// A set of JSON types, as `type` gives them.
@usableFromInline
package struct JSONTypes: OptionSet, Hashable, Sendable {
    @usableFromInline package let rawValue: UInt8

    @inlinable
    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// What `OptionSet` has for all does so by way of a sequence of unknown type.
    @inlinable
    package init(arrayLiteral elements: JSONTypes...) {
        var all: UInt8 = 0
        for element in elements { all |= element.rawValue }
        rawValue = all
    }

    package static let null = JSONTypes(rawValue: 1)
    package static let boolean = JSONTypes(rawValue: 2)
    package static let integer = JSONTypes(rawValue: 4)
    /// Integers are numbers: a set with `number` accepts them whether or not it holds `integer` too.
    package static let number = JSONTypes(rawValue: 8)
    package static let string = JSONTypes(rawValue: 16)
    package static let array = JSONTypes(rawValue: 32)
    package static let object = JSONTypes(rawValue: 64)

    package static let all: JSONTypes = [.null, .boolean, .integer, .number, .string, .array, .object]

    private static let named: [(JSONTypes, String)] = [
        (.boolean, "boolean"), (.integer, "integer"), (.number, "number"),
        (.string, "string"), (.array, "array"), (.object, "object"), (.null, "null"),
    ]

    package init?(name: String) {
        for (type, known) in JSONTypes.named where known == name {
            self = type
            return
        }
        return nil
    }

    /// The names of the types in the set, in a fixed order.
    package var names: [String] {
        var names: [String] = []
        for (type, name) in JSONTypes.named where contains(type) { names.append(name) }
        return names
    }
}
