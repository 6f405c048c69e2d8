import TypewrightModel

extension Constraint {
    /// As a sentence of a documentation comment.
    var sentence: String {
        switch self {
        case .minimum(let bound): "At least \(bound)."
        case .maximum(let bound): "At most \(bound)."
        case .exclusiveMinimum(let bound): "Greater than \(bound)."
        case .exclusiveMaximum(let bound): "Less than \(bound)."
        case .multipleOf(let factor): "A multiple of \(factor)."
        case .minLength(let length): "At least \(length) \(length == 1 ? "character" : "characters")."
        case .maxLength(let length): "At most \(length) \(length == 1 ? "character" : "characters")."
        case .pattern(let pattern): "Matches `\(pattern)`."
        case .format(let format): "Format: \(format)."
        case .minItems(let count): "At least \(count) \(count == 1 ? "item" : "items")."
        case .maxItems(let count): "At most \(count) \(count == 1 ? "item" : "items")."
        case .uniqueItems: "No item twice."
        case .minProperties(let count): "At least \(count) \(count == 1 ? "property" : "properties")."
        case .maxProperties(let count): "At most \(count) \(count == 1 ? "property" : "properties")."
        }
    }
}

extension Documentation {
    /// The paragraphs of a documentation comment.
    func paragraphs() -> [String] {
        var paragraphs: [String] = []
        if let title, title != description { paragraphs.append(title) }
        if let description { paragraphs.append(description) }
        let sentences = constraints.map(\.sentence)
        if !sentences.isEmpty { paragraphs.append(sentences.joined(separator: " ")) }
        if isDeprecated, description?.lowercased().hasPrefix("deprecated") != true { paragraphs.append("Deprecated.") }
        return paragraphs
    }

    func comment(more: [String] = []) -> Code {
        Code.documentation(paragraphs() + more)
    }
}
