import TypewrightSource

extension API {
    /// Declarations that are only another name for a type that checks less, or knows nothing of the schema's location:
    /// `type Email = String`. Such an alias gets a validator beside it.
    package var aliasesWithValidators: [TypeID] {
        let ends = Chains(types.indices.map(nameBehindAlias)).ends
        return types.indices.filter { index in
            guard let check = types[index].check, types[index].shape.isAlias else { return false }
            return types[ends[index]].shape.isAlias || types[ends[index]].check != check
        }.map { TypeID($0) }
    }

    private func nameBehindAlias(_ index: Int) -> Int? {
        guard case .alias(.named(let id)) = types[index].shape else { return nil }
        return id.index
    }
}
