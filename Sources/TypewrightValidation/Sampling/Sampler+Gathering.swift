import TypewrightReader
import TypewrightSpec

extension Sampler {
    /// Adds what a schema demands, choosing branches as it goes.
    func gather(_ id: SchemaID, into shape: inout SampleShape) {
        guard shape.seen.insert(id).inserted else { return }
        let schema = spec[id]
        if let boolean = schema.boolean {
            if !boolean { shape.isImpossible = true }
            return
        }
        shape.add(schema)
        if !mindsFormats { shape.formats = [] }
        if let target = schema.reference?.target { gather(target, into: &shape) }
        if let target = schema.dynamicReference?.target { gather(target, into: &shape) }
        guard let applicators = schema.applicators else { return }
        for branch in applicators.allOf { gather(branch, into: &shape) }
        if !applicators.anyOf.isEmpty { choose(from: applicators.anyOf, of: schema, into: &shape) }
        if !applicators.oneOf.isEmpty { choose(from: applicators.oneOf, of: schema, isOnly: true, into: &shape) }
        if let condition = applicators.condition { gather(condition, into: &shape) }
    }

    /// Takes the first branch, from a random one on, that is possible with what there is.
    private func choose(from branches: [SchemaID], of schema: Schema, isOnly: Bool = false, into shape: inout SampleShape) {
        let start = deep ? 0 : random.below(branches.count)
        var fallback: SampleShape?
        for offset in branches.indices {
            let branch = branches[(start + offset) % branches.count]
            var trial = shape
            gather(branch, into: &trial)
            if let discriminator = schema.discriminator { fix(discriminator, for: branch, in: &trial) }
            if trial.isImpossible { continue }
            if isOnly && shutsOthersOut { shutOut(branches.filter { $0 != branch }, of: &trial) }
            // Null says the least of a value that may be something else; deep down it ends a recursion.
            let isNull = trial.types == .null
            if isNull != deep || branches.count == 1 {
                shape = trial
                return
            }
            if fallback == nil { fallback = trial }
        }
        if let fallback {
            shape = fallback
        } else {
            shape.isImpossible = true
        }
    }

    /// Gives each of the other branches a property that it does not take, where it has one that nothing else speaks of.
    private func shutOut(_ others: [SchemaID], of shape: inout SampleShape) {
        shutsOthersOut = false
        defer { shutsOthersOut = true }
        for other in others {
            var theirs = SampleShape()
            gather(other, into: &theirs)
            for property in theirs.properties where !shape.properties.contains(where: { $0.name == property.name }) {
                var wanted = SampleShape()
                for schema in property.schemas { gather(schema, into: &wanted) }
                let types = wanted.types ?? (wanted.values == nil ? .all : [])
                guard !types.contains(.boolean) || !types.contains(.string) else { continue }
                shape.strangers.append((property.name, types.contains(.boolean) ? .string("none") : .boolean(true)))
                break
            }
        }
    }

    /// Deep down, what ends soonest is best.
    var deep: Bool { depth > 10 }

    private func gather(_ condition: Schema.Condition, into shape: inout SampleShape) {
        if random.isLucky(50) {
            var trial = shape
            gather(condition.test, into: &trial)
            if let then = condition.then { gather(then, into: &trial) }
            if !trial.isImpossible {
                shape = trial
                return
            }
        }
        if let otherwise = condition.otherwise { gather(otherwise, into: &shape) }
    }

    private func fix(_ discriminator: Schema.Discriminator, for branch: SchemaID, in shape: inout SampleShape) {
        let target = spec[branch].reference?.target ?? branch
        var value = discriminator.mapping.first { $0.target == target }?.value
        // Without a mapping, the name of the component is the value.
        if value == nil, spec[branch].reference != nil { value = spec[target].place.lastStep }
        if let value { shape.fixed.append((discriminator.propertyName, value)) }
    }
}

enum SampleTypes {
    static func matches(_ value: Node, _ types: JSONTypes) -> Bool {
        switch value.kind {
        case .null: types.contains(.null)
        case .boolean: types.contains(.boolean)
        case .string: types.contains(.string)
        case .array: types.contains(.array)
        case .object: types.contains(.object)
        case .number: types.contains(.number) || (types.contains(.integer) && value.number?.isInteger == true)
        }
    }

    /// The types to try, the most telling first.
    static func order(of shape: SampleShape, _ random: inout SampleRandom) -> [JSONTypes] {
        let all: [JSONTypes] = [.object, .array, .string, .integer, .number, .boolean, .null]
        guard let types = shape.types else { return suggested(by: shape) + all }
        var order: [JSONTypes] = []
        for type in suggested(by: shape) + all where types.contains(type) && !order.contains(type) { order.append(type) }
        // A number that need not be an integer is none.
        if types.contains(.number), let index = order.firstIndex(of: .integer), !types.contains(.integer) { order.remove(at: index) }
        let telling = order.filter { $0 != .null }
        if telling.count > 1, suggested(by: shape).isEmpty {
            let first = telling[random.below(telling.count)]
            order.removeAll { $0 == first }
            order.insert(first, at: 0)
        }
        return order
    }

    private static func suggested(by shape: SampleShape) -> [JSONTypes] {
        if !shape.properties.isEmpty || !shape.required.isEmpty || !shape.additional.isEmpty || !shape.patternProperties.isEmpty
            || shape.minProperties > 0 || !shape.propertyNames.isEmpty || !shape.fixed.isEmpty {
            return [.object]
        }
        if !shape.items.isEmpty || !shape.prefixItems.isEmpty || !shape.contains.isEmpty || shape.minItems > 0 || shape.uniqueItems { return [.array] }
        if !shape.strings.isEmpty || !shape.formats.isEmpty { return [.string] }
        if !shape.numeric.isEmpty { return [.number] }
        return shape.types == nil ? [.string] : []
    }
}
