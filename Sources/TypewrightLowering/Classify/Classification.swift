import TypewrightModel
import TypewrightReader
import TypewrightSpec

/// What an intersection of schemas becomes. Closed: every kind has its own file under `Types`.
enum Classification {
    /// Any JSON value; the reason is for `--dump` and for reports.
    case any(reason: String)
    case boolean
    case integer(IntegerFormat)
    case number(NumberFormat)
    case string
    case text(TextFormat)
    case enumeration([Node], EnumerationShape.Base)
    /// The element's schemas; none for anything.
    case array([SchemaID])
    case tuple([SchemaID], rest: SchemaID?)
    /// The value's schemas; none for anything.
    case map([SchemaID])
    case object
    case union(UnionSource)

    enum UnionSource {
        /// `oneOf` or `anyOf`; what the siblings say goes into every branch.
        case group(Flattened.UnionGroup, siblings: [Part])
        /// `type: [string, integer]`.
        case types([JSONTypes])
    }
}

/// Schema to classification: a pure function, so that the choice can be looked at on its own.
struct Classifier {
    let spec: Spec
    let options: LoweringOptions

    func classify(_ normal: Normal) -> Classification {
        if normal.isNever { return .any(reason: "the schema accepts nothing") }
        let types = normal.types ?? inferredTypes(normal)
        if let values = normal.enumeration { return classify(values: values) }
        let groups = normal.unions.filter { $0.branches.contains { tellsType($0, depth: 0) } }
        if let group = groups.first {
            if groups.count == 1 { return .union(.group(group, siblings: siblings(normal))) }
            return allObjects(groups) ? .object : .any(reason: "several unions at once")
        }
        guard let types else { return .any(reason: "any type") }
        return classify(types: types, normal)
    }

    // MARK: Types

    /// "`properties` without `type` is a struct in OpenAPI and any JSON in plain JSON Schema."
    private func inferredTypes(_ normal: Normal) -> JSONTypes? {
        guard case .openAPI = spec.kind else { return nil }
        if normal.saysSomethingOfObjects { return .object }
        if !normal.items.isEmpty || !normal.prefixItems.isEmpty { return .array }
        return nil
    }

    private func classify(types: JSONTypes, _ normal: Normal) -> Classification {
        if types.contains(.number), types.subtracting([.integer, .number]).isEmpty { return number(normal.format) }
        let each: [JSONTypes] = [.string, .integer, .number, .boolean, .array, .object].filter { types.contains($0) }
        guard each.count <= 1 else {
            // Integers are numbers: the two together are one branch.
            let branches = each.filter { !($0 == .integer && types.contains(.number)) }
            return branches.count >= 6 - 1 ? .any(reason: "every type") : .union(.types(branches))
        }
        switch each.first {
        case .string?: return string(normal.format)
        case .integer?: return .integer(normal.format == "int32" ? .int32 : normal.format == "int64" ? .int64 : .int)
        case .boolean?: return .boolean
        case .array?: return array(normal)
        case .object?: return object(normal)
        default: return .any(reason: "null alone")
        }
    }

    private func number(_ format: String?) -> Classification {
        switch format {
        case "float": .number(.float)
        // A number that promises to be an integer by its format, as many documents write it.
        case "int32": .integer(.int32)
        case "int64": .integer(.int64)
        default: .number(.double)
        }
    }

    private func string(_ format: String?) -> Classification {
        guard let format, !options.plainFormats.contains(format), let known = TextFormat(rawValue: format) else { return .string }
        // Files are bytes in bodies; as a JSON string `binary` says nothing that could be relied on.
        return known == .binary ? .string : .text(known)
    }

    private func array(_ normal: Normal) -> Classification {
        if let prefix = normal.prefixItems.first {
            let rest = normal.items.first
            return .tuple(prefix, rest: rest.flatMap { spec[$0].boolean == false ? nil : $0 })
        }
        return .array(normal.items.filter { spec[$0].boolean == nil })
    }

    private func object(_ normal: Normal) -> Classification {
        if !normal.properties.isEmpty { return .object }
        // `required` without the property being described: any value, but it has to be there.
        let values = normal.additional.filter { spec[$0].boolean == nil }
        if normal.patternProperties.isEmpty { return .map(values) }
        let isClosed = normal.additional.contains { spec[$0].boolean == false }
        if isClosed, normal.patternProperties.count == 1 { return .map(normal.patternProperties.filter { spec[$0].boolean == nil }) }
        return .map([])
    }

    // MARK: Values

    private func classify(values: [Node]) -> Classification {
        if values.allSatisfy({ $0.kind == .boolean }) { return .boolean }
        return .enumeration(values, base(of: values))
    }

    func base(of values: [Node]) -> EnumerationShape.Base {
        var base: EnumerationShape.Base?
        for value in values {
            let kind: EnumerationShape.Base
            switch value.kind {
            case .string: kind = .string
            case .number: kind = numberBase(of: value)
            case .null, .boolean, .array, .object: kind = .mixed
            }
            switch (base, kind) {
            case (nil, _): base = kind
            case (.integer?, .number), (.number?, .integer): base = .number
            case (let known?, _) where known != kind: base = .mixed
            default: break
            }
        }
        return base ?? .mixed
    }

    /// A `Double` would say another number than `9223372036854775809`, and `1e400` is beyond all of them: such values stay JSON.
    private func numberBase(of value: Node) -> EnumerationShape.Base {
        guard let number = value.number else { return .mixed }
        if number.int != nil { return .integer }
        return abs(number.double) < 0x1p53 ? .number : .mixed
    }

    // MARK: Unions

    /// Whether a branch says more than bounds: `anyOf: [{required: [a]}, {required: [b]}]` does not make a union.
    func tellsType(_ id: SchemaID, depth: Int) -> Bool {
        let schema = spec[id]
        guard depth < 16 else { return false }
        if schema.boolean == true { return true }
        if schema.reference?.target != nil || schema.dynamicReference?.target != nil { return true }
        if let types = schema.types, types != .null, types != .object { return true }
        if schema.enumeration != nil || schema.constant != nil { return true }
        if schema.object.map({ !$0.properties.isEmpty || $0.additionalProperties != nil }) == true { return true }
        if schema.array.map({ $0.items != nil || !$0.prefixItems.isEmpty }) == true { return true }
        guard let applicators = schema.applicators else { return schema.types == .object && schema.object == nil }
        let inner = applicators.allOf + applicators.anyOf + applicators.oneOf
        return inner.contains { tellsType($0, depth: depth + 1) }
    }

    private func allObjects(_ groups: [Flattened.UnionGroup]) -> Bool {
        for group in groups {
            for branch in group.branches {
                let schema = spec[branch]
                let target = schema.reference?.target.map { spec[$0] } ?? schema
                guard target.types == .object || target.object != nil else { return false }
            }
        }
        return true
    }

    /// What stands beside the union and has to hold for every branch; empty where nothing of it shapes a type.
    private func siblings(_ normal: Normal) -> [Part] {
        guard normal.parts.contains(where: shapesType) else { return [] }
        return normal.parts.map { Part(schema: $0, isOwnOnly: true) }
    }

    private func shapesType(_ id: SchemaID) -> Bool {
        guard let object = spec[id].object else { return false }
        if !object.properties.isEmpty || !object.required.isEmpty { return true }
        guard let others = object.additionalProperties else { return false }
        return spec[others].boolean == nil
    }
}
