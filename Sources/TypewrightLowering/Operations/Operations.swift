import TypewrightModel
import TypewrightSource
import TypewrightSpec

extension Lowerer {
    func lowerOperations() {
        api.servers = spec.api.servers.map { Server($0) }
        api.securitySchemes = spec.api.components.securitySchemes.compactMap { securityScheme($0) }
        api.security = spec.api.security.map { SecurityRequirement(schemes: $0.schemes.map(\.name)) }
        for operation in spec.operations where selection.wants(operation) {
            var lowered = lower(operation, prefix: [])
            if let found = pagination(of: operation) {
                lowered.pagination = found.pagination
                paginationRanges[api.operations.count] = found.range
            }
            api.operations.append(lowered)
            lowerCallbacks(of: operation, announcedBy: lowered)
        }
        lowerWebhooks()
        api.groups = groups()
    }

    private func lowerWebhooks() {
        for item in spec.api.webhooks {
            for operation in item.operations where selection.wants(operation) {
                api.webhooks.append(Webhook(name: item.path, operation: lower(operation, prefix: ["webhook"])))
            }
        }
        api.webhookEvent = webhookEvent(api.webhooks.filter { $0.announcedBy == nil })
    }

    /// Webhooks often share an address; then what they carry has to tell which one it is.
    private func webhookEvent(_ webhooks: [Webhook]) -> TypeID? {
        var branches: [UnionShape.Branch] = []
        for webhook in webhooks {
            guard let content = webhook.operation.body?.contents.first(where: { $0.kind == .json }) else { continue }
            if let known = branches.firstIndex(where: { $0.type == content.type }) {
                // Several webhooks carry the same: then its own name says more than any of theirs.
                if case .named(let id) = content.type, case .named(let name) = api[id].naming { branches[known].nameHints.insert(name, at: 0) }
            } else {
                branches.append(UnionShape.Branch(
                    type: content.type, nameHints: [webhook.name], documentation: Documentation(), check: content.check))
            }
        }
        guard branches.count > 1 else { return nil }
        let id = reserve(naming: .named("webhook event"), origin: Origin(location: "#/webhooks"))
        api[id].documentation.description = "What a webhook carries."
        api[id].shape = .union(UnionShape(branches: branches, selections: []))
        undecided.append((id, nil))
        return id
    }

    private func lowerCallbacks(of operation: OpenAPI.Operation, announcedBy announcer: Operation) {
        for callback in operation.callbacks {
            for inner in callback.pathItems.flatMap(\.operations) {
                let name = callback.name
                api.webhooks.append(Webhook(
                    name: name, operation: lower(inner, prefix: announcer.group + [announcer.name, name]),
                    announcedBy: operation.operationID ?? announcer.name))
            }
        }
    }

    private func lower(_ operation: OpenAPI.Operation, prefix: [String]) -> Operation {
        let call = CallPath(operation, tags: spec.api.tags)
        let words = prefix + call.group + [call.name]
        return Operation(
            group: call.group, name: call.name, method: operation.method, path: operation.path,
            origin: Origin(location: operation.place.location, range: operation.range),
            documentation: Documentation(title: operation.summary, description: operation.description, isDeprecated: operation.isDeprecated),
            parameters: operation.parameters.compactMap { parameter($0, words: words) },
            body: operation.requestBody.map { body($0, words: words) },
            responses: operation.responses.map { response($0, words: words) },
            servers: operation.servers.map { Server($0) },
            security: operation.hasOwnSecurity ? operation.security.map { SecurityRequirement(schemes: $0.schemes.map(\.name)) } : nil)
    }

    /// Every group that an operation is in, with what the document's tags say of it.
    private func groups() -> [OperationGroup] {
        var seen: Set<[String]> = []
        var groups: [OperationGroup] = []
        for operation in api.operations where seen.insert(operation.group).inserted {
            let tag = spec.api.tags.first { CallPath.path(of: $0.name, spec.api.tags) == operation.group }
            groups.append(OperationGroup(path: operation.group, description: tag?.description))
        }
        return groups
    }
}

/// Where an operation is called: `assistants.list` is the method `list` of the group `assistants`.
struct CallPath {
    var group: [String]
    var name: String

    /// `tags` are those of the document: 3.2 puts tags inside others.
    init(_ operation: OpenAPI.Operation, tags: [OpenAPI.Tag]) {
        let id = operation.operationID ?? ""
        // `assistants.list` and `repos/list-for-org` say themselves which group they belong to.
        for separator in [UInt8(ascii: "."), UInt8(ascii: "/")] where id.utf8.contains(separator) {
            let words = id.utf8.split(separator: separator, omittingEmptySubsequences: false).map { String(Substring($0)) }
            if words.count > 1, words.count <= 5, !words.contains(where: \.isEmpty) {
                group = Array(words.dropLast())
                name = words[words.count - 1]
                return
            }
        }
        group = operation.tags.first.map { CallPath.path(of: $0, tags) } ?? []
        name = id.isEmpty ? operation.method.lowercased() + " " + operation.path : id
    }

    static func path(of name: String, _ tags: [OpenAPI.Tag]) -> [String] {
        var path = [name]
        while let parent = tags.first(where: { $0.name == path[0] })?.parent, !path.contains(parent) { path.insert(parent, at: 0) }
        return path
    }
}

extension Server {
    init(_ server: OpenAPI.Server) {
        self.init(
            url: server.url, name: server.name, description: server.description,
            variables: server.variables.map {
                Variable(name: $0.name, defaultValue: $0.defaultValue, allowedValues: $0.enumeration, description: $0.description)
            })
    }
}
