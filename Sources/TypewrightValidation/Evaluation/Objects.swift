import TypewrightReader
import TypewrightSpec

extension Evaluation {
    func checkObject(_ schema: Schema, _ rules: Schema.ObjectRules, _ value: Value, _ scope: Int, _ marks: inout Marks) -> Bool {
        let node = value.node
        var isValid = checkCounts(schema, rules, value)
        if !isValid && stopsAtFirst { return false }
        isValid = checkRequired(schema, rules, value) && isValid
        if !isValid && stopsAtFirst { return false }
        isValid = checkMembers(schema, rules, node, scope, &marks) && isValid
        if !isValid && stopsAtFirst { return false }
        for dependent in rules.dependentSchemas where node[dependent.name] != nil {
            isValid = evaluate(dependent.schema, value, scope: scope, &marks, via: dependent.keyword) && isValid
            if !isValid && stopsAtFirst { return false }
        }
        return isValid
    }

    private func checkCounts(_ schema: Schema, _ rules: Schema.ObjectRules, _ value: Value) -> Bool {
        let count = value.node.members.count
        var isValid = true
        if let bound = rules.minProperties, count < bound {
            isValid = fail(schema, "minProperties", value, Wording.minProperties(count, bound))
        }
        if let bound = rules.maxProperties, count > bound {
            isValid = fail(schema, "maxProperties", value, Wording.maxProperties(count, bound))
        }
        return isValid
    }

    private func checkRequired(_ schema: Schema, _ rules: Schema.ObjectRules, _ value: Value) -> Bool {
        var isValid = true
        for name in rules.required where value.node[name] == nil {
            if isExcused(name, schema.id) { continue }
            isValid = fail(schema, "required", value, Wording.required(name))
            if stopsAtFirst { return false }
        }
        for dependent in rules.dependentRequired where value.node[dependent.name] != nil {
            for name in dependent.required where value.node[name] == nil {
                let message = Wording.dependentRequired(name, requiredBy: dependent.name)
                isValid = fail(schema, dependent.keyword, value, message)
                if stopsAtFirst { return false }
            }
        }
        return isValid
    }

    /// A property that only goes the other way is not demanded; nor is, where no way is named, one that
    /// goes one way only.
    private func isExcused(_ name: String, _ schema: SchemaID) -> Bool {
        guard let ways = validator.oneWayProperties.ways(of: name, requiredBy: schema) else { return false }
        switch validator.options.direction {
        case .either: return true
        // Whoever marks a property both ways gets what `readOnly` says.
        case .request: return ways.isReadOnly
        case .response: return ways.isWriteOnly && !ways.isReadOnly
        }
    }

    private func checkMembers(
        _ schema: Schema, _ rules: Schema.ObjectRules, _ node: Node, _ scope: Int, _ marks: inout Marks
    ) -> Bool {
        guard !rules.properties.isEmpty || !rules.patternProperties.isEmpty || rules.additionalProperties != nil || rules.propertyNames != nil
        else { return true }
        var isValid = true
        for (index, member) in node.members.enumerated() {
            isValid = check(member, at: index, schema, rules, scope, &marks) && isValid
            if !isValid && stopsAtFirst { return false }
        }
        return isValid
    }

    private func check(
        _ member: Node.Member, at index: Int, _ schema: Schema, _ rules: Schema.ObjectRules, _ scope: Int, _ marks: inout Marks
    ) -> Bool {
        var isValid = true
        var isKnown = false
        let name = member.key
        if let names = rules.propertyNames {
            var unused = Marks(isWanted: false)
            isValid = evaluate(names, Value(nameOf: member), scope: scope, &unused, via: "propertyNames")
        }
        if let property = validator.index(of: name, in: rules, of: schema.id) {
            isKnown = true
            isValid = evaluateMember(rules.properties[property].schema, member, scope, via: "properties") && isValid
        }
        for rule in rules.patternProperties {
            guard let matcher = validator.matcher(of: rule.pattern.text), case .matched = matcher.search(Array(name.utf8)) else { continue }
            isKnown = true
            isValid = evaluateMember(rule.schema, member, scope, via: "patternProperties") && isValid
        }
        if !isKnown, let additional = rules.additionalProperties {
            isKnown = true
            isValid = evaluateMember(additional, member, scope, via: "additionalProperties") && isValid
        }
        if isKnown { marks.mark(index) }
        return isValid
    }
}
