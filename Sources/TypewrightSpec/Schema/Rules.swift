import TypewrightReader
import TypewrightSource

extension Schema {
    /// Bounds of a number, with their exact text.
    package struct NumericRules: Sendable {
        package var minimum: Bound?
        package var exclusiveMinimum: Bound?
        package var maximum: Bound?
        package var exclusiveMaximum: Bound?
        package var multipleOf: Bound?
    }

    package struct Bound: Sendable {
        package let number: NumberText
        package let range: SourceRange

        /// As it was written, without zeros that say nothing at the end: `3.0` is `3`.
        package var text: String {
            let text = number.text
            guard text.utf8.contains(UInt8(ascii: ".")), !text.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "e") }) else { return text }
            var kept = Substring(text)
            while kept.utf8.last == UInt8(ascii: "0") { kept.removeLast() }
            if kept.utf8.last == UInt8(ascii: ".") { kept.removeLast() }
            return kept == "-0" ? "0" : String(kept)
        }
    }

    /// Counts beyond `Int.max` are `Int.max`: no instance can tell the difference.
    package struct StringRules: Sendable {
        package var minLength: Int?
        package var maxLength: Int?
        package var pattern: Pattern?
        package var contentEncoding: String?
        package var contentMediaType: String?
        package var contentSchema: SchemaID?
    }

    package struct Pattern: Sendable {
        package let text: String
        package let range: SourceRange
    }

    package struct ArrayRules: Sendable {
        /// Empty when there is none.
        package var prefixItems: [SchemaID] = []
        /// `items` where the draft spells it so.
        package var prefixKeyword = "prefixItems"
        /// The items after the prefix.
        package var items: SchemaID?
        /// `additionalItems` where the draft spells it so.
        package var itemsKeyword = "items"
        package var contains: SchemaID?
        /// 1 where `contains` stands alone.
        package var minContains: Int?
        package var maxContains: Int?
        package var minItems: Int?
        package var maxItems: Int?
        package var uniqueItems = false
        package var unevaluatedItems: SchemaID?
        /// From 2020-12 on, items that `contains` accepts are evaluated for `unevaluatedItems`.
        package var containsEvaluates = true
    }

    package struct ObjectRules: Sendable {
        /// In document order.
        package var properties: [Property] = []
        package var patternProperties: [PatternProperty] = []
        package var additionalProperties: SchemaID?
        package var propertyNames: SchemaID?
        package var required: [String] = []
        package var minProperties: Int?
        package var maxProperties: Int?
        package var dependentRequired: [DependentRequired] = []
        package var dependentSchemas: [DependentSchema] = []
        package var unevaluatedProperties: SchemaID?
    }

    package struct Property: Sendable {
        package let name: String
        package let nameRange: SourceRange
        package let schema: SchemaID
    }

    package struct PatternProperty: Sendable {
        package let pattern: Pattern
        package let schema: SchemaID
    }

    package struct DependentRequired: Sendable {
        package let name: String
        package let required: [String]
        /// `dependencies` where the draft spells it so.
        package let keyword: String
    }

    package struct DependentSchema: Sendable {
        package let name: String
        package let schema: SchemaID
        /// `dependencies` where the draft spells it so.
        package let keyword: String
    }

    /// Schemas that apply to the same instance. Empty lists stand for absent keywords.
    package struct Applicators: Sendable {
        package var allOf: [SchemaID] = []
        package var anyOf: [SchemaID] = []
        package var oneOf: [SchemaID] = []
        package var not: SchemaID?
        package var condition: Condition?
    }

    package struct Condition: Sendable {
        package let test: SchemaID
        package let then: SchemaID?
        package let otherwise: SchemaID?
    }
}
