extension API {
    /// Whether a declaration is only another name for a type that checks less, or knows nothing of the
    /// schema's location: `type Email = String`. Such an alias gets a validator beside it.
    package func needsValidator(_ id: TypeID) -> Bool {
        guard let check = self[id].check, case .alias(var target) = self[id].shape else { return false }
        // Circles of aliases were cut; the bound is against a broken table.
        for _ in 0...types.count {
            guard case .named(let other) = target else { return true }
            guard case .alias(let next) = self[other].shape else { return self[other].check != check }
            target = next
        }
        return true
    }
}
