import TypewrightReader
import TypewrightSpec

extension Evaluation {
    func checkArray(_ schema: Schema, _ rules: Schema.ArrayRules, _ value: Value, _ scope: Int, _ marks: inout Marks) -> Bool {
        let elements = value.node.elements
        var isValid = checkCounts(schema, rules, value)
        if !isValid && stopsAtFirst { return false }
        for (index, element) in elements.enumerated() {
            let isPrefix = index < rules.prefixItems.count
            guard let item = isPrefix ? rules.prefixItems[index] : rules.items else { break }
            marks.mark(index)
            isValid = evaluateElement(item, element, index, scope, via: isPrefix ? rules.prefixKeyword : rules.itemsKeyword) && isValid
            if !isValid && stopsAtFirst { return false }
        }
        if let contains = rules.contains {
            isValid = checkContains(contains, schema, rules, value, scope, &marks) && isValid
            if !isValid && stopsAtFirst { return false }
        }
        if rules.uniqueItems, let (first, second) = hashes.firstRepetition(in: elements) {
            isValid = fail(schema, "uniqueItems", value, Wording.uniqueItems(first, second))
        }
        return isValid
    }

    private func checkCounts(_ schema: Schema, _ rules: Schema.ArrayRules, _ value: Value) -> Bool {
        let count = value.node.elements.count
        var isValid = true
        if let bound = rules.minItems, count < bound { isValid = fail(schema, "minItems", value, Wording.minItems(count, bound)) }
        if let bound = rules.maxItems, count > bound { isValid = fail(schema, "maxItems", value, Wording.maxItems(count, bound)) }
        return isValid
    }

    private func checkContains(
        _ contains: SchemaID, _ schema: Schema, _ rules: Schema.ArrayRules, _ value: Value, _ scope: Int, _ marks: inout Marks
    ) -> Bool {
        var count = 0
        for (index, element) in value.node.elements.enumerated() {
            var unused = Marks(isWanted: false)
            guard tries(contains, Value(element), scope, &unused) else { continue }
            count += 1
            if rules.containsEvaluates { marks.mark(index) }
        }
        let least = rules.minContains ?? 1
        var isValid = true
        if count < least {
            isValid = fail(schema, least == 1 ? "contains" : "minContains", value, Wording.minContains(count, least))
        }
        if let most = rules.maxContains, count > most {
            isValid = fail(schema, "maxContains", value, Wording.maxContains(count, most))
        }
        return isValid
    }
}
