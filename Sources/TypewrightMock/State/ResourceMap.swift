import TypewrightSource
import TypewrightSpec

/// The resources of a document, read off the shapes of its paths and schemas:
///
///     POST /assistants        creates     { "assistant": { "id": … } }
///     GET /assistants         lists       { "assistants": [ … ] }
///     GET /assistants/{id}    reads
///
/// What no operation creates is no resource here.
struct ResourceMap {
    private(set) var resources: [ResourceKind] = []
    /// By method and path template.
    private var roles: [String: (resource: Int, role: ResourceKind.Role)] = [:]
    /// By the template of the item's path.
    private var items: [String: Int] = [:]
    private let finder: ResourceFinder

    init(_ api: OpenAPI.Description, view: SchemaView, rules: [ResourceRule] = []) {
        finder = ResourceFinder(view: view)
        var operations: [String: [OpenAPI.Operation]] = [:]
        for path in api.paths { operations[path.path, default: []] += path.operations }
        for path in api.paths {
            guard let (collection, parameter) = ResourceMap.collection(of: path.path, rules) else { continue }
            add(path, collection: collection, parameter: parameter, operations, rules.first { $0.collection == collection })
        }
        for path in api.paths { addActions(path) }
    }

    /// `/assistants` and `id` of `/assistants/{id}`.
    private static func collection(of path: String, _ rules: [ResourceRule]) -> (collection: String, parameter: String)? {
        let template = PathTemplate(path)
        guard template.segments.count > 1 || rules.contains(where: { $0.path == path }) else { return nil }
        guard let last = template.segments.last, last.pieces.count == 1, case .parameter(let parameter) = last.pieces[0] else { return nil }
        if let rule = rules.first(where: { $0.path == path }) { return (rule.collection, parameter) }
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
        return (String(path[..<slash]), parameter)
    }

    private mutating func add(
        _ path: OpenAPI.PathItem, collection: String, parameter: String, _ operations: [String: [OpenAPI.Operation]], _ rule: ResourceRule?
    ) {
        if rule?.isOff == true { return }
        let own = path.operations
        let around = operations[collection] ?? []
        let create = (rule?.create).map { operations[$0] ?? [] }?.first { $0.method == "POST" } ?? around.first { $0.method == "POST" }
        let put = own.first { $0.method == "PUT" }
        guard create != nil || put != nil || rule != nil else { return }
        // One that only lists or only takes is nothing to come back to.
        guard own.contains(where: { ["GET", "PATCH", "PUT", "DELETE"].contains($0.method) }) else { return }
        let names = rule?.id.map { [$0] } ?? Identity.names(for: parameter)
        let finder = finder
        let telling = [own.first { $0.method == "GET" }, create, put, own.first { $0.method == "PATCH" }, own.first { $0.method == "POST" }]
        guard let found = telling.lazy.compactMap({ $0 }).compactMap({ finder.one(in: $0, names, at: rule?.item) }).first else { return }
        resources.append(ResourceKind(collection: collection, item: path.path, parameter: parameter, id: found.id, schema: found.schema))
        let index = resources.count - 1
        items[path.path] = index
        func place(_ operation: OpenAPI.Operation) -> ResourceFinder.Found? { finder.one(in: operation, [found.id], at: rule?.item) }
        for operation in own {
            let place = place(operation)
            switch operation.method {
            case "GET": if let place { set(operation, index, .read(at: place.path, place.schema)) }
            case "PATCH", "POST": set(operation, index, .update(at: place?.path ?? [], place?.schema))
            case "PUT": set(operation, index, .replace(at: place?.path ?? [], place?.schema))
            case "DELETE": set(operation, index, .delete(at: place?.path ?? [], place?.schema))
            default: break
            }
        }
        if let create {
            let place = place(create)
            set(create, index, .create(at: place?.path ?? [], place?.schema))
        }
        if let list = around.first(where: { $0.method == "GET" }), let found = finder.list(in: list, id: found.id, collection: collection, at: rule?.list) {
            set(list, index, .list(at: found.path, items: found.schema))
        }
    }

    private mutating func set(_ operation: OpenAPI.Operation, _ resource: Int, _ role: ResourceKind.Role) {
        let key = ResourceMap.key(operation)
        if roles[key] == nil { roles[key] = (resource, role) }
    }

    /// Operations below an item that answer with it: `POST /assistants/{id}/archive`.
    private mutating func addActions(_ path: OpenAPI.PathItem) {
        guard let (index, resource) = parents(of: path.path).last else { return }
        for operation in path.operations where roles[ResourceMap.key(operation)] == nil {
            guard let found = finder.one(in: operation, [resource.id], at: nil), finder.isSame(found.schema, resource.schema) else { continue }
            set(operation, index, .action(at: found.path, found.schema))
        }
    }

