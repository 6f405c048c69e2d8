import TypewrightReader
import TypewrightSource

extension SpecDecoder {
    func readString(_ keyword: Keyword, _ member: Node.Member, _ context: SchemaContext, _ draft: SchemaDraft) {
        draft.groups.insert(.string)
        switch keyword {
        case .minLength: draft.string.minLength = count(member)
        case .maxLength: draft.string.maxLength = count(member)
        case .pattern: draft.string.pattern = string(member).map { Schema.Pattern(text: $0, range: member.value.range) }
        case .contentEncoding: draft.string.contentEncoding = string(member)
        case .contentMediaType: draft.string.contentMediaType = string(member)
        default: draft.string.contentSchema = schema(member.value, at: context.place(member.key), in: context.located)
        }
    }

    /// A least count above the greatest.
    func reportContradiction(_ lowName: String, _ low: Int?, _ highName: String, _ high: Int?, of what: String, _ context: SchemaContext) {
        guard let low, let high, low > high else { return }
        let node = context.located.node
        faults.warning(
            "contradictory-bounds", "No \(what) satisfies `\(lowName)` \(low) and `\(highName)` \(high).",
            at: node[highName]?.range ?? node.range, notes: [("the other bound is here", node[lowName]?.range)]
        )
    }
}
