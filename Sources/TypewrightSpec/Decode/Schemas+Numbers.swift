import TypewrightReader
import TypewrightSource

extension SpecDecoder {
    func readNumeric(_ keyword: Keyword, _ member: Node.Member, _ context: SchemaContext, _ draft: SchemaDraft) {
        if (keyword == .exclusiveMinimum || keyword == .exclusiveMaximum) && member.value.kind == .boolean {
            if context.dialect.draft > .openAPI30 {
                faults.warning(
                    "other-spelling", "`\(member.key)` is a number since draft-06; as a boolean it makes its neighbour exclusive.",
                    at: member.value.range
                )
            }
            if keyword == .exclusiveMinimum { draft.exclusiveMinimumFlag = member.value } else { draft.exclusiveMaximumFlag = member.value }
            return
        }
        guard let number = member.value.number else {
            wrongType(member, expected: "a number")
            return
        }
        draft.groups.insert(.numeric)
        let bound = Schema.Bound(number: number, range: member.value.range)
        switch keyword {
        case .minimum: draft.numeric.minimum = bound
        case .maximum: draft.numeric.maximum = bound
        case .exclusiveMinimum, .exclusiveMaximum:
            if context.dialect.draft <= .openAPI30 {
                faults.warning(
                    "other-spelling", "`\(member.key)` is a boolean in this version; taken as the exclusive bound itself.", at: member.value.range
                )
            }
            if keyword == .exclusiveMinimum { draft.numeric.exclusiveMinimum = bound } else { draft.numeric.exclusiveMaximum = bound }
        default: readMultiple(bound, member, draft)
        }
    }

    private func readMultiple(_ bound: Schema.Bound, _ member: Node.Member, _ draft: SchemaDraft) {
        if let value = ExactNumber(bound.number.text), value.isZero || value.isNegative {
            faults.warning("wrong-type", "`multipleOf` is above 0; ignored.", at: member.value.range)
        } else {
            draft.numeric.multipleOf = bound
        }
    }

    func settleNumeric(_ draft: SchemaDraft) {
        if draft.exclusiveMinimumFlag?.boolean == true, let bound = draft.numeric.minimum {
            draft.numeric.exclusiveMinimum = bound
            draft.numeric.minimum = nil
        }
        if draft.exclusiveMaximumFlag?.boolean == true, let bound = draft.numeric.maximum {
            draft.numeric.exclusiveMaximum = bound
            draft.numeric.maximum = nil
        }
        guard draft.groups.contains(.numeric) else { return }
        let rules = draft.numeric
        reportContradiction("minimum", rules.minimum, "maximum", rules.maximum, orEqual: false)
        reportContradiction("exclusiveMinimum", rules.exclusiveMinimum, "maximum", rules.maximum, orEqual: true)
        reportContradiction("minimum", rules.minimum, "exclusiveMaximum", rules.exclusiveMaximum, orEqual: true)
        reportContradiction("exclusiveMinimum", rules.exclusiveMinimum, "exclusiveMaximum", rules.exclusiveMaximum, orEqual: true)
        if draft.types?.contains(.integer) == true && draft.types?.contains(.number) == false {
            for bound in [rules.minimum, rules.maximum, rules.exclusiveMinimum, rules.exclusiveMaximum] { reportLarge(bound) }
        }
    }

    private func reportContradiction(_ lowName: String, _ low: Schema.Bound?, _ highName: String, _ high: Schema.Bound?, orEqual: Bool) {
        guard let low, let high, let least = ExactNumber(low.number.text), let most = ExactNumber(high.number.text) else { return }
        if least > most || (orEqual && least == most) {
            faults.warning(
                "contradictory-bounds", "No number satisfies `\(lowName)` \(low.number.text) and `\(highName)` \(high.number.text).",
                at: high.range, notes: [("the other bound is here", low.range)]
            )
        }
    }

    private func reportLarge(_ bound: Schema.Bound?) {
        guard let bound, let value = ExactNumber(bound.number.text), !value.fitsInt64 else { return }
        faults.warning("large-bound", "The bound \(bound.number.text) is beyond 64-bit integers.", at: bound.range)
    }
}
