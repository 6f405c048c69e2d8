import TypewrightModel
import TypewrightSpec

extension CheckMaker {
    func array(_ rules: Schema.ArrayRules) -> ArrayCheck {
        var check = ArrayCheck()
        check.prefix = rules.prefixItems.map(id)
        check.prefixKeyword = rules.prefixKeyword
        check.itemsKeyword = rules.itemsKeyword
        check.items = rules.items.map(id)
        check.hasItems = rules.items != nil
        check.minItems = rules.minItems ?? 0
        check.maxItems = rules.maxItems
        check.isUnique = rules.uniqueItems
        if let contains = rules.contains {
            check.contains = ArrayCheck.Contains(
                check: id(contains), minimum: rules.minContains ?? 1, maximum: rules.maxContains, evaluates: rules.containsEvaluates)
        }
        return check
    }

    mutating func object(_ rules: Schema.ObjectRules, of schema: SchemaID) -> ObjectCheck {
        var check = ObjectCheck()
        check.properties = rules.properties.map { ObjectCheck.Property(name: $0.name, check: id($0.schema)) }
        for property in rules.patternProperties {
            guard let pattern = pattern(property.pattern) else { continue }
            check.patterns.append(ObjectCheck.PatternProperty(pattern: pattern, check: id(property.schema)))
        }
        check.additional = rules.additionalProperties.map(id)
        check.hasAdditional = rules.additionalProperties != nil
        check.names = rules.propertyNames.map(id)
        check.minProperties = rules.minProperties ?? 0
        check.maxProperties = rules.maxProperties
        check.dependencies = rules.dependentRequired.map { ObjectCheck.Dependency(name: $0.name, required: $0.required, keyword: $0.keyword) }
        check.required = required(rules, by: schema)
        return check
    }

    private func required(_ rules: Schema.ObjectRules, by schema: SchemaID) -> [ObjectCheck.Required] {
        var seen: Set<String> = []
        var required: [ObjectCheck.Required] = []
        for name in rules.required where seen.insert(name).inserted {
            let ways = oneWayProperties.ways(of: name, requiredBy: schema)
            let direction: Direction = ways.map { $0.isReadOnly ? .responseOnly : .requestOnly } ?? .both
            required.append(ObjectCheck.Required(name: name, direction: direction))
        }
        return required
    }
}
