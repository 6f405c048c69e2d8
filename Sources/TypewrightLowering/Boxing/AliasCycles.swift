import TypewrightModel
import TypewrightSource

extension Lowerer {
    /// An alias cannot speak of itself, not even through an array: `Tree: {type: array, items: {$ref: Tree}}`.
    /// It becomes a type of its own around the array or map; one that leads only to itself can be anything.
    func breakAliasCycles() {
        for circle in Chains(api.types.indices.map(nextName)).circles {
            guard let first = circle.min(), case .alias(let target) = api.types[first].shape else { continue }
            switch target {
            case .array(let element): api.types[first].shape = .tuple(TupleShape(items: [], rest: element))
            case .map(let value): api.types[first].shape = .object(ObjectShape(properties: [], additional: .map(value)))
            default: api.types[first].shape = .alias(.any)
            }
        }
    }

    /// The name that an alias speaks of.
    private func nextName(_ index: Int) -> Int? {
        guard case .alias(var type) = api.types[index].shape else { return nil }
        while true {
            switch type {
            case .any, .boolean, .integer, .number, .string, .text: return nil
            case .array(let inner), .map(let inner), .nullable(let inner): type = inner
            case .named(let id): return id.index
            }
        }
    }
}
