import TypewrightModel
import TypewrightReader
import TypewrightSpec

@testable import TypewrightLowering

/// What of a document is in the model: operations counted there, and each schema laid beside the type that
/// stands for it. What only validation knows, under `not` or `if`, is counted as it was decoded.
final class ModelCount {
    private(set) var tally = Tally()
    /// Where something is not, for whoever has to find it.
    private(set) var missing: [String] = []
    private let spec: Spec
    private let api: API
    private var types: [String: TypeReference] = [:]
    private var placed: Set<SchemaID> = []

    init(_ spec: Spec, _ api: API) {
        self.spec = spec
        self.api = api
        for (index, type) in api.types.enumerated() where types[type.origin.location] == nil {
            types[type.origin.location] = .named(TypeID(index))
        }
        tally[.servers] = api.servers.count
        tally[.schemes] = api.securitySchemes.count
        tally[.schemas] = spec.namedSchemas.filter { types[spec[$0.schema].location] != nil }.count
        for operation in api.operations { count(operation, .operations) }
        for webhook in api.webhooks { count(webhook.operation, webhook.announcedBy == nil ? .webhooks : .callbacks) }
        placeSchemas()
        for schema in spec.schemas where !placed.contains(schema.id) { countForValidation(schema) }
    }

    private func count(_ operation: TypewrightModel.Operation, _ kind: Tally.Kind) {
        tally[kind] += 1
        tally[.parameters] += operation.parameters.count
        tally[.bodies] += operation.body == nil ? 0 : 1
        tally[.contents] += (operation.body?.contents.count ?? 0) + operation.responses.map(\.contents.count).reduce(0, +)
        tally[.responses] += operation.responses.count
        tally[.headers] += operation.responses.map(\.headers.count).reduce(0, +)
        tally[.servers] += operation.servers.count
    }

    // MARK: Schemas beside their types

    /// Schemas with a type of their own first, then those that operations hold.
    private func placeSchemas() {
        for schema in spec.schemas {
            if let type = types[schema.location] { place(schema.id, type) }
        }
        let operations = spec.operations + spec.api.webhooks.flatMap(\.operations)
            + spec.operations.flatMap(\.callbacks).flatMap(\.pathItems).flatMap(\.operations)
        let lowered = api.operations + api.webhooks.map(\.operation)
        for operation in operations {
            guard let model = lowered.first(where: { $0.origin.location == operation.place.location }) else { continue }
            for (said, found) in zip(operation.requestBody?.content ?? [], model.body?.contents ?? []) { place(said, found) }
            for (said, found) in zip(operation.responses, model.responses) {
                for (said, found) in zip(said.content, found.contents) { place(said, found) }
                for (said, found) in zip(said.headers, found.headers) { said.schema.map { place($0, found.type) } }
            }
            for said in operation.parameters {
                guard let found = model.parameters.first(where: { $0.origin.location == said.place.location }) else { continue }
                said.schema.map { place($0, found.type) }
            }
        }
    }

    private func place(_ said: OpenAPI.MediaType, _ found: Content) {
        // What is no JSON comes as text or bytes, whatever its schema says.
        guard ![.text, .xml, .bytes].contains(found.kind) else { return }
        (said.itemSchema ?? said.schema).map { place($0, found.type) }
    }

    private func place(_ id: SchemaID, _ type: TypeReference) {
        place(id, alternatives(resolved(type)))
    }

    /// `shapes` are the types that a value of the schema may have; one of them has to know what the schema says.
    private func place(_ id: SchemaID, _ shapes: [TypeReference], constants: [Literal] = []) {
        guard placed.insert(id).inserted else { return }
        let schema = spec[id]
        for property in schema.object?.properties ?? [] where spec[property.schema].boolean != false {
            let found = shapes.compactMap { self.property(property.name, of: $0) }
            // `type: string` with properties: they speak of no value there is.
            let isIdle = schema.types.map { !$0.contains(.object) } ?? false
            guard !found.isEmpty || isIdle else {
                missing.append("property \(property.name) of \(schema.location)")
                continue
            }
            tally[.properties] += 1
            place(property.schema, found.flatMap { alternatives(resolved($0.type)) }, constants: found.compactMap(\.constant))
        }
        placeValues(schema, shapes, constants)
        for inner in schema.applicators?.allOf ?? [] where spec[inner].reference == nil { place(inner, shapes, constants: constants) }
        for branch in (schema.applicators?.anyOf ?? []) + (schema.applicators?.oneOf ?? []) { placeBranch(branch, shapes) }
        placeElements(schema, shapes)
    }

