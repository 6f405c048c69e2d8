/// What is said of each broken rule: the one place for it in this room. `Message` of the runtime, which
/// speaks for generated validators, says the same in the same words; change both.
///
/// `value` is the text of the value, cut where it is long. Rules that count say so without it.
enum Wording {
    // MARK: Any value

    /// `2 is not a string or null`
    static func type(_ value: String, _ types: [String]) -> String { value + " is not " + list(types) }

    /// `"x" is not one of "a", "b"`; of more than twelve the first ten are named.
    static func enumeration(_ value: String, _ allowed: [String]) -> String {
        guard allowed.count > 12 else { return value + " is not one of " + allowed.joined(separator: ", ") }
        return value + " is not one of " + allowed.prefix(10).joined(separator: ", ") + " and \(allowed.count - 10) others"
    }

    static func constant(_ value: String, _ constant: String) -> String { value + " is not " + constant }

    /// The boolean schema `false`, by the keyword that led to it.
    static func nothing(_ value: String, via keyword: String) -> String {
        switch keyword {
        case "properties", "additionalProperties", "patternProperties", "unevaluatedProperties": "the property is not allowed"
        case "items", "prefixItems", "additionalItems", "unevaluatedItems": "the item is not allowed"
        default: value + " is not allowed"
        }
    }

    // MARK: Numbers

    static func minimum(_ value: String, _ bound: String) -> String { value + " is below the minimum " + bound }
    static func maximum(_ value: String, _ bound: String) -> String { value + " is above the maximum " + bound }
    static func exclusiveMinimum(_ value: String, _ bound: String) -> String { value + " is not above " + bound }
    static func exclusiveMaximum(_ value: String, _ bound: String) -> String { value + " is not below " + bound }
    static func multipleOf(_ value: String, _ divisor: String) -> String { value + " is not a multiple of " + divisor }

    // MARK: Strings

    static func minLength(_ value: String, _ bound: Int) -> String { value + " is shorter than " + count(bound, "character", "characters") }
    static func maxLength(_ value: String, _ bound: Int) -> String { value + " is longer than " + count(bound, "character", "characters") }
    static func pattern(_ value: String, _ pattern: String) -> String { value + " does not match the pattern " + pattern }
    /// Only with back-references, or counts beyond measure.
    static func undecided(_ pattern: String) -> String { "it takes too long to match the pattern " + pattern }
    static func format(_ value: String, _ format: String) -> String { value + " is not a valid " + format }

    // MARK: Arrays

    /// `has 1 item, fewer than the minimum 2`
    static func minItems(_ number: Int, _ bound: Int) -> String {
        "has " + count(number, "item", "items") + ", fewer than the minimum \(bound)"
    }

    static func maxItems(_ number: Int, _ bound: Int) -> String {
        "has " + count(number, "item", "items") + ", more than the maximum \(bound)"
    }

    /// Positions count from 0, as in pointers.
    static func uniqueItems(_ first: Int, _ second: Int) -> String { "the items at \(first) and \(second) are equal" }

    static func minContains(_ number: Int, _ bound: Int) -> String {
        "contains " + count(number, "matching item", "matching items") + ", fewer than the minimum \(bound)"
    }

    static func maxContains(_ number: Int, _ bound: Int) -> String {
        "contains " + count(number, "matching item", "matching items") + ", more than the maximum \(bound)"
    }

    // MARK: Objects

    static func minProperties(_ number: Int, _ bound: Int) -> String {
        "has " + count(number, "property", "properties") + ", fewer than the minimum \(bound)"
    }

    static func maxProperties(_ number: Int, _ bound: Int) -> String {
        "has " + count(number, "property", "properties") + ", more than the maximum \(bound)"
    }

    static func required(_ name: String) -> String { "the required property \"\(name)\" is missing" }

    static func dependentRequired(_ name: String, requiredBy present: String) -> String {
        "the property \"\(name)\" is missing, which \"\(present)\" requires"
    }

    // MARK: Combinations

    /// `anyOf`, and `oneOf` where none matches.
    static func noAlternative(_ value: String, of number: Int) -> String { value + " matches none of the \(number) alternatives" }

    /// `oneOf`; alternatives count from 1.
    static func severalAlternatives(_ value: String, _ first: Int, _ second: Int) -> String {
        value + " matches the alternatives \(first) and \(second), but only one is allowed"
    }

    static func not(_ value: String) -> String { value + " is what must not be" }

    // MARK: Limits

    static let tooDeep = "the value is nested too deeply to be checked"

    // MARK: Parts

    private static func count(_ number: Int, _ one: String, _ many: String) -> String {
        number == 1 ? "1 " + one : "\(number) " + many
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
        guard let last = named.last, named.count > 1 else { return named.first ?? "allowed" }
        return named.dropLast().joined(separator: ", ") + " or " + last
    }
}
