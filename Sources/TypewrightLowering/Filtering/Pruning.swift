import TypewrightModel
import TypewrightSpec

extension Lowerer {
    /// Leaves out the declarations that nothing wanted needs, and numbers the others anew.
    func prune() {
        guard !selection.isEverything else { return }
        var wanted: [TypeID] = []
        for schema in spec.namedSchemas where selection.wantsSchema(schema.name) {
            if let type = named[schema.schema] { wanted.append(type) }
        }
        selection.reportUnused(into: sink)
        for operation in api.operations + api.webhooks.map(\.operation) { wanted += Reach.types(of: operation) }
        if let event = api.webhookEvent { wanted.append(event) }
        let kept = reachable(from: wanted)
        var places: [TypeID: TypeID] = [:]
        for (place, type) in kept.enumerated() { places[type] = TypeID(place) }
        let renumbering = Renumbering(places: places)
        api.types = kept.map { renumbering.apply(to: api[$0]) }
        api.webhookEvent = api.webhookEvent.flatMap { places[$0] }
        api.operations = api.operations.map { renumbering.apply(to: $0) }
        api.webhooks = api.webhooks.map { Webhook(name: $0.name, operation: renumbering.apply(to: $0.operation), announcedBy: $0.announcedBy) }
    }

    /// In the order of the document.
    private func reachable(from roots: [TypeID]) -> [TypeID] {
        var seen: Set<TypeID> = []
        var waiting = roots
        while let type = waiting.popLast() {
            guard seen.insert(type).inserted else { continue }
            waiting += Reach.types(of: api[type].shape)
            // What a type stands in gives it its name.
            if case .inside(let parent, _) = api[type].naming { waiting.append(parent) }
        }
        return seen.sorted()
    }
}

/// The declarations that something speaks of.
enum Reach {
    static func types(of reference: TypeReference) -> [TypeID] {
        var reference = reference
        while true {
            switch reference {
            case .named(let id): return [id]
            case .array(let inner), .map(let inner), .nullable(let inner): reference = inner
            case .any, .boolean, .integer, .number, .string, .text: return []
            }
        }
    }

    static func types(of shape: TypeShape) -> [TypeID] {
        switch shape {
        case .object(let object):
            var found = object.properties.flatMap { types(of: $0.type) }
            if case .map(let value) = object.additional { found += types(of: value) }
            return found
        case .tuple(let tuple): return tuple.items.flatMap { types(of: $0.type) } + (tuple.rest.map { types(of: $0) } ?? [])
        case .union(let union): return union.branches.flatMap { types(of: $0.type) }
        case .alias(let target): return types(of: target)
        case .enumeration: return []
        }
    }

    static func types(of operation: Operation) -> [TypeID] {
        let contents = (operation.body?.contents ?? []) + operation.responses.flatMap(\.contents)
        let parameters = operation.parameters + operation.responses.flatMap(\.headers)
        return contents.flatMap { types(of: $0.type) } + parameters.flatMap { types(of: $0.type) }
    }
}

/// New numbers for declarations, wherever they are spoken of.
private struct Renumbering {
    let places: [TypeID: TypeID]

    private func id(_ old: TypeID) -> TypeID { places[old] ?? old }

    private func apply(to reference: TypeReference) -> TypeReference {
        switch reference {
        case .named(let old): .named(id(old))
        case .array(let inner): .array(apply(to: inner))
        case .map(let inner): .map(apply(to: inner))
        case .nullable(let inner): .nullable(apply(to: inner))
        case .any, .boolean, .integer, .number, .string, .text: reference
        }
    }

    func apply(to declaration: TypeDeclaration) -> TypeDeclaration {
        var declaration = declaration
        if case .inside(let parent, let role) = declaration.naming { declaration.naming = .inside(id(parent), role: role) }
        switch declaration.shape {
        case .object(var object):
            for index in object.properties.indices { object.properties[index].type = apply(to: object.properties[index].type) }
            if case .map(let value) = object.additional { object.additional = .map(apply(to: value)) }
            declaration.shape = .object(object)
        case .tuple(var tuple):
            for index in tuple.items.indices { tuple.items[index].type = apply(to: tuple.items[index].type) }
            tuple.rest = tuple.rest.map { apply(to: $0) }
            declaration.shape = .tuple(tuple)
        case .union(var union):
            for index in union.branches.indices { union.branches[index].type = apply(to: union.branches[index].type) }
            declaration.shape = .union(union)
        case .alias(let target): declaration.shape = .alias(apply(to: target))
        case .enumeration: break
        }
        return declaration
    }

    func apply(to operation: Operation) -> Operation {
        var operation = operation
        operation.parameters = operation.parameters.map { apply(to: $0) }
        if var body = operation.body {
            body.contents = body.contents.map { apply(to: $0) }
            operation.body = body
        }
        operation.responses = operation.responses.map { response in
            var response = response
            response.contents = response.contents.map { apply(to: $0) }
            response.headers = response.headers.map { apply(to: $0) }
            return response
        }
        return operation
    }

    private func apply(to content: Content) -> Content {
        var content = content
        content.type = apply(to: content.type)
        return content
    }

    private func apply(to parameter: Parameter) -> Parameter {
        var parameter = parameter
        parameter.type = apply(to: parameter.type)
        return parameter
    }
}
