import TypewrightPattern
import TypewrightReader
import TypewrightSource
import TypewrightSpec

/// Validates instances against the schemas of a `Spec`, by walking the schema and the instance together.
///
/// Keeps what it prepared (compiled patterns, tables of properties), so one is best used for many
/// instances. Not `Sendable`: each thread makes its own.
package final class Validator {
    let spec: Spec
    let options: ValidationOptions
    let oneWayProperties: OneWayProperties
    private var patterns: [String: PatternMatcher?] = [:]
    private var propertyTables: [Int: [String: Int]] = [:]

    package init(_ spec: Spec, options: ValidationOptions = ValidationOptions()) {
        self.spec = spec
        self.options = options
        oneWayProperties = OneWayProperties(spec)
    }

    /// All violations up to the limit, in the order of the instance's text. Empty: the instance is valid.
    package func validate(_ instance: Node, against schema: SchemaID) -> [Violation] {
        let evaluation = Evaluation(self, limit: max(options.limit, 1))
        _ = evaluation.evaluate(schema, instance)
        return evaluation.sortedViolations
    }

    /// Stops at the first violation.
    package func isValid(_ instance: Node, against schema: SchemaID) -> Bool {
        let evaluation = Evaluation(self, limit: 1)
        evaluation.trials = 1
        return evaluation.evaluate(schema, instance)
    }

    /// `nil` for a pattern that is not a regular expression: it was reported elsewhere and accepts everything.
    func matcher(of pattern: String) -> PatternMatcher? {
        if let known = patterns[pattern] { return known }
        let matcher = (try? CompiledPattern(pattern))?.matcher()
        patterns[pattern] = .some(matcher)
        return matcher
    }

    /// The index of a property in its schema's list.
    func index(of name: String, in rules: Schema.ObjectRules, of schema: SchemaID) -> Int? {
        let properties = rules.properties
        if properties.count <= 8 {
            for index in properties.indices where NodeEquality.equal(properties[index].name, name) { return index }
            return nil
        }
        let table = propertyTable(of: schema, properties)
        guard let index = table[name] else { return nil }
        if NodeEquality.equal(properties[index].name, name) { return index }
        // Names that look the same to `String` but are spelled with other scalars.
        return properties.indices.first { NodeEquality.equal(properties[$0].name, name) }
    }

    private func propertyTable(of schema: SchemaID, _ properties: [Schema.Property]) -> [String: Int] {
        if let table = propertyTables[schema.index] { return table }
        var table: [String: Int] = [:]
        for index in properties.indices { table[properties[index].name] = index }
        propertyTables[schema.index] = table
        return table
    }
}
