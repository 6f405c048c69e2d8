/// What is said of each broken rule: the one place for it in the runtime. The generator's own validator
/// says the same, word for word; change both.
enum Message {
    /// Follows after the value: `2.0` + `is above the maximum 1.5`.
    case value(String)
    /// A sentence of its own.
    case plain(String)

    func sentence(_ shown: String) -> String {
        switch self {
        case .value(let rest): shown + " " + rest
        case .plain(let text): text
        }
    }

    // MARK: Any value

    /// `2 is not a string or null`
    static func type(_ names: [String]) -> Message {
        let told = names.map { name in
            switch name {
            case "null": name
            case "array", "integer", "object": "an " + name
            default: "a " + name
            }
        }
        guard let last = told.last, told.count > 1 else { return .value("is not " + (told.first ?? "of any type")) }
        return .value("is not " + told.dropLast().joined(separator: ", ") + " or " + last)
    }

    /// `"x" is none of "a", "b", "c"`; of more than eight values the first eight are named.
    static func enumeration(_ values: [String]) -> Message {
        if values.isEmpty { return .value("is none of the allowed values: there are none") }
        if values.count == 1 { return constant(values[0]) }
        let more = values.count > 8 ? " and " + String(values.count - 8) + " more" : ""
        return .value("is none of " + values.prefix(8).joined(separator: ", ") + more)
    }

    static func constant(_ value: String) -> Message { .value("is not " + value) }

    static let unexpectedProperty = Message.plain("the property is not allowed")
    static let unexpectedItem = Message.plain("the item is not allowed")
    static let nothing = Message.plain("no value is allowed")

    // MARK: Numbers

    static func minimum(_ bound: String) -> Message { .value("is below the minimum " + bound) }
    static func maximum(_ bound: String) -> Message { .value("is above the maximum " + bound) }
    static func exclusiveMinimum(_ bound: String) -> Message { .value("is not above " + bound) }
    static func exclusiveMaximum(_ bound: String) -> Message { .value("is not below " + bound) }
    static func multipleOf(_ divisor: String) -> Message { .value("is not a multiple of " + divisor) }

    // MARK: Strings

    /// `"ab" has 2 characters, fewer than the minimum 3`
    static func minLength(_ bound: Int, _ count: Int) -> Message { .value(fewer(count, "character", "characters", bound)) }
    static func maxLength(_ bound: Int, _ count: Int) -> Message { .value(more(count, "character", "characters", bound)) }
    static func pattern(_ pattern: String) -> Message { .value("does not match the pattern " + pattern) }
    /// Only with back-references and the like.
    static func undecidedPattern(_ pattern: String) -> Message { .value("takes too long to match against the pattern " + pattern) }
    static func format(_ name: String) -> Message { .value("is not a valid " + name) }

    // MARK: Arrays

    static func minItems(_ bound: Int, _ count: Int) -> Message { .value(fewer(count, "item", "items", bound)) }
    static func maxItems(_ bound: Int, _ count: Int) -> Message { .value(more(count, "item", "items", bound)) }
    /// Positions count from 0, as in pointers.
    static func uniqueItems(_ first: Int, _ second: Int) -> Message {
        .plain("the items " + String(first) + " and " + String(second) + " are equal")
    }
    static func minContains(_ bound: Int, _ count: Int) -> Message { .value(fewer(count, "matching item", "matching items", bound)) }
    static func maxContains(_ bound: Int, _ count: Int) -> Message { .value(more(count, "matching item", "matching items", bound)) }

    // MARK: Objects

    static func minProperties(_ bound: Int, _ count: Int) -> Message { .value(fewer(count, "property", "properties", bound)) }
    static func maxProperties(_ bound: Int, _ count: Int) -> Message { .value(more(count, "property", "properties", bound)) }
    static func required(_ name: String) -> Message { .plain("the property " + name + " is missing") }
    static func dependentRequired(_ name: String, requiredBy other: String) -> Message {
        .plain("the property " + name + " is missing, which " + other + " requires")
    }

    // MARK: Combinations

    static func noAlternative(of count: Int) -> Message {
        .value(count == 1 ? "does not match the only alternative" : "matches none of the " + String(count) + " alternatives")
    }
    /// Alternatives count from 1.
    static func severalAlternatives(_ first: Int, _ second: Int) -> Message {
        .value("matches the alternatives " + String(first) + " and " + String(second) + ", where only one may match")
    }
    static let not = Message.value("matches what it must not match")

    // MARK: Parts

    private static func fewer(_ count: Int, _ one: String, _ many: String, _ bound: Int) -> String {
        "has " + String(count) + " " + (count == 1 ? one : many) + ", fewer than the minimum " + String(bound)
    }

    private static func more(_ count: Int, _ one: String, _ many: String, _ bound: Int) -> String {
        "has " + String(count) + " " + (count == 1 ? one : many) + ", more than the maximum " + String(bound)
    }
}
