import TypewrightModel

/// How a value tells which branch it belongs to. Decided for each kind of JSON value on its own:
/// only a kind that several branches take needs more than a look at the first byte.
struct UnionDecision {
    let api: API
    let branches: [UnionShape.Branch]

    /// A discriminator of the document.
    struct Declared {
        var property: String
        var values: [(value: Literal, branch: Int)]
        var otherwise: Int?
    }

    func selections(discriminator: Declared?) -> [UnionShape.Selection] {
        var groups: [(kinds: JSONKinds, takers: [Int])] = []
        let kinds = branches.map { self.kinds(of: $0.type, depth: 0) }
        for kind in JSONKinds.each {
            let takers = branches.indices.filter { kinds[$0].contains(kind) }
            guard !takers.isEmpty else { continue }
            if let place = groups.firstIndex(where: { $0.takers == takers }), kind != .object, !groups[place].kinds.contains(.object) {
                groups[place].kinds.insert(kind)
            } else {
                groups.append((kind, takers))
            }
        }
        return groups.map { group in
            UnionShape.Selection(kinds: group.kinds, strategy: strategy(for: group.kinds, takers: group.takers, discriminator: discriminator))
        }
    }

    private func strategy(for kinds: JSONKinds, takers: [Int], discriminator: Declared?) -> UnionStrategy {
        if takers.count == 1 { return .only(takers[0]) }
        guard kinds == .object else { return .trial(takers) }
        if let discriminator {
            let values = discriminator.values.filter { takers.contains($0.branch) }
            if !values.isEmpty { return .property(name: discriminator.property, values: values, otherwise: discriminator.otherwise) }
        }
        return byConstant(takers) ?? byPresence(takers) ?? .trial(takers)
    }

    // MARK: Kinds

    func kinds(of type: TypeReference, depth: Int) -> JSONKinds {
        guard depth < 32 else { return .all }
        switch type {
        case .any: return .all
        case .boolean: return .boolean
        case .integer: return .integer
        case .number: return .number
        case .string, .text: return .string
        case .array: return .array
        case .map: return .object
        case .nullable(let type): return kinds(of: type, depth: depth + 1).union(.null)
        case .named(let id): return kinds(of: api[id].shape, depth: depth + 1)
        }
    }

    private func kinds(of shape: TypeShape, depth: Int) -> JSONKinds {
        switch shape {
        case .object: return .object
        case .tuple: return .array
        case .alias(let type): return kinds(of: type, depth: depth)
        case .union(let union):
            return union.branches.reduce(into: JSONKinds()) { $0.formUnion(kinds(of: $1.type, depth: depth + 1)) }
        case .enumeration(let enumeration):
            return enumeration.values.reduce(into: JSONKinds()) { $0.formUnion(kinds(of: $1.literal)) }
        }
    }

    private func kinds(of literal: Literal) -> JSONKinds {
        switch literal {
        case .null: .null
        case .boolean: .boolean
        case .number: .number
        case .string: .string
        case .array: .array
        case .object: .object
        }
    }

    // MARK: Constants

    /// A property that every branch but perhaps one has, with values that no two branches share.
    private func byConstant(_ takers: [Int]) -> UnionStrategy? {
        let objects = takers.map { api.objectShape($0, branches) }
        guard let first = objects.compactMap({ $0 }).first else { return nil }
        var names = first.properties.names
        for object in objects.compactMap({ $0 }).dropFirst() {
            names += object.properties.names.filter { !names.contains($0) }
        }
        // What every branch says with a constant is meant to tell them apart; lists of values may grow and
        // overlap one day, and a branch without the property only takes what is left.
        for certainty in Certainty.allCases {
            for name in names {
                if let strategy = byConstant(named: name, takers, objects, certainty) { return strategy }
            }
        }
        return nil
    }

    private enum Certainty: CaseIterable { case constants, values, constantsButOne }

    private func byConstant(named name: String, _ takers: [Int], _ objects: [ObjectShape?], _ certainty: Certainty) -> UnionStrategy? {
        var values: [(value: Literal, branch: Int)] = []
        var seen: Set<Literal> = []
        var otherwise: Int?
        for (place, taker) in takers.enumerated() {
            let property = objects[place]?.properties.named(name)
            guard let property, property.presence.isRequired, let literals = literals(of: property), !literals.isEmpty else {
                // One branch may be without: it takes what the others do not name.
                guard certainty == .constantsButOne, otherwise == nil else { return nil }
                otherwise = taker
                continue
            }
            if certainty != .values, property.constant == nil { return nil }
            for literal in literals {
                guard seen.insert(literal).inserted else { return nil }
                values.append((literal, taker))
            }
        }
        return values.isEmpty ? nil : .property(name: name, values: values, otherwise: otherwise)
    }

    private func literals(of property: Property) -> [Literal]? {
        if let constant = property.constant { return [constant] }
        var type = property.type
        for _ in 0..<32 {
            guard case .named(let id) = type else { return nil }
            switch api[id].shape {
            case .enumeration(let enumeration): return enumeration.values.map(\.literal)
            case .alias(let target): type = target
            case .object, .union, .tuple: return nil
            }
        }
        return nil
    }

    // MARK: Presence

    /// Each branch but perhaps one requires a property that no other branch has.
    private func byPresence(_ takers: [Int]) -> UnionStrategy? {
        let objects = takers.map { api.objectShape($0, branches) }
        var found: [(property: String, branch: Int)] = []
        var otherwise: Int?
        for (place, taker) in takers.enumerated() {
            let others = objects.enumerated().filter { $0.offset != place }
            let own = objects[place]?.properties.first { property in
                property.presence.isRequired && !others.contains { other in
                    other.element.map { object in
                        object.additional.isMap || object.properties.place(of: property.name) != nil
                    } ?? true
                }
            }
            if let own {
                found.append((own.name, taker))
            } else if otherwise == nil {
                otherwise = taker
            } else {
                return nil
            }
        }
        return found.isEmpty ? nil : .presence(found, otherwise: otherwise)
    }
}

extension API {
    func objectShape(_ index: Int, _ branches: [UnionShape.Branch]) -> ObjectShape? {
        var type = branches[index].type
        for _ in 0..<32 {
            switch type {
            case .nullable(let inner): type = inner
            case .named(let id):
                switch self[id].shape {
                case .object(let object): return object
                case .alias(let target): type = target
                case .enumeration, .union, .tuple: return nil
                }
            default: return nil
            }
        }
        return nil
    }
}

extension AdditionalProperties {
    var isMap: Bool {
        if case .map = self { return true }
        return false
    }
}
