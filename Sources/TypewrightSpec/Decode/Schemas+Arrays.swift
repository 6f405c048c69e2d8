import TypewrightReader
import TypewrightSource

extension SpecDecoder {
    func readArray(_ keyword: Keyword, _ member: Node.Member, _ context: SchemaContext, _ draft: SchemaDraft) {
        draft.groups.insert(.array)
        let place = context.place(member.key)
        switch keyword {
        case .prefixItems: draft.array.prefixItems = schemaList(member, context)
        case .items: draft.itemsNode = (member.value, place)
        case .additionalItems: draft.additionalItems = (member.value, place)
        case .contains: draft.array.contains = schema(member.value, at: place, in: context.located)
        case .minContains: draft.array.minContains = count(member)
        case .maxContains: draft.array.maxContains = count(member)
        case .minItems: draft.array.minItems = count(member)
        case .maxItems: draft.array.maxItems = count(member)
        case .uniqueItems: draft.array.uniqueItems = boolean(member) ?? false
        default: draft.array.unevaluatedItems = schema(member.value, at: place, in: context.located)
        }
    }

    func schemaList(_ member: Node.Member, _ context: SchemaContext) -> [SchemaID] {
        guard member.value.kind == .array else {
            wrongType(member, expected: "an array of schemas")
            return []
        }
        let place = context.place(member.key)
        var schemas: [SchemaID] = []
        for (index, element) in member.value.elements.enumerated() {
            schemas.append(schema(element, at: place.element(index), in: context.located))
        }
        return schemas
    }

    func settleArray(_ draft: SchemaDraft, _ context: SchemaContext) {
        settleItems(draft, context)
        guard draft.groups.contains(.array) else { return }
        let rules = draft.array
        draft.array.containsEvaluates = context.dialect.draft >= .draft2020
        reportContradiction("minItems", rules.minItems, "maxItems", rules.maxItems, of: "array", context)
        reportContradiction("minContains", rules.minContains, "maxContains", rules.maxContains, of: "array", context)
    }

    private func settleItems(_ draft: SchemaDraft, _ context: SchemaContext) {
        guard let (node, place) = draft.itemsNode else {
            reportMissingItems(draft, context)
            return
        }
        guard node.kind == .array else {
            draft.array.items = schema(node, at: place, in: context.located)
            return
        }
        if context.dialect.draft == .openAPI30 || context.dialect.draft == .draft2020 {
            faults.warning("other-spelling", "An array of schemas is called `prefixItems` since 2020-12; taken as such.", at: node.range)
        }
        draft.array.prefixKeyword = "items"
        draft.array.itemsKeyword = "additionalItems"
        for (index, element) in node.elements.enumerated() {
            draft.array.prefixItems.append(schema(element, at: place.element(index), in: context.located))
        }
        if let (rest, place) = draft.additionalItems {
            draft.array.items = schema(rest, at: place, in: context.located)
        }
    }

    /// Only 3.0 demands `items`.
    private func reportMissingItems(_ draft: SchemaDraft, _ context: SchemaContext) {
        guard context.dialect.draft == .openAPI30, draft.types?.contains(.array) == true, draft.array.prefixItems.isEmpty else { return }
        faults.warning(
            "missing-items", "An array says what its `items` are; any are accepted.", at: context.located.node["type"]?.range,
            help: "Write `items: {}` if that is meant."
        )
    }
}
