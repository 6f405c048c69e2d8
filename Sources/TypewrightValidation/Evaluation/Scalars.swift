import TypewrightReader
import TypewrightSpec

/// Rules that look at one value and no other.
extension Evaluation {
    func checkValue(_ schema: Schema, _ value: Value) -> Bool {
        let types = allowsNullToo == schema.id ? schema.types?.union(.null) : schema.types
        allowsNullToo = nil
        if let types, !matches(value, types, schema) {
            // What else there is to say of a value of another type would only repeat it.
            return fail(schema, "type", value, Wording.type(value.shown, types.names))
        }
        var isValid = true
        if let allowed = schema.enumeration {
            isValid = check(value, among: allowed, hasNull: false, schema)
        } else if let listed = spec.listedValues(of: schema) {
            isValid = check(value, among: listed.values, hasNull: listed.hasNull, schema)
        }
        if let constant = schema.constant, !equals(value, constant) {
            isValid = fail(schema, "const", value, Wording.constant(value.shown, JSONText.line(constant)))
        }
        if let rules = schema.numeric, value.kind == .number { isValid = checkNumber(schema, rules, value) && isValid }
        if value.kind == .string, schema.string != nil || schema.format != nil { isValid = checkString(schema, value) && isValid }
        return isValid
    }

    private func check(_ value: Value, among allowed: [Node], hasNull: Bool, _ schema: Schema) -> Bool {
        if hasNull && value.kind == .null || allowed.contains(where: { equals(value, $0) }) { return true }
        let values = allowed.map { JSONText.line($0) } + (hasNull ? ["null"] : [])
        return fail(schema, "enum", value, Wording.enumeration(value.shown, values), isNear: allowed.contains { $0.kind == value.kind })
    }

    private func equals(_ value: Value, _ other: Node) -> Bool {
        if let name = value.name { return other.string.map { NodeEquality.equal($0, name) } ?? false }
        return NodeEquality.equal(value.node, other)
    }

    private func matches(_ value: Value, _ types: JSONTypes, _ schema: Schema) -> Bool {
        switch value.kind {
        case .null: return types.contains(.null)
        case .boolean: return types.contains(.boolean)
        case .string: return types.contains(.string)
        case .array: return types.contains(.array)
        case .object: return types.contains(.object)
        case .number:
            if types.contains(.number) { return true }
            guard types.contains(.integer), let number = value.node.number else { return false }
            guard number.isInteger else { return false }
            return !schema.integersAreLexical || !number.text.utf8.contains { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }
        }
    }

    private func checkNumber(_ schema: Schema, _ rules: Schema.NumericRules, _ value: Value) -> Bool {
        guard let text = value.node.number?.text, let number = ExactNumber(text) else { return true }
        var isValid = true
        if let bound = rules.minimum, let least = ExactNumber(bound.text), number < least {
            isValid = fail(schema, "minimum", value, Wording.minimum(value.shown, bound.text))
        }
        if let bound = rules.exclusiveMinimum, let least = ExactNumber(bound.text), number <= least {
            isValid = fail(schema, "exclusiveMinimum", value, Wording.exclusiveMinimum(value.shown, bound.text))
        }
        if let bound = rules.maximum, let most = ExactNumber(bound.text), number > most {
            isValid = fail(schema, "maximum", value, Wording.maximum(value.shown, bound.text))
        }
        if let bound = rules.exclusiveMaximum, let most = ExactNumber(bound.text), number >= most {
            isValid = fail(schema, "exclusiveMaximum", value, Wording.exclusiveMaximum(value.shown, bound.text))
        }
        if let bound = rules.multipleOf, let divisor = ExactNumber(bound.text), !number.isMultiple(of: divisor) {
            isValid = fail(schema, "multipleOf", value, Wording.multipleOf(value.shown, bound.text))
        }
        return isValid
    }

    private func checkString(_ schema: Schema, _ value: Value) -> Bool {
        guard let text = value.string else { return true }
        var isValid = true
        if let rules = schema.string {
            if rules.minLength != nil || rules.maxLength != nil { isValid = checkLength(schema, rules, text, value) }
            if let pattern = rules.pattern { isValid = checkPattern(schema, pattern, text, value) && isValid }
        }
        let isAsserted = validator.options.formats == .asserted || spec[schema.resource].dialect.formatAsserts
        if isAsserted, let format = schema.format, !Formats.isValid(text, format: format, draft: spec[schema.resource].dialect.draft) {
            isValid = fail(schema, "format", value, Wording.format(value.shown, format))
        }
        return isValid
    }

    private func checkLength(_ schema: Schema, _ rules: Schema.StringRules, _ text: String, _ value: Value) -> Bool {
        var count = 0
        // Scalars, not characters: continuation bytes do not count.
        for byte in text.utf8 where byte & 0xC0 != 0x80 { count += 1 }
        var isValid = true
        if let bound = rules.minLength, count < bound { isValid = fail(schema, "minLength", value, Wording.minLength(value.shown, bound)) }
        if let bound = rules.maxLength, count > bound { isValid = fail(schema, "maxLength", value, Wording.maxLength(value.shown, bound)) }
        return isValid
    }

    private func checkPattern(_ schema: Schema, _ pattern: Schema.Pattern, _ text: String, _ value: Value) -> Bool {
        guard let matcher = validator.matcher(of: pattern.text) else { return true }
        switch matcher.search(Array(text.utf8)) {
        case .matched: return true
        case .notMatched: return fail(schema, "pattern", value, Wording.pattern(value.shown, pattern.text))
        case .stepLimitExceeded: return fail(schema, "pattern", value, Wording.undecided(pattern.text))
        }
    }
}
