/// `anyOf: [X, {type: null}]` is how 3.1 writes an X that may be null.
extension Spec {
    /// Whether the schema accepts `null` and nothing else, by what it says itself.
    package func isNull(_ id: SchemaID) -> Bool {
        let schema = self[id]
        if schema.types == .null { return true }
        if let constant = schema.constant { return constant.kind == .null }
        if let values = schema.enumeration, !values.isEmpty { return !values.contains { $0.kind != .null } }
        return false
    }

    /// Of a choice between a schema and `null`, where the former stands: for a value that is not null there is no choice.
    package func other(thanNull branches: [SchemaID]) -> Int? {
        guard branches.count == 2 else { return nil }
        let areNull = branches.map(isNullInTheEnd)
        guard areNull[0] != areNull[1] else { return nil }
        let other = areNull[0] ? 1 : 0
        return self[branches[other]].boolean == nil ? other : nil
    }

    private func isNullInTheEnd(_ id: SchemaID) -> Bool {
        var id = id
        // The bound is against circles.
        for _ in 0..<16 {
            if isNull(id) { return true }
            guard let target = self[id].reference?.target else { return false }
            id = target
        }
        return false
    }
}
