import TypewrightModel
import TypewrightSpec

extension Lowerer {
    func object(_ normal: Normal, id: TypeID) -> ObjectShape {
        let required = Set(normal.required)
        var properties = normal.properties.map { property($0, isRequired: required.contains($0.name), id: id) }
        // Unions of objects that hold at the same time: what any of the branches has, may be there.
        for group in normal.unions where normal.unions.count > 1 {
            for branch in group.branches { addProperties(of: branch, to: &properties, id: id) }
        }
        let additional = additional(normal, id: id)
        if case .ignored = additional { addUndeclared(normal, to: &properties) }
        return ObjectShape(properties: properties, additional: additional)
    }

    /// `required: [kind]`, and nowhere is said what `kind` is: it can be anything, and needs a place. In `anyOf: [{required: [a]},
    /// {required: [b]}]` each branch asks for its own. Only the validators insist on it: often such a name is
    /// misspelt, and the values that come do not have it.
    private func addUndeclared(_ normal: Normal, to properties: inout [Property]) {
        var names = Set(properties.names)
        for part in normal.parts + normal.unions.flatMap(\.branches).flatMap({ normalise(PartList($0)).parts }) {
            for name in spec[part].object?.required ?? [] where names.insert(name).inserted {
                properties.append(Property(
                    name: name, type: .any, presence: Presence(isRequired: false, isNullable: false),
                    documentation: Documentation(), origin: origin(of: part)))
            }
        }
    }

    private func property(_ merged: Normal.MergedProperty, isRequired: Bool, id: TypeID) -> Property {
        let list = PartList(merged.schemas.map { Part(schema: $0) })
        let closed = flatten(list, opensNamed: false)
        let schemas = merged.schemas.map { spec[$0] }
        let isRequired = isRequired && !merged.isConditional
        let constant = isRequired ? constant(list, closed) : nil
        let use = constant.flatMap { self.use(ofListed: $0, list, closed) }
            ?? use(list, closed: closed, naming: .inside(id, role: [merged.name]))
        let direction = direction(merged.schemas)
        // A property that only one direction carries has to be optional in the one struct for both.
        let presence = Presence(isRequired: isRequired && direction == .both, isNullable: use.isNullable)
        return Property(
            name: merged.name, type: use.type, presence: presence,
            documentation: Documentation(of: describing(closed)), origin: origin(of: merged.schemas[0]),
            constant: constant, defaultValue: defaultValue(schemas), direction: direction)
    }

    /// The schemas that describe the place itself: what a reference leads to describes the type.
    func describing(_ list: PartList) -> [Schema] { describing(flatten(list, opensNamed: false)) }

    private func describing(_ closed: Flattened) -> [Schema] { closed.own.map { spec[$0] } }

    func defaultValue(_ schemas: [Schema]) -> Literal? {
        for schema in schemas {
            if let value = schema.annotations?.defaultValue { return literal(of: value) }
        }
        return nil
    }

    /// As the validators see it: what excuses a property from a request must not be asked for by its type.
    private func direction(_ schemas: [SchemaID]) -> Direction {
        guard let ways = oneWayProperties.ways(ofPropertyWith: schemas) else { return .both }
        return ways.isReadOnly ? .responseOnly : .requestOnly
    }

    private func additional(_ normal: Normal, id: TypeID) -> AdditionalProperties {
        if normal.additional.contains(where: { spec[$0].boolean == false }) {
            return normal.patternProperties.isEmpty ? .forbidden : .map(.any)
        }
        if !normal.additional.isEmpty {
            if normal.additional.contains(where: { spec[$0].boolean == true || spec[$0].saysNothing }) { return .map(.any) }
            let list = PartList(normal.additional.map { Part(schema: $0) })
            return .map(use(list, naming: .inside(id, role: ["additional property"])).asElement)
        }
        return normal.patternProperties.isEmpty ? .ignored : .map(.any)
    }

    private func addProperties(of branch: SchemaID, to properties: inout [Property], id: TypeID) {
        let normal = normalise(PartList(branch))
        for merged in normal.properties where properties.place(of: merged.name) == nil {
            properties.append(property(merged, isRequired: false, id: id))
        }
    }
}

extension Schema {
    /// `{"$ref": …}` and no words of its own.
    var isBareReference: Bool { isOnlyReference && annotations == nil }

    /// `{"$ref": …}`, perhaps with words for people.
    var isOnlyReference: Bool { reference != nil && restSaysNothing }

    /// `{}`, perhaps with words for people.
    var saysNothing: Bool { reference == nil && restSaysNothing }

    private var restSaysNothing: Bool {
        boolean == nil && dynamicReference == nil && types == nil && enumeration == nil
            && constant == nil && numeric == nil && string == nil && array == nil && object == nil && applicators == nil
    }
}
