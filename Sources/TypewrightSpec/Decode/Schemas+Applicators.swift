import TypewrightReader
import TypewrightSource

extension SpecDecoder {
    func readApplicator(_ keyword: Keyword, _ member: Node.Member, _ context: SchemaContext, _ draft: SchemaDraft) {
        switch keyword {
        case .allOf, .anyOf, .oneOf:
            let schemas = branches(member, context)
            guard !schemas.isEmpty else { return }
            draft.groups.insert(.applicators)
            switch keyword {
            case .allOf: draft.applicators.allOf = schemas
            case .anyOf: draft.applicators.anyOf = schemas
            default: draft.applicators.oneOf = schemas
            }
        default:
            let schema = schema(member.value, at: context.place(member.key), in: context.located)
            switch keyword {
            case .not:
                draft.groups.insert(.applicators)
                draft.applicators.not = schema
            case .if: draft.condition = schema
            case .then: draft.then = schema
            default: draft.otherwise = schema
            }
        }
    }

    private func branches(_ member: Node.Member, _ context: SchemaContext) -> [SchemaID] {
        if member.value.kind == .object {
            // One branch without its brackets.
            faults.warning("wrong-type", "`\(member.key)` is an array of schemas; taken as one branch.", at: member.value.range)
            return [schema(member.value, at: context.place(member.key), in: context.located)]
        }
        if member.value.kind == .array && member.value.elements.isEmpty {
            faults.warning("empty-branches", "`\(member.key)` has no branches; ignored.", at: member.value.range)
        }
        return schemaList(member, context)
    }

    /// What the keywords mean together.
    func settle(_ draft: SchemaDraft, _ context: SchemaContext) {
        settleNumeric(draft)
        reportContradiction("minLength", draft.string.minLength, "maxLength", draft.string.maxLength, of: "string", context)
        settleArray(draft, context)
        settleObject(draft, context)
        // `then` and `else` mean nothing without `if`; `if` alone only marks what it evaluates.
        if let test = draft.condition {
            draft.groups.insert(.applicators)
            draft.applicators.condition = Schema.Condition(test: test, then: draft.then, otherwise: draft.otherwise)
        }
        if draft.isNullable, draft.types != nil { draft.types?.insert(.null) }
        reportUnreachableValues(draft)
    }
}
