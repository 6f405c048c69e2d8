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
        for item in spec.api.webhooks {
            for operation in item.operations where selection.wants(operation) {
                api.webhooks.append(Webhook(name: item.path, operation: lower(operation, prefix: ["webhook"])))
            }
        }
        api.groups = groups()
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
        let call = CallPath(operation)
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
            let tag = spec.api.tags.first { [$0.name] == operation.group }
            groups.append(OperationGroup(path: operation.group, description: tag?.description))
        }
        return groups
    }
}

/// Where an operation is called: `assistants.list` is the method `list` of the group `assistants`.
struct CallPath {
    var group: [String]
    var name: String

    init(_ operation: OpenAPI.Operation) {
        let id = operation.operationID ?? ""
        // `assistants.list` and `repos/list-for-org` say themselves which group they belong to.
        for separator in [Character("."), Character("/")] {
            let words = id.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
            if words.count > 1, words.count <= 5, !words.contains(where: \.isEmpty) {
                group = Array(words.dropLast())
                name = words[words.count - 1]
                return
            }
        }
        group = operation.tags.first.map { [$0] } ?? []
        name = id.isEmpty ? operation.method.lowercased() + " " + operation.path : id
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
