import TypewrightModel
import TypewrightSpec

/// Properties that have one value only.
extension Lowerer {
    /// The only value that is possible.
    func constant(_ list: PartList, _ closed: Flattened) -> Literal? {
        let opened = closed.named.isEmpty ? closed : flatten(list, opensNamed: true)
        // Of most there are many, which is told without putting all together that they say.
        guard opened.own.contains(where: { spec[$0].enumeration != nil || spec[$0].constant != nil }) else { return nil }
        guard let values = merge(opened).enumeration, values.count == 1 else { return nil }
        return literal(of: values[0])
    }

    /// `allOf: [{$ref: Kind}], enum: [1]`: one of the values that `Kind` lists is a `Kind`, and no type of its own.
    func use(ofListed value: Literal, _ list: PartList, _ closed: Flattened) -> TypeUse? {
        guard closed.named.count == 1, closed.unions.isEmpty, !closed.own.contains(where: { spec[$0].hasObject || spec[$0].array != nil }) else {
            return nil
        }
        guard let home = homes[closed.named[0]], valuesListed(by: home).contains(value) else { return nil }
        return TypeUse(type: .named(closed.named[0]), isNullable: normalise(list).isNullable)
    }

    private func valuesListed(by schema: SchemaID) -> Set<Literal> {
        if let known = listed[schema] { return known }
        let values: Set<Literal> = switch classifier.classify(normalise(PartList(schema), isHome: true)) {
        case .enumeration(let values, _): Set(values.map { literal(of: $0) })
        case .union(.group(let group, siblings: [])): Set(enumeration(of: open(group))?.values.map(\.literal) ?? [])
        default: []
        }
        listed[schema] = values
        return values
    }
}
