/// What is said of each broken rule: the one place for it in this room. The validators of generated
/// code say the same, word for word; change both.
///
/// `shown` is the value: a scalar as it stands in the text, strings in quotes, what is long cut with `…`;
/// `the array` or `the object`; `the property name "…"` where a name is at fault.
package enum Wording {
    // MARK: Any value

    /// `2 is not a string or null`
    static func type(_ shown: String, _ types: [String]) -> String { "\(shown) is not \(list(types))" }

    /// `"x" is none of "a", "b", "c"`; of more than eight values the first eight are named.
    static func enumeration(_ shown: String, _ values: [String]) -> String {
        if values.isEmpty { return "\(shown) is none of the allowed values: there are none" }
        if values.count == 1 { return constant(shown, values[0]) }
        let named = values.prefix(8).joined(separator: ", ")
        return "\(shown) is none of \(named)" + (values.count > 8 ? " and \(values.count - 8) more" : "")
    }

    /// `"x" is not "a"`
    static func constant(_ shown: String, _ value: String) -> String { "\(shown) is not \(value)" }

    /// A boolean schema `false`, with the keyword that led to it.
    static func nothing(_ keyword: String, isProperty: Bool) -> String {
        if isProperty { return "the property is not allowed" }
        return keyword == "items" || keyword == "prefixItems" || keyword == "unevaluatedItems" || keyword == "additionalItems"
            ? "the item is not allowed" : "no value is allowed"
    }

    // MARK: Numbers

    static func minimum(_ shown: String, _ bound: String) -> String { "\(shown) is below the minimum \(bound)" }
    static func maximum(_ shown: String, _ bound: String) -> String { "\(shown) is above the maximum \(bound)" }
    static func exclusiveMinimum(_ shown: String, _ bound: String) -> String { "\(shown) is not above \(bound)" }
    static func exclusiveMaximum(_ shown: String, _ bound: String) -> String { "\(shown) is not below \(bound)" }
    static func multipleOf(_ shown: String, _ divisor: String) -> String { "\(shown) is not a multiple of \(divisor)" }

    // MARK: Strings

    /// `"ab" has 2 characters, fewer than the minimum 3`
    static func minLength(_ shown: String, _ count: Int, _ bound: Int) -> String {
        fewer(shown, count, "character", "characters", bound)
    }

    static func maxLength(_ shown: String, _ count: Int, _ bound: Int) -> String {
        more(shown, count, "character", "characters", bound)
    }

    static func pattern(_ shown: String, _ pattern: String) -> String { "\(shown) does not match the pattern \(pattern)" }

    /// Only with look-around and back-references.
    static func undecidedPattern(_ shown: String, _ pattern: String) -> String {
        "\(shown) takes too long to match against the pattern \(pattern)"
    }

    /// `"x" is not a valid date-time`
    static func format(_ shown: String, _ format: String) -> String { "\(shown) is not a valid \(format)" }

    // MARK: Arrays

    static func minItems(_ count: Int, _ bound: Int) -> String { fewer("the array", count, "item", "items", bound) }
    static func maxItems(_ count: Int, _ bound: Int) -> String { more("the array", count, "item", "items", bound) }

    /// Positions count from 0, as in pointers.
    static func uniqueItems(_ first: Int, _ second: Int) -> String { "the items \(first) and \(second) are equal" }

    static func minContains(_ count: Int, _ bound: Int) -> String {
        fewer("the array", count, "matching item", "matching items", bound)
    }

    static func maxContains(_ count: Int, _ bound: Int) -> String {
        more("the array", count, "matching item", "matching items", bound)
    }

    // MARK: Objects

    static func minProperties(_ count: Int, _ bound: Int) -> String { fewer("the object", count, "property", "properties", bound) }
    static func maxProperties(_ count: Int, _ bound: Int) -> String { more("the object", count, "property", "properties", bound) }

    /// `the property "id" is missing`
    static func required(_ name: String) -> String { "the property \(name) is missing" }

    /// `the property "zip" is missing, which "street" requires`
    static func dependentRequired(_ name: String, requiredBy other: String) -> String {
        "the property \(name) is missing, which \(other) requires"
    }

    // MARK: Combinations

    /// `anyOf`, and `oneOf` where none matches.
    static func noAlternative(_ shown: String, of count: Int) -> String {
        count == 1 ? "\(shown) does not match the only alternative" : "\(shown) matches none of the \(count) alternatives"
    }

    /// `oneOf`; alternatives count from 1.
    static func severalAlternatives(_ shown: String, _ first: Int, _ second: Int) -> String {
        "\(shown) matches the alternatives \(first) and \(second), where only one may match"
    }

    static func not(_ shown: String) -> String { "\(shown) matches what it must not match" }

    // MARK: Limits

    static let tooDeep = "the value is nested too deeply to be checked"

    // MARK: Parts

    private static func fewer(_ shown: String, _ count: Int, _ one: String, _ many: String, _ bound: Int) -> String {
        "\(shown) has \(count) \(count == 1 ? one : many), fewer than the minimum \(bound)"
    }

    private static func more(_ shown: String, _ count: Int, _ one: String, _ many: String, _ bound: Int) -> String {
        "\(shown) has \(count) \(count == 1 ? one : many), more than the maximum \(bound)"
    }

    /// `a string`, `an array or an object`, `a string, a number or null`.
    private static func list(_ types: [String]) -> String {
        let named = types.map { type in
            switch type {
            case "null": "null"
            case "array", "integer", "object": "an " + type
            default: "a " + type
            }
        }
        guard let last = named.last, named.count > 1 else { return named.first ?? "of any type" }
        return named.dropLast().joined(separator: ", ") + " or " + last
    }
}
