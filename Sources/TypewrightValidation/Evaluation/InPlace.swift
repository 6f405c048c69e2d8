import TypewrightReader
import TypewrightSpec

/// Schemas that apply to the same value.
extension Evaluation {
    func checkInPlace(_ schema: Schema, _ value: Value, _ scope: Int, _ marks: inout Marks) -> Bool {
        var isValid = true
        if let target = schema.reference?.target {
            isValid = evaluate(target, value, scope: scope, &marks, via: "$ref")
            if !isValid && stopsAtFirst { return false }
        }
        if let reference = schema.dynamicReference, let target = target(of: reference, in: scope) {
            isValid = evaluate(target, value, scope: scope, &marks, via: "$dynamicRef") && isValid
            if !isValid && stopsAtFirst { return false }
        }
        guard let applicators = schema.applicators else { return isValid }
        for branch in applicators.allOf {
            isValid = evaluate(branch, value, scope: scope, &marks, via: "allOf") && isValid
            if !isValid && stopsAtFirst { return false }
        }
        isValid = checkBranches(schema, applicators, value, scope, &marks) && isValid
        if !isValid && stopsAtFirst { return false }
        if let condition = applicators.condition {
            isValid = check(condition, value, scope, &marks) && isValid
        }
        return isValid
    }

    /// The outermost resource on the way that has the anchor decides.
    private func target(of reference: Schema.DynamicReference, in scope: Int) -> SchemaID? {
        guard let anchor = reference.anchor else { return reference.target }
        for resource in scopes.resources(of: scope) {
            if let target = spec[resource].dynamicAnchors[anchor] { return target }
        }
        return reference.target
    }

    private func checkBranches(
        _ schema: Schema, _ applicators: Schema.Applicators, _ value: Value, _ scope: Int, _ marks: inout Marks
    ) -> Bool {
        // Checked where `enum` is.
        if spec.listedValues(of: schema) != nil { return checkNot(schema, applicators, value, scope) }
        var isValid = true
        if !applicators.anyOf.isEmpty {
            if value.kind != .null, let other = spec.other(thanNull: applicators.anyOf) {
                isValid = evaluate(orNull: applicators.anyOf[other], value, scope, &marks)
            } else if !checkAnyOf(applicators.anyOf, value, scope, &marks) {
                isValid = failAlternatives(schema, "anyOf", applicators.anyOf, value, scope)
            }
        }
        if !applicators.oneOf.isEmpty {
            if value.kind != .null, let other = spec.other(thanNull: applicators.oneOf) {
                isValid = evaluate(orNull: applicators.oneOf[other], value, scope, &marks) && isValid
            } else {
                isValid = checkOneOf(schema, applicators.oneOf, value, scope, &marks) && isValid
            }
        }
        return checkNot(schema, applicators, value, scope) && isValid
    }

    private func checkNot(_ schema: Schema, _ applicators: Schema.Applicators, _ value: Value, _ scope: Int) -> Bool {
        guard let not = applicators.not else { return true }
        var unused = Marks(isWanted: false)
        return !tries(not, value, scope, &unused) || fail(schema, "not", value, Wording.not(value.shown))
    }

    /// The branch beside `null`, for a value that is not null, tells itself what is wrong.
    private func evaluate(orNull schema: SchemaID, _ value: Value, _ scope: Int, _ marks: inout Marks) -> Bool {
        allowsNullToo = schema
        defer { allowsNullToo = nil }
        return evaluate(schema, value, scope: scope, &marks, via: "")
    }

    /// Evaluates without reporting.
    func tries(_ schema: SchemaID, _ value: Value, _ scope: Int, _ marks: inout Marks) -> Bool {
        trials += 1
        defer { trials -= 1 }
        return evaluate(schema, value, scope: scope, &marks, via: "")
    }

    private func checkAnyOf(_ branches: [SchemaID], _ value: Value, _ scope: Int, _ marks: inout Marks) -> Bool {
        var isAny = false
        for branch in branches {
            isAny = tries(branch, value, scope, &marks) || isAny
            // All branches that match mark what they evaluate.
            if isAny && !marks.isWanted { return true }
        }
        return isAny
    }

    private func checkOneOf(_ schema: Schema, _ branches: [SchemaID], _ value: Value, _ scope: Int, _ marks: inout Marks) -> Bool {
        var found: Int?
        for (index, branch) in branches.enumerated() where tries(branch, value, scope, &marks) {
            if let found {
                return fail(schema, "oneOf", value, Wording.severalAlternatives(value.shown, found + 1, index + 1))
            }
            found = index
        }
        return found != nil || failAlternatives(schema, "oneOf", branches, value, scope)
    }

    private func failAlternatives(_ schema: Schema, _ keyword: String, _ branches: [SchemaID], _ value: Value, _ scope: Int) -> Bool {
        fail(
            schema, keyword, value, Wording.noAlternative(value.shown, of: branches.count),
            closest: closest(of: branches, schema, value, scope)
        )
    }

    private func check(_ condition: Schema.Condition, _ value: Value, _ scope: Int, _ marks: inout Marks) -> Bool {
        if tries(condition.test, value, scope, &marks) {
            guard let then = condition.then else { return true }
            return evaluate(then, value, scope: scope, &marks, via: "then")
        }
        guard let otherwise = condition.otherwise else { return true }
        return evaluate(otherwise, value, scope: scope, &marks, via: "else")
    }

    func checkUnevaluated(_ schema: Schema, _ value: Value, _ scope: Int, _ marks: inout Marks) -> Bool {
        var isValid = true
        if let rest = schema.object?.unevaluatedProperties, value.kind == .object {
            for (index, member) in value.node.members.enumerated() where !marks.contains(index) {
                isValid = evaluateMember(rest, member, scope, via: "unevaluatedProperties") && isValid
                if !isValid && stopsAtFirst { return false }
            }
            marks.markAll()
        }
        if let rest = schema.array?.unevaluatedItems, value.kind == .array {
            for (index, element) in value.node.elements.enumerated() where !marks.contains(index) {
                isValid = evaluateElement(rest, element, index, scope, via: "unevaluatedItems") && isValid
                if !isValid && stopsAtFirst { return false }
            }
            marks.markAll()
        }
        return isValid
    }

    func evaluateMember(_ schema: SchemaID, _ member: Node.Member, _ scope: Int, via keyword: String) -> Bool {
        path.append(.member(member.key))
        defer { path.removeLast() }
        var marks = Marks(isWanted: false)
        return evaluate(schema, Value(member.value), scope: scope, &marks, via: keyword)
    }

    func evaluateElement(_ schema: SchemaID, _ element: Node, _ index: Int, _ scope: Int, via keyword: String) -> Bool {
        path.append(.element(index))
        defer { path.removeLast() }
        var marks = Marks(isWanted: false)
        return evaluate(schema, Value(element), scope: scope, &marks, via: keyword)
    }
}
