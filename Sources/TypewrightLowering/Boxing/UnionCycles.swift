import TypewrightModel

extension Lowerer {
    /// A union that is one of its own branches (`anyOf: [{$ref: '#'}, {type: integer}]`), directly or by way of
    /// other unions, would read the same value again and again. The branch that leads back can be anything.
    func breakUnionCycles() {
        for index in api.types.indices {
            let id = TypeID(index)
            guard case .union(var union) = api[id].shape else { continue }
            var hasChanged = false
            for branch in union.branches.indices where isInPlace(id, in: union.branches[branch].type) {
                union.branches[branch].type = .any
                hasChanged = true
            }
            if hasChanged { api[id].shape = .union(union) }
        }
    }

    /// Whether a value of the type may be one of `goal`, and not only hold one.
    private func isInPlace(_ goal: TypeID, in type: TypeReference) -> Bool {
        var seen: Set<TypeID> = []
        var waiting = [type]
        while let next = waiting.popLast() {
            switch next {
            case .any, .boolean, .integer, .number, .string, .text, .array, .map: continue
            case .nullable(let inner): waiting.append(inner)
            case .named(let id):
                if id == goal { return true }
                guard seen.insert(id).inserted else { continue }
                switch api[id].shape {
                case .alias(let target): waiting.append(target)
                case .union(let union): waiting += union.branches.map(\.type)
                case .object, .tuple, .enumeration: continue
                }
            }
        }
        return false
    }
}
