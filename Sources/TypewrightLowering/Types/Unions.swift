import TypewrightModel
import TypewrightReader
import TypewrightSpec

extension Lowerer {
    /// A union whose branches are known. How they are told apart is decided when all types are.
    func union(_ source: Classification.UnionSource, _ normal: Normal, id: TypeID) -> TypeShape {
        var branches: [UnionShape.Branch]
        var discriminator: Schema.Discriminator?
        switch source {
        case .types(let types):
            branches = types.map { branch(for: $0, normal, id: id) }
        case .group(let group, let siblings):
            let schemas = open(group)
            if siblings.isEmpty, let values = enumeration(of: schemas) { return .enumeration(values) }
            discriminator = normal.parts.lazy.compactMap { self.spec[$0].discriminator }.first
            branches = self.branches(of: schemas, siblings: siblings, discriminator: discriminator, id: id)
        }
        branches = withoutDoubles(branches)
        if branches.count == 1 { return .alias(branches[0].type) }
        undecided.append((id, mapping(discriminator, branches)))
        return .union(UnionShape(branches: branches, selections: []))
    }

    func decideUnions() {
        breakUnionCycles()
        for (id, _) in undecided {
            guard case .union(let union) = api[id].shape else { continue }
            if let shape = openEnumeration(union.branches) {
                api[id].shape = shape
            }
        }
        for (id, declared) in undecided {
            guard case .union(var union) = api[id].shape else { continue }
            union.selections = UnionDecision(api: api, branches: union.branches).selections(discriminator: declared)
            api[id].shape = .union(union)
        }
        undecided = []
    }

    // MARK: Branches

    private func branches(
        of schemas: [SchemaID], siblings: [Part], discriminator: Schema.Discriminator?, id: TypeID
    ) -> [UnionShape.Branch] {
        let sources = siblings.isEmpty ? joiningValues(schemas) : schemas.map(BranchSource.schema)
        let names = BranchNames(self, sources, discriminator: discriminator)
        return sources.enumerated().map { place, source in
            let number = "option \(place + 1)"
            let role = names.role(of: place, otherwise: number)
            var branch = switch source {
            case .schema(let schema): branch(schema, siblings: siblings, naming: .inside(id, role: [role]))
            case .values(let lists): branch(lists, naming: .inside(id, role: [role]))
            }
            branch.nameHints = names.hints(for: place) + kindNames(branch.type) + [number]
            return branch
        }
    }

    private func branch(_ schema: SchemaID, siblings: [Part], naming: TypeNaming) -> UnionShape.Branch {
        let list = PartList(isHeir(schema, of: siblings) ? [Part(schema: schema)] : siblings + [Part(schema: schema)])
        return UnionShape.Branch(
            type: use(list, naming: naming).asElement, documentation: Documentation(of: describing(PartList(schema))),
            check: siblings.isEmpty ? checks.check(for: schema) : nil)
    }

    private func branch(_ lists: [ValueList], naming: TypeNaming) -> UnionShape.Branch {
        let type = reserve(naming: naming, origin: lists[0].owner.map(origin(of:)) ?? Origin(location: "#"))
        api[type].shape = .enumeration(enumeration(lists))
        return UnionShape.Branch(type: .named(type))
    }

    /// Whether the branch says itself what stands beside the union, as heirs of the union's owner do.
    private func isHeir(_ branch: SchemaID, of siblings: [Part]) -> Bool {
        guard !siblings.isEmpty else { return false }
        let own = Set(flatten(PartList(branch), opensNamed: true).own)
        return siblings.allSatisfy { own.contains($0.schema) }
    }

