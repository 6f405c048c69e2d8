/// A value that does not satisfy its schema, with everything that is wrong with it.
public struct ValidationError: Error, Sendable, Hashable {
    public var violations: [Violation]

    public init(_ violations: [Violation]) {
        self.violations = violations
    }
}

/// One rule that a value breaks.
public struct Violation: Sendable, Hashable {
    /// Where the value stands: a JSON pointer, empty for the whole.
    public var pointer: String
    /// The rule: `maximum`, `required`, `pattern`…
    public var keyword: String
    /// Where the rule stands in the document.
    public var schemaLocation: String
    /// What is wrong, without the pointer: `2.0 is above the maximum 1.5`.
    public var message: String
    /// The offending value as JSON text, shortened where it is long.
    public var value: String

    public init(pointer: String, keyword: String, schemaLocation: String = "", message: String, value: String = "") {
        self.pointer = pointer
        self.keyword = keyword
        self.schemaLocation = schemaLocation
        self.message = message
        self.value = value
    }
}

extension Violation: CustomStringConvertible {
    public var description: String { pointer.isEmpty ? message : "\(pointer): \(message)" }
}

extension ValidationError: CustomStringConvertible {
    public var description: String { violations.map(\.description).joined(separator: "; ") }
}
