import TypewrightModel
import TypewrightSpec

extension Lowerer {
    /// A place for each of `prefixItems`. Places from `minItems` on may be missing.
    func tuple(_ items: [SchemaID], rest: SchemaID?, _ normal: Normal, id: TypeID) -> TupleShape {
        let least = normal.parts.compactMap { spec[$0].array?.minItems }.max() ?? 0
        let places = items.enumerated().map { index, schema -> Property in
            let list = PartList(schema)
            let name = spec[schema].annotations?.title ?? "item \(index + 1)"
            let use = use(list, naming: .inside(id, role: [name]))
            return Property(
                name: name, type: use.type, presence: Presence(isRequired: index < least, isNullable: use.isNullable),
                documentation: Documentation(of: describing(list)), origin: origin(of: schema))
        }
        let closed = normal.items.contains { spec[$0].boolean == false }
        let following = rest.map { use(PartList($0), naming: .inside(id, role: ["further item"])).asElement } ?? .any
        return TupleShape(items: places, rest: closed ? nil : following)
    }
}
