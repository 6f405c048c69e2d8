/// What is said of each broken rule: the one place for it in the runtime. `Wording` of the generator's
/// own validator says the same in the same words; change both.
enum Message {
    /// Follows after the value: `2.0` + `is above the maximum 1.5`.
    case value(String)
    /// A sentence of its own.
    case plain(String)
    /// Follows after the value, which is at least of one kind with some of those that are listed.
    case listed(String)
    /// How many alternatives there are, none of which matches.
    case alternatives(Int)

    /// None of several alternatives matches.
    var isOfAlternatives: Bool {
        if case .alternatives = self { return true }
        return false
    }

    var isNear: Bool {
        if case .listed = self { return true }
        return false
    }

    func sentence(_ value: String) -> String {
        switch self {
        case .value(let rest), .listed(let rest): value + " " + rest
        case .plain(let text): text
        case .alternatives(let count): value + " matches none of the " + String(count) + " alternatives"
        }
    }

    static func count(_ number: Int, _ one: String, _ many: String) -> String {
        number == 1 ? "1 " + one : String(number) + " " + many
    }

    // MARK: Sentences

    static func type(_ names: [String]) -> Message {
        let told = names.map { name in
            switch name {
            case "null": name
            case "array", "integer", "object": "an " + name
            default: "a " + name
            }
        }
        guard let last = told.last, told.count > 1 else { return .value("is not " + (told.first ?? "allowed")) }
        return .value("is not " + told.dropLast().joined(separator: ", ") + " or " + last)
    }

    static func minimum(_ bound: String) -> Message { .value("is below the minimum " + bound) }
    static func maximum(_ bound: String) -> Message { .value("is above the maximum " + bound) }
    static func exclusiveMinimum(_ bound: String) -> Message { .value("is not above " + bound) }
    static func exclusiveMaximum(_ bound: String) -> Message { .value("is not below " + bound) }
    static func multipleOf(_ divisor: String) -> Message { .value("is not a multiple of " + divisor) }

    static func minLength(_ bound: Int) -> Message { .value("is shorter than " + count(bound, "character", "characters")) }
    static func maxLength(_ bound: Int) -> Message { .value("is longer than " + count(bound, "character", "characters")) }
    static func pattern(_ pattern: String) -> Message { .value("does not match the pattern " + pattern) }
    static func undecidedPattern(_ pattern: String) -> Message { .plain("it takes too long to match the pattern " + pattern) }
    static func format(_ name: String) -> Message { .value("is not a valid " + name) }

    static func constant(_ json: String) -> Message { .value("is not " + json) }
    static func enumeration(_ json: [String], isNear: Bool) -> Message {
        var list = (json.count > 12 ? Array(json.prefix(10)) : json).joined(separator: ", ")
        if json.count > 12 { list += " and " + String(json.count - 10) + " others" }
        return isNear ? .listed("is not one of " + list) : .value("is not one of " + list)
    }

    static func minItems(_ bound: Int, _ count: Int) -> Message {
        .plain("has " + self.count(count, "item", "items") + ", fewer than the minimum " + String(bound))
    }
    static func maxItems(_ bound: Int, _ count: Int) -> Message {
        .plain("has " + self.count(count, "item", "items") + ", more than the maximum " + String(bound))
    }
    static func uniqueItems(_ first: Int, _ second: Int) -> Message {
        .plain("the items at " + String(first) + " and " + String(second) + " are equal")
    }
    static func minContains(_ bound: Int, _ count: Int) -> Message {
        .plain("contains " + self.count(count, "matching item", "matching items") + ", fewer than the minimum " + String(bound))
    }
    static func maxContains(_ bound: Int, _ count: Int) -> Message {
        .plain("contains " + self.count(count, "matching item", "matching items") + ", more than the maximum " + String(bound))
    }

    static func minProperties(_ bound: Int, _ count: Int) -> Message {
        .plain("has " + self.count(count, "property", "properties") + ", fewer than the minimum " + String(bound))
    }
    static func maxProperties(_ bound: Int, _ count: Int) -> Message {
        .plain("has " + self.count(count, "property", "properties") + ", more than the maximum " + String(bound))
    }
    static func required(_ name: String) -> Message { .plain("the required property \"" + name + "\" is missing") }
    static func dependentRequired(_ name: String, requiredBy present: String) -> Message {
        .plain("the property \"" + name + "\" is missing, which \"" + present + "\" requires")
    }
    static let unexpectedProperty = Message.plain("the property is not allowed")
    static let unexpectedItem = Message.plain("the item is not allowed")

    static let nothing = Message.value("is not allowed")
    static func severalAlternatives(_ first: Int, _ second: Int) -> Message {
        .value("matches the alternatives " + String(first) + " and " + String(second) + ", but only one is allowed")
    }
    static let not = Message.value("is what must not be")
}