    private func placeValues(_ schema: Schema, _ shapes: [TypeReference], _ constants: [Literal]) {
        let wanted = Set((schema.enumeration ?? []).filter { $0.kind != .null }.map { literal(of: $0) })
        var found = Set(constants)
        for shape in shapes {
            if case .named(let id) = shape, case .enumeration(let enumeration) = api[id].shape { found.formUnion(enumeration.values.map(\.literal)) }
            if case .boolean = shape { found.formUnion([.boolean(true), .boolean(false)]) }
        }
        tally[.values] += wanted.intersection(found).count
        if !wanted.isSubset(of: found) { missing.append("values of \(schema.location)") }
    }

    private func placeElements(_ schema: Schema, _ shapes: [TypeReference]) {
        var elements: [TypeReference] = []
        var values: [TypeReference] = []
        for shape in shapes {
            switch shape {
            case .array(let element): elements += alternatives(resolved(element))
            case .map(let value): values += alternatives(resolved(value))
            case .named(let id):
                if case .object(let object) = api[id].shape, case .map(let value) = object.additional { values += alternatives(resolved(value)) }
                guard case .tuple(let tuple) = api[id].shape, let rules = schema.array else { continue }
                for (said, found) in zip(rules.prefixItems, tuple.items) { place(said, found.type) }
            default: continue
            }
        }
        if let items = schema.array?.items, !elements.isEmpty { place(items, elements) }
        if let additional = schema.object?.additionalProperties, !values.isEmpty { place(additional, values) }
    }

    private func placeBranch(_ branch: SchemaID, _ shapes: [TypeReference]) {
        let schema = spec[branch]
        let wanted = schema.reference?.target.flatMap { types[spec[$0].location] }
        guard schema.types == .null || shapes.contains(where: { shape in wanted.map { stands(shape, for: $0) } ?? fits(schema, shape) }) else {
            missing.append("branch \(schema.location)")
            return
        }
        tally[.branches] += 1
        if schema.reference == nil { place(branch, shapes) }
    }

    /// The same type, or one that holds all of it and what stands beside the choice.
    private func stands(_ shape: TypeReference, for wanted: TypeReference) -> Bool {
        let wanted = resolved(wanted)
        if shape == wanted { return true }
        guard case .named(let id) = wanted else { return false }
        switch api[id].shape {
        case .object(let object): return object.properties.allSatisfy { property($0.name, of: shape) != nil }
        case .union(let union): return union.branches.contains { stands(shape, for: $0.type) }
        case .enumeration, .tuple, .alias: return false
        }
    }

    /// Whether a branch without a type of its own could be this.
    private func fits(_ schema: Schema, _ type: TypeReference) -> Bool {
        guard let types = schema.types else { return true }
        switch type {
        case .boolean: return types.contains(.boolean)
        case .integer: return types.contains(.integer)
        case .number: return types.contains(.number)
        case .string, .text: return types.contains(.string)
        case .array: return types.contains(.array)
        case .map: return types.contains(.object)
        case .any, .nullable: return false
        case .named(let id):
            switch api[id].shape {
            case .object: return types.contains(.object)
            case .tuple: return types.contains(.array)
            case .enumeration, .union, .alias: return true
            }
        }
    }

    // MARK: The model

    private func resolved(_ type: TypeReference) -> TypeReference {
        switch type {
        case .nullable(let inner): return resolved(inner)
        case .named(let id):
            guard case .alias(let target) = api[id].shape else { return type }
            return resolved(target)
        default: return type
        }
    }

    /// The type, and what it is a choice of.
    private func alternatives(_ type: TypeReference, depth: Int = 0) -> [TypeReference] {
        guard case .named(let id) = type, case .union(let union) = api[id].shape, depth < 8 else { return [type] }
        return [type] + union.branches.flatMap { alternatives(resolved($0.type), depth: depth + 1) }
    }

    private func property(_ name: String, of type: TypeReference) -> Property? {
        guard case .named(let id) = type, case .object(let object) = api[id].shape else { return nil }
        return object.properties.first { $0.name == name }
    }

    // MARK: Validation

    private func countForValidation(_ schema: Schema) {
        tally[.properties] += (schema.object?.properties ?? []).filter { spec[$0.schema].boolean != false }.count
        tally[.values] += Set((schema.enumeration ?? []).filter { $0.kind != .null }.map { literal(of: $0) }).count
        tally[.branches] += (schema.applicators?.anyOf.count ?? 0) + (schema.applicators?.oneOf.count ?? 0)
    }
}
