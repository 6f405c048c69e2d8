import TypewrightSpec

extension Sampler {
    func object(_ start: SampleShape) -> Sample? {
        var shape = start
        demandDependents(in: &shape)
        var members: [Sample.Member] = []
        for property in shape.properties where shape.required.contains(property.name) || wants(property, shape, members.count) {
            let isRequired = shape.required.contains(property.name)
            if isRequired && !goesThisWay(property.schemas) { continue }
            if let value = value(of: property.name, property.schemas, shape) {
                members.append(Sample.Member(name: property.name, value: value))
            } else if isRequired {
                return nil
            }
        }
        for name in shape.required where !members.contains(where: { $0.name == name }) && !shape.properties.contains(where: { $0.name == name }) {
            guard let value = value(of: name, [], shape) else { return nil }
            members.append(Sample.Member(name: name, value: value))
        }
        for (name, value) in shape.fixed where !members.contains(where: { $0.name == name }) { members.append(Sample.Member(name: name, value: .string(value))) }
        for (name, value) in shape.strangers where !members.contains(where: { $0.name == name }) { members.append(Sample.Member(name: name, value: value)) }
        guard fill(&members, shape) else { return nil }
        return .object(members)
    }

    private func wants(_ property: (name: String, schemas: [SchemaID]), _ shape: SampleShape, _ count: Int) -> Bool {
        guard goesThisWay(property.schemas) else { return false }
        if shape.fixed.contains(where: { $0.name == property.name }) { return true }
        guard count < shape.maxProperties, size < 400 else { return false }
        // What another property then demands makes things harder.
        if shape.dependentRequired.contains(where: { $0.name == property.name }) && richness < .full { return false }
        switch richness {
        case .bare: return false
        case .some: return depth < 3 && random.isLucky(40)
        case .full: return random.isLucky(depth < 4 ? 85 : (depth < 7 ? 40 : 5))
        }
    }

    private func value(of name: String, _ schemas: [SchemaID], _ shape: SampleShape) -> Sample? {
        for (fixed, value) in shape.fixed where fixed == name {
            if let value = discriminating(value, schemas) { return value }
        }
        var all = schemas
        for rule in shape.patternProperties {
            if case .matched? = validator.matcher(of: rule.pattern.text)?.search(Array(name.utf8)) { all.append(rule.schema) }
        }
        if all.isEmpty { all = shape.additional }
        return make(all, named: name)
    }

    /// What a discriminator wants, unless the branch itself knows better: names of components are often
    /// not the values at all.
    private func discriminating(_ value: String, _ schemas: [SchemaID]) -> Sample? {
        var shape = SampleShape()
        for schema in schemas { gather(schema, into: &shape) }
        if let values = shape.values, !values.contains(where: { $0.string == value }) { return nil }
        return .string(value)
    }

    /// `dependentRequired` and `dependentSchemas` of what has to be there anyway.
    private func demandDependents(in shape: inout SampleShape) {
        var index = 0
        while index < shape.required.count {
            let name = shape.required[index]
            index += 1
            for dependent in shape.dependentRequired where dependent.name == name {
                for other in dependent.required where !shape.required.contains(other) { shape.required.append(other) }
            }
            let dependents = shape.dependentSchemas.filter { $0.name == name }
            for dependent in dependents { gather(dependent.schema, into: &shape) }
        }
    }

    /// Adds properties that have no name in the schema, for `minProperties` and for maps.
    private func fill(_ members: inout [Sample.Member], _ shape: SampleShape) -> Bool {
        let isMap = shape.properties.isEmpty && members.isEmpty && (!shape.additional.isEmpty || !shape.patternProperties.isEmpty)
        let wanted = isMap && richness > .bare && depth < 8 ? max(shape.minProperties, 1 + random.below(2)) : shape.minProperties
        var attempts = 0
        while members.count < min(wanted, shape.maxProperties) {
            attempts += 1
            guard attempts < wanted + 24 else { return members.count >= shape.minProperties }
            guard let name = freshName(shape), !members.contains(where: { $0.name == name }) else { continue }
            let schemas = shape.properties.first { $0.name == name }?.schemas ?? []
            guard let value = value(of: name, schemas, shape) else { continue }
            members.append(Sample.Member(name: name, value: value))
        }
        return true
    }

    private func freshName(_ shape: SampleShape) -> String? {
        if !shape.propertyNames.isEmpty {
            guard case .string(let name)? = make(shape.propertyNames, named: "key") else { return nil }
            return name
        }
        if let optional = shape.properties.first(where: { property in random.isLucky(50) && goesThisWay(property.schemas) }) { return optional.name }
        if let rule = shape.patternProperties.first, shape.additional.isEmpty || random.isLucky(70) {
            return example(of: rule.pattern.text, extra: 4, isExact: false)
        }
        return SampleWords.noun(&random) + (random.isLucky(50) ? "" : "\(random.below(100))")
    }
}