    /// A union that is nothing but a branch of a union opens into it.
    func open(_ group: Flattened.UnionGroup) -> [SchemaID] {
        var result: [SchemaID] = []
        var waiting = Array(group.branches.reversed())
        var opened: Set<SchemaID> = []
        while let id = waiting.popLast() {
            let schema = spec[id]
            let inner = schema.applicators.map { $0.anyOf.isEmpty ? $0.oneOf : $0.anyOf } ?? []
            let isPlain = schema.reference == nil && schema.types == nil && schema.object == nil && schema.enumeration == nil
                && schema.constant == nil && schema.applicators?.allOf.isEmpty == true && schema.discriminator == nil
            if isPlain, !inner.isEmpty, named[id] == nil, !inner.contains(where: { spec.isNull($0) }) {
                // Nothing more comes of it the second time.
                if opened.insert(id).inserted { waiting.append(contentsOf: inner.reversed()) }
            } else {
                result.append(id)
            }
        }
        return result
    }

    /// One branch of `type: [string, integer]`, with the siblings that speak of that type.
    private func branch(for type: JSONTypes, _ normal: Normal, id: TypeID) -> UnionShape.Branch {
        var single = normal
        single.types = type
        single.unions = []
        let reference: TypeReference
        switch classifier.classify(single) {
        case .boolean: reference = .boolean
        case .integer(let format): reference = .integer(format)
        case .number(let format): reference = .number(format)
        case .string: reference = .string
        case .text(let format): reference = .text(format)
        case .array(let items): reference = .array(elementOfBranch(items, role: "item", id: id))
        case .map(let values): reference = .map(elementOfBranch(values, role: "value", id: id))
        case .object:
            let inner = reserve(naming: .inside(id, role: ["object"]), origin: api[id].origin)
            api[inner].shape = .object(object(single, id: inner))
            reference = .named(inner)
        case .any, .enumeration, .tuple, .union: reference = .any
        }
        return UnionShape.Branch(type: reference, nameHints: kindNames(reference) + type.names, documentation: Documentation())
    }

    private func elementOfBranch(_ schemas: [SchemaID], role: String, id: TypeID) -> TypeReference {
        guard !schemas.isEmpty else { return .any }
        return use(PartList(schemas.map { Part(schema: $0) }), naming: .inside(id, role: [role])).asElement
    }

    // MARK: Simplifying

    private func withoutDoubles(_ branches: [UnionShape.Branch]) -> [UnionShape.Branch] {
        var seen: Set<TypeReference> = []
        return branches.filter { seen.insert($0.type).inserted }
    }

    /// `anyOf: [string, {enum: [a, b]}]` is how documents write an open enumeration; ours are open anyway.
    private func openEnumeration(_ branches: [UnionShape.Branch]) -> TypeShape? {
        var found: TypeID?
        for branch in branches {
            switch branch.type {
            case .string: continue
            case .named(let id):
                guard found == nil, case .enumeration(let shape) = api[id].shape, shape.base == .string else { return nil }
                found = id
            default: return nil
            }
        }
        guard branches.count > 1, let found else { return nil }
        return .alias(.named(found))
    }

    // MARK: Discriminators

    /// The declared discriminator as values of branches. Names of components are values without being mapped.
    private func mapping(_ discriminator: Schema.Discriminator?, _ branches: [UnionShape.Branch]) -> UnionDecision.Declared? {
        guard let discriminator else { return nil }
        var values: [(value: Literal, branch: Int)] = []
        var mapped: Set<Int> = []
        for mapping in discriminator.mapping {
            guard let branch = mapping.target.flatMap({ self.branch(leadingTo: $0, branches) }) else { continue }
            values.append((.string(mapping.value), branch))
            mapped.insert(branch)
        }
        for (index, branch) in branches.enumerated() where !mapped.contains(index) {
            guard case .named(let id) = branch.type, case .named(let name) = api[id].naming else { continue }
            values.append((.string(name), index))
        }
        let otherwise = discriminator.defaultMapping?.target.flatMap { self.branch(leadingTo: $0, branches) }
        return UnionDecision.Declared(property: discriminator.propertyName, values: values, otherwise: otherwise)
    }

    private func branch(leadingTo schema: SchemaID, _ branches: [UnionShape.Branch]) -> Int? {
        guard let type = named[schema] else { return nil }
        return branches.firstIndex { $0.type == .named(type) || $0.type == .nullable(.named(type)) }
    }
}
