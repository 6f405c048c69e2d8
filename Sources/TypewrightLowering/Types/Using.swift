import TypewrightModel
import TypewrightSpec

/// A type as some place uses it.
struct TypeUse {
    var type: TypeReference
    var isNullable: Bool

    /// As an element, where nullability cannot be said otherwise.
    var asElement: TypeReference { isNullable ? .nullable(type) : type }

    static let any = TypeUse(type: .any, isNullable: false)
}

extension Lowerer {
    /// The type for a place with these schemas; `naming` serves should it need a declaration of its own.
    func use(_ list: PartList, naming: @autoclosure () -> TypeNaming) -> TypeUse {
        use(list, closed: flatten(list, opensNamed: false), naming: naming())
    }

    /// `closed` is the list, flattened without opening what is named.
    func use(_ list: PartList, closed: Flattened, naming: @autoclosure () -> TypeNaming) -> TypeUse {
        if let type = onlyReference(closed) {
            return TypeUse(type: .named(type), isNullable: closed.isNullable || nullable.contains(type))
        }
        let normal = normalise(list, closed: closed)
        switch classifier.classify(normal) {
        case .any: return TypeUse(type: .any, isNullable: false)
        case .boolean: return TypeUse(type: .boolean, isNullable: normal.isNullable)
        case .integer(let format): return TypeUse(type: .integer(format), isNullable: normal.isNullable)
        case .number(let format): return TypeUse(type: .number(format), isNullable: normal.isNullable)
        case .string: return TypeUse(type: .string, isNullable: normal.isNullable)
        case .text(let format): return TypeUse(type: .text(format), isNullable: normal.isNullable)
        case .array(let items):
            return TypeUse(type: .array(element(items, role: "item", of: naming(), parts: normal.parts)), isNullable: normal.isNullable)
        case .map(let values):
            return TypeUse(type: .map(element(values, role: "value", of: naming(), parts: normal.parts)), isNullable: normal.isNullable)
        case .object, .enumeration, .tuple, .union:
            if let shaping = withoutBounds(list) {
                return TypeUse(type: use(shaping, naming: naming()).type, isNullable: normal.isNullable)
            }
            return TypeUse(type: declared(list, normal: normal, naming: naming()), isNullable: normal.isNullable)
        }
    }

    /// `allOf` of a property's schema and `{pattern: ^a}`: bounds are for the validators, the type is the one that it has
    /// without them. A choice whose every branch narrows the same property would have a type of its own for each.
    private func withoutBounds(_ list: PartList) -> PartList? {
        guard list.parts.count > 1, !list.parts.contains(where: \.isOwnOnly) else { return nil }
        let shaping = list.parts.filter { !spec[$0.schema].saysBoundsOnly }
        return shaping.isEmpty || shaping.count == list.parts.count ? nil : PartList(shaping)
    }

    /// The place only refers to a named type, perhaps with a description or bounds of its own beside it.
    private func onlyReference(_ flattened: Flattened) -> TypeID? {
        guard flattened.named.count == 1, flattened.unions.isEmpty, !flattened.isNever else { return nil }
        for id in flattened.own where shapesType(spec[id]) { return nil }
        return flattened.named[0]
    }

    private func shapesType(_ schema: Schema) -> Bool {
        if schema.enumeration != nil || schema.constant != nil { return true }
        if let array = schema.array, array.items != nil || !array.prefixItems.isEmpty { return true }
        guard let object = schema.object else { return false }
        return !object.properties.isEmpty || !object.required.isEmpty || !object.patternProperties.isEmpty
            || object.additionalProperties.map { spec[$0].boolean == nil } == true
    }

    private func element(_ schemas: [SchemaID], role: String, of naming: TypeNaming, parts: [SchemaID]) -> TypeReference {
        guard !schemas.isEmpty else { return .any }
        return use(PartList(schemas.map { Part(schema: $0) }), naming: naming.inner(role)).asElement
    }

    /// A declaration for what is found inside another one, made once for the same schemas.
    private func declared(_ list: PartList, normal: Normal, naming: TypeNaming) -> TypeReference {
        if let known = inside[list] { return .named(known) }
        let origin = normal.parts.first.map { self.origin(of: $0) } ?? Origin(location: "#")
        let id = reserve(naming: naming, origin: origin)
        inside[list] = id
        lowerDeclaration(id, from: list, isHome: false)
        return .named(id)
    }
}

extension TypeNaming {
    /// For what stands inside a place of this name: `faq_items` holds a `faq_item`.
    func inner(_ role: String) -> TypeNaming {
        switch self {
        case .named(let name): .named(Self.inner([name], role).joined(separator: " "))
        case .inside(let parent, let words): .inside(parent, role: Self.inner(words, role))
        case .operation(let path, let words): .operation(path, role: Self.inner(words, role))
        }
    }

    private static func inner(_ words: [String], _ role: String) -> [String] {
        guard role == "item", let last = words.last, let one = singular(of: last) else { return words + [role] }
        return words.dropLast() + [one]
    }
}

extension Schema {
    /// Beside what it says to people.
    fileprivate var saysBoundsOnly: Bool {
        boolean == nil && reference == nil && dynamicReference == nil && types == nil && enumeration == nil && constant == nil
            && format == nil && discriminator == nil && !hasApplicators && !hasObject && array == nil
    }
}
