extension CheckTable {
    /// Whether two checks ask the same of a value, in the same order, wherever their schemas stand.
    package func areSame(_ a: CheckID?, _ b: CheckID?) -> Bool {
        var comparison = CheckComparison(table: self)
        return comparison.areSame(a, b)
    }
}

/// Goes through two checks side by side, with all that they speak of.
private struct CheckComparison {
    let table: CheckTable
    /// Pairs that are being compared, or were found the same: recursion leads back to them.
    private var assumed: Set<Pair> = []
    /// Schemas within schemas are compared down to here; what is deeper counts as different.
    private var depth = 64

    private struct Pair: Hashable {
        var a: CheckID
        var b: CheckID
    }

    init(table: CheckTable) {
        self.table = table
    }

    mutating func areSame(_ a: CheckID?, _ b: CheckID?) -> Bool {
        guard let a, let b else { return a == nil && b == nil }
        if a == b || !assumed.insert(Pair(a: a, b: b)).inserted { return true }
        if depth == 0 { return false }
        depth -= 1
        defer { depth += 1 }
        return isSame(table[a], table[b])
    }

    private mutating func isSame(_ a: Check, _ b: Check) -> Bool {
        hasSameValues(a, b) && isKnownAlike(a, b)
            && isSame(a.array, b.array) && isSame(a.object, b.object)
            && areSame(a.applications, b.applications) { $0.isSame($1, $2) }
            && areSame(a.unevaluatedProperties, b.unevaluatedProperties) && areSame(a.unevaluatedItems, b.unevaluatedItems)
    }

    private func hasSameValues(_ a: Check, _ b: Check) -> Bool {
        a.isNever == b.isNever && a.acceptsNull == b.acceptsNull && a.kinds == b.kinds && a.integersAreLexical == b.integersAreLexical
            && a.enumeration == b.enumeration && a.constant == b.constant && a.number == b.number && a.string == b.string
    }

    /// What is known of each from the whole graph.
    private func isKnownAlike(_ a: Check, _ b: Check) -> Bool {
        a.hasUnevaluatedProperties == b.hasUnevaluatedProperties && a.hasUnevaluatedItems == b.hasUnevaluatedItems
            && a.isCollected == b.isCollected && a.isRemembered == b.isRemembered && a.scope == b.scope
            && a.anyOfBesideNull == b.anyOfBesideNull && a.oneOfBesideNull == b.oneOfBesideNull
    }

    private mutating func isSame(_ a: ArrayCheck?, _ b: ArrayCheck?) -> Bool {
        guard let a, let b else { return a == nil && b == nil }
        return a.minItems == b.minItems && a.maxItems == b.maxItems && a.isUnique == b.isUnique && a.hasItems == b.hasItems
            && a.prefixKeyword == b.prefixKeyword && a.itemsKeyword == b.itemsKeyword
            && areSame(a.prefix, b.prefix) { $0.areSame($1, $2) }
            && areSame(a.items, b.items) && isSame(a.contains, b.contains)
    }

    private mutating func isSame(_ a: ArrayCheck.Contains?, _ b: ArrayCheck.Contains?) -> Bool {
        guard let a, let b else { return a == nil && b == nil }
        return a.minimum == b.minimum && a.maximum == b.maximum && a.evaluates == b.evaluates && areSame(a.check, b.check)
    }

    private mutating func isSame(_ a: ObjectCheck?, _ b: ObjectCheck?) -> Bool {
        guard let a, let b else { return a == nil && b == nil }
        return a.required == b.required && a.minProperties == b.minProperties && a.maxProperties == b.maxProperties
            && a.dependencies == b.dependencies && a.hasAdditional == b.hasAdditional
            && areSame(a.properties, b.properties) { $1.name == $2.name && $0.areSame($1.check, $2.check) }
            && areSame(a.patterns, b.patterns) { $1.pattern == $2.pattern && $0.areSame($1.check, $2.check) }
            && areSame(a.additional, b.additional) && areSame(a.names, b.names)
    }

    private mutating func isSame(_ a: Application, _ b: Application) -> Bool {
        switch (a, b) {
        case (.reference(let a), .reference(let b)): return areSame(a, b)
        case (.allOf(let a), .allOf(let b)), (.anyOf(let a), .anyOf(let b)), (.oneOf(let a), .oneOf(let b)):
            return areSame(a, b) { $0.areSame($1, $2) }
        case (.not(let a), .not(let b)): return areSame(a, b)
        case (.condition(let test, let then, let otherwise), .condition(let test2, let then2, let otherwise2)):
            return areSame(test, test2) && areSame(then, then2) && areSame(otherwise, otherwise2)
        case (.dependent(let name, let check, let keyword), .dependent(let name2, let check2, let keyword2)):
            return name == name2 && keyword == keyword2 && areSame(check, check2)
        case (.dynamicReference(let a), .dynamicReference(let b)):
            return areSame(a.targets, b.targets) { $1.scope == $2.scope && $0.areSame($1.check, $2.check) }
                && areSame(a.otherwise, b.otherwise)
        default: return false
        }
    }

    private mutating func areSame<Part>(_ a: [Part], _ b: [Part], by isSame: (inout Self, Part, Part) -> Bool) -> Bool {
        guard a.count == b.count else { return false }
        for index in a.indices where !isSame(&self, a[index], b[index]) { return false }
        return true
    }
}
