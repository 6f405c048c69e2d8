import TypewrightModel
import TypewrightSpec

extension Lowerer {
    /// Fills a reserved place. `isHome`: the schema itself, not a use of it.
    func lowerDeclaration(_ id: TypeID, from list: PartList, isHome: Bool) {
        if isHome, let target = aliasTarget(list) {
            api[id].shape = .alias(.named(target))
            api[id].documentation = documentation(list, isHome: true)
            api[id].check = list.parts.first.flatMap { checks.check(for: $0.schema) }
            return
        }
        let normal = normalise(list, isHome: isHome)
        api[id].documentation = documentation(list, isHome: isHome)
        api[id].check = list.parts.count == 1 ? checks.check(for: list.parts[0].schema) : nil
        api[id].shape = shape(normal, id: id)
    }

    /// A named schema that only refers to another one.
    private func aliasTarget(_ list: PartList) -> TypeID? {
        guard list.parts.count == 1 else { return nil }
        let schema = spec[list.parts[0].schema]
        guard let target = schema.reference?.target, let type = named[target], type != named[schema.id] else { return nil }
        let others = flatten(list, opensNamed: false, isHome: true)
        guard others.named.count == 1, others.unions.isEmpty, others.own == [schema.id] else { return nil }
        return schema.object == nil && schema.enumeration == nil && schema.constant == nil && schema.array == nil ? type : nil
    }

    private func documentation(_ list: PartList, isHome: Bool) -> Documentation {
        let own = flatten(list, opensNamed: false, isHome: isHome).own
        return Documentation(of: own.map { spec[$0] })
    }

    private func shape(_ normal: Normal, id: TypeID) -> TypeShape {
        switch classifier.classify(normal) {
        case .any(let reason): return .alias(any(normal, reason: reason))
        case .boolean: return .alias(.boolean)
        case .integer(let format): return .alias(.integer(format))
        case .number(let format): return .alias(.number(format))
        case .string: return .alias(.string)
        case .text(let format): return .alias(.text(format))
        case .enumeration(let values, let base):
            return .enumeration(enumeration([ValueList(values: values, owner: normal.enumerationOwner)], base: base))
        case .array(let items): return .alias(.array(element(items, role: "item", inside: id)))
        case .map(let values): return .alias(.map(element(values, role: "value", inside: id)))
        case .tuple(let items, let rest): return .tuple(tuple(items, rest: rest, normal, id: id))
        case .object: return .object(object(normal, id: id))
        case .union(let source): return union(source, normal, id: id)
        }
    }

    private func element(_ schemas: [SchemaID], role: String, inside id: TypeID) -> TypeReference {
        guard !schemas.isEmpty else { return .any }
        return use(PartList(schemas.map { Part(schema: $0) }), naming: .inside(id, role: [role])).asElement
    }

    private func any(_ normal: Normal, reason: String) -> TypeReference {
        if reason == "several unions at once", let first = normal.parts.first {
            report(
                "several-unions", "several unions hold at the same time; the value stays any JSON value",
                at: spec[first].range, help: "validation still checks all of them")
        }
        return .any
    }
}
