import TypewrightModel
import TypewrightSource
import TypewrightSpec

extension Lowerer {
    /// Everything with a name, and everything that a reference leads to, gets its ID before anything is
    /// lowered: so recursion and order mean nothing.
    func reserveNamed() {
        reserveFiles()
        for schema in spec.namedSchemas where named[schema.schema] == nil {
            named[schema.schema] = reserve(schema)
        }
        for schema in spec.schemas {
            if let target = schema.reference?.target { reserve(target: target) }
            if let target = schema.dynamicReference?.target { reserve(target: target) }
            for mapping in schema.discriminator?.mapping ?? [] {
                if let target = mapping.target { reserve(target: target) }
            }
        }
    }

    /// `"Pet": {"$ref": "pet.json"}`: what is in the file is called as the component, and there is no other type beside it.
    private func reserveFiles() {
        for schema in spec.namedSchemas where schema.origin == .component {
            let home = spec[schema.schema]
            guard home.isBareReference, let target = home.reference?.target, named[target] == nil else { continue }
            guard spec[target].place.document != home.place.document, spec[target].boolean == nil else { continue }
            let id = reserve(schema)
            named[target] = id
            named[schema.schema] = id
            standIns.insert(schema.schema)
        }
    }

    private func reserve(_ schema: Spec.NamedSchema) -> TypeID {
        reserve(naming: .named(schema.name), origin: Origin(location: origin(of: schema.schema).location, range: schema.nameRange))
    }

    /// `#/components/schemas/Pet/properties/owner` is called after its way there: `PetOwner`.
    private func reserve(target: SchemaID) {
        let schema = spec[target]
        guard named[target] == nil, schema.boolean == nil else { return }
        named[target] = reserve(naming: .named(nameOf(schema.place)), origin: origin(of: target))
    }

    private func nameOf(_ place: Place) -> String {
        var words: [String] = []
        for step in place.steps.dropFirst() {
            guard case .member(let name) = step, !Lowerer.structuralSteps.contains(name) else { continue }
            words.append(name)
        }
        if !words.isEmpty { return words.suffix(4).joined(separator: " ") }
        let file = place.document.split(separator: "/").last.map(String.init) ?? ""
        let stem = file.split(separator: ".").first.map(String.init) ?? ""
        return stem.isEmpty ? "Root" : stem
    }

    private static let structuralSteps: Set<String> = [
        "components", "schemas", "properties", "items", "paths", "content", "schema", "$defs", "definitions",
        "application/json", "allOf", "anyOf", "oneOf", "parameters", "responses", "requestBody",
    ]

    /// Lowers what was reserved, and finds which of it may be `null`.
    func lowerNamed() {
        let all = named.sorted
        findNullable(all)
        for (schema, type) in all where !standIns.contains(schema) {
            lowerDeclaration(type, from: PartList(schema), isHome: true)
        }
    }

    /// What is only a reference is what it leads to. Circles of references were cut.
    private func findNullable(_ all: [(key: SchemaID, value: TypeID)]) {
        var next = [Int?](repeating: nil, count: spec.schemas.count)
        for (schema, _) in all where spec[schema].isOnlyReference && !spec[schema].isNullable {
            next[schema.index] = spec[schema].reference?.target?.index
        }
        let ends = Chains(next).ends
        var known: [Int: Bool] = [:]
        for (schema, type) in all {
            let end = ends[schema.index]
            let mayBeNull = known[end] ?? normalise(PartList(SchemaID(end)), isHome: true).isNullable
            known[end] = mayBeNull
            if mayBeNull { nullable.insert(type) }
        }
    }
}
