import TypewrightModel

extension Lowerer {
    /// An alias cannot speak of itself, not even through an array: `Tree: {type: array, items: {$ref: Tree}}`.
    /// It becomes a type of its own around the array or map; one that leads only to itself can be anything.
    func breakAliasCycles() {
        for index in api.types.indices {
            let id = TypeID(index)
            guard case .alias(let target) = api[id].shape, leads(target, to: id) else { continue }
            switch target {
            case .array(let element): api[id].shape = .tuple(TupleShape(items: [], rest: element))
            case .map(let value): api[id].shape = .object(ObjectShape(properties: [], additional: .map(value)))
            default: api[id].shape = .alias(.any)
            }
        }
    }

    private func leads(_ type: TypeReference, to goal: TypeID) -> Bool {
        var type = type
        var steps = 0
        while steps <= api.types.count {
            steps += 1
            switch type {
            case .any, .boolean, .integer, .number, .string, .text: return false
            case .array(let inner), .map(let inner), .nullable(let inner): type = inner
            case .named(let id):
                if id == goal { return true }
                guard case .alias(let next) = api[id].shape else { return false }
                type = next
            }
        }
        // A cycle that does not come by here is broken where it does.
        return false
    }
}