    func role(of operation: OpenAPI.Operation) -> (resource: ResourceKind, role: ResourceKind.Role)? {
        roles[ResourceMap.key(operation)].map { (resources[$0.resource], $0.role) }
    }

    /// Whether there is a better way to create one than to name it.
    func isCreatedByPost(_ resource: ResourceKind) -> Bool {
        roles.values.contains { entry in
            if case .create = entry.role { resources[entry.resource].item == resource.item } else { false }
        }
    }

    /// The resources whose items the path leads through, the outermost first; that of the path itself is not among them.
    func parents(of path: String) -> [(index: Int, resource: ResourceKind)] {
        var found: [(Int, ResourceKind)] = []
        for place in path.utf8.indices where path.utf8[place] == UInt8(ascii: "/") {
            if let index = items[String(path[..<place])] { found.append((index, resources[index])) }
        }
        return found
    }

    private static func key(_ operation: OpenAPI.Operation) -> String { operation.method + " " + operation.path }
}

/// Looks for resources in answers.
struct ResourceFinder {
    let view: SchemaView

    struct Found {
        var path: [String]
        var schema: SchemaID
        var id: String
    }

    /// The schema of the successful answer, where it is JSON.
    private func schema(of operation: OpenAPI.Operation) -> SchemaID? {
        let response = ResponseChoice.usual(operation)
        guard (200..<300).contains(response.0) else { return nil }
        return response.1?.content.first { MediaName.isJSON($0.essence) || $0.essence == "*/*" }?.schema
    }

    /// The object with an id: the answer itself, or one member of it.
    func one(in operation: OpenAPI.Operation, _ names: [String], at path: [String]?) -> Found? {
        guard let schema = schema(of: operation) else { return nil }
        if let path { return follow(path, schema).flatMap { found(path, $0, names) } }
        guard !isList(schema) else { return nil }
        if let found = found([], schema, names) { return found }
        let inner = view.propertyNames([schema]).compactMap { name -> Found? in
            guard let property = view.property(name, [schema]).first, view.types([property]).contains(.object), !isList(property) else { return nil }
            return found([name], property, names)
        }
        return inner.count == 1 ? inner[0] : inner.first { view.isRequired($0.path[0], [schema]) } ?? inner.first
    }

    private func found(_ path: [String], _ schema: SchemaID, _ names: [String]) -> Found? {
        names.first { !view.property($0, [schema]).isEmpty }.map { Found(path: path, schema: schema, id: $0) }
    }

    private func follow(_ path: [String], _ schema: SchemaID) -> SchemaID? {
        path.reduce(schema) { schema, name in schema.flatMap { view.property(name, [$0]).first } }
    }

    private func isList(_ schema: SchemaID) -> Bool {
        let types = view.types([schema])
        return types.contains(.array) && !types.contains(.object)
    }

    /// The list in an answer: itself, or that member of it whose items have the id, or the name of the collection.
    func list(in operation: OpenAPI.Operation, id: String, collection: String, at path: [String]?) -> Found? {
        guard let schema = schema(of: operation) else { return nil }
        if let path { return follow(path, schema).flatMap { items(of: $0) }.map { Found(path: path, schema: $0, id: id) } }
        if isList(schema) { return items(of: schema).map { Found(path: [], schema: $0, id: id) } }
        var candidates = lists(in: schema, below: [])
        for name in view.propertyNames([schema]) {
            guard let property = view.property(name, [schema]).first, view.types([property]).contains(.object) else { continue }
            candidates += lists(in: property, below: [name])
        }
        let named = PathTemplate.split(collection[...]).last.map(String.init)
        let withID = candidates.filter { !view.property(id, [$0.schema]).isEmpty }
        return withID.first { $0.path.last == named } ?? withID.first ?? candidates.first { $0.path.last == named }
    }

    private func lists(in schema: SchemaID, below path: [String]) -> [Found] {
        view.propertyNames([schema]).compactMap { name in
            guard let property = view.property(name, [schema]).first, isList(property) || view.types([property]) == [.array, .null] else { return nil }
            return items(of: property).map { Found(path: path + [name], schema: $0, id: "") }
        }
    }

    private func items(of schema: SchemaID) -> SchemaID? { view.items([schema], at: 0).first }

    func isSame(_ one: SchemaID, _ other: SchemaID) -> Bool { view.target(one) == view.target(other) }
}
