/// One rule that a JSON text breaks.
public struct Violation: Hashable, Sendable, CustomStringConvertible {
    /// Where the value stands in the text, as a JSON pointer; empty for the whole text.
    public let pointer: String
    /// The keyword of JSON Schema that is broken; `json` where the text is no JSON.
    public let keyword: String
    /// Where the keyword stands: `#/components/schemas/Voice/properties/speed/maximum`.
    public let schemaLocation: String
    public let message: String
    /// The value as it stands in the text, cut where it is long.
    public let value: String
    /// Where the value begins, in bytes.
    public let offset: Int
    /// Where no alternative of `anyOf` or `oneOf` matches: what the closest one still wants.
    public let closest: [Violation]

    public init(
        pointer: String, keyword: String, schemaLocation: String, message: String, value: String, offset: Int, closest: [Violation] = []
    ) {
        self.pointer = pointer
        self.keyword = keyword
        self.schemaLocation = schemaLocation
        self.message = message
        self.value = value
        self.offset = offset
        self.closest = closest
    }

    public var description: String {
        pointer.isEmpty ? message : pointer + ": " + message
    }
}

/// All that is wrong with a JSON text, in the order of the text.
public struct ValidationError: Error, Hashable, Sendable, CustomStringConvertible {
    public let violations: [Violation]
    /// Whether there were more than the limit of the options let pass.
    public let isCutShort: Bool

    public init(violations: [Violation], isCutShort: Bool = false) {
        self.violations = violations
        self.isCutShort = isCutShort
    }

    /// A line for each violation; and after one of alternatives, further in, what the closest one wants.
    public var description: String {
        var lines: [String] = []
        for violation in violations {
            lines.append(violation.description)
            lines += violation.closest.map { "    the closest alternative: " + $0.description }
        }
        if isCutShort { lines.append("(more violations were not looked for)") }
        return lines.joined(separator: "\n")
    }
}
