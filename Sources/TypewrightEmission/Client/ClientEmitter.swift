import TypewrightModel

/// The client and its resources.
struct ClientEmitter {
    let context: EmissionContext
    private let headers: HeadersEmitter

    init(context: EmissionContext) {
        self.context = context
        headers = HeadersEmitter(context: context)
    }

    private var names: ClientNames { context.names.client }

    func units() -> [EmissionUnit] {
        var units: [EmissionUnit] = []
        units += WebhooksEmitter(context: context).units()
        if !context.api.operations.isEmpty {
            units.append(EmissionUnit(name: names.client.text, code: root, needsHTTP: true))
            for index in names.groups.indices {
                units.append(EmissionUnit(name: names.groups[index].type.text, code: resource(index)))
            }
        }
        return units
    }

    // MARK: The root

    private var root: Code {
        let info = context.api.info
        let words = Code.documentation([info.title, info.summary ?? "", info.description ?? ""])
        let parts = [
            "\(context.access)let client: APIClient", properties(of: nil), CredentialEmitter(context: context).initialisers,
            """
            \(context.access)init(client: APIClient) {
                self.client = client
            }
            """,
            service, ServersEmitter(context: context).code,
        ]
        return .paragraphs([.lines([
            words,
            """
            nonisolated \(context.access)struct \(names.client): APIRoot {
                \(Code.paragraphs(parts + methods(of: nil)))
            }
            """,
        ])] + companions(of: nil))
    }

    private var service: Code {
        let name = serviceName
        let server = context.api.servers.first
        let credentials = CredentialEmitter(context: context)
        var arguments: [Code] = [
            "name: \(literal: name)", "environmentPrefix: \(literal: credentials.environmentPrefix)",
            "server: \(literal: server?.url ?? "")",
        ]
        if let variables = server?.variables, !variables.isEmpty {
            arguments.append("serverVariables: [\(Code.list(variables.map { "\(literal: $0.name): \(literal: $0.defaultValue)" }))]")
        }
        if let schemes = credentials.schemes { arguments.append("schemes: \(schemes)") }
        if !context.api.security.isEmpty { arguments.append("security: \(credentials.alternatives(context.api.security))") }
        return """
            static let service = \(ParameterList.call("Service", arguments))
            """
    }

    /// The client's name without `Client`.
    private var serviceName: String {
        let name = names.client.text
        return name.hasSuffix("Client") && name.utf8.count > 6 ? String(name.dropLast(6)) : name
    }

    // MARK: Resources

    private func resource(_ index: Int) -> Code {
        let group = names.groups[index]
        let description = context.api.groups.first { $0.path == group.path }?.description
        let words = Code.documentation([description ?? "The operations of `\(group.path.joined(separator: "."))`."])
        let errors = ErrorBodiesEmitter(context: context, operations: operations(of: index))
        let parts = [
            "\(context.access)let client: APIClient", properties(of: index),
            """
            \(context.access)init(client: APIClient) {
                self.client = client
            }
            """,
        ]
        return .paragraphs([.lines([
            words,
            """
            nonisolated \(context.access)struct \(group.type): APIResource {
                \(Code.paragraphs(parts + methods(of: index) + [errors.tables]))
            }
            """,
        ])] + companions(of: index))
    }

    /// The groups inside a group, or on top.
    private func properties(of parent: Int?) -> Code {
        .lines(names.groups.filter { $0.parent == parent && (parent != nil || $0.path.count == 1) }.map { group in
            "\(context.access)var \(group.property): \(group.type) { \(group.type)(client: client) }"
        })
    }

    private func operations(of group: Int?) -> [Int] {
        context.api.operations.indices.filter { names.operations[$0].group == group }
    }

    private func methods(of group: Int?) -> [Code] {
        let operations = operations(of: group)
        let errors = ErrorBodiesEmitter(context: context, operations: operations)
        return operations.map { emitter($0, errors: errors).methods } + (group == nil && !operations.isEmpty ? [errors.tables] : [])
    }

    private func emitter(_ index: Int, errors: ErrorBodiesEmitter) -> OperationEmitter {
        OperationEmitter(
            context: context, operation: context.api.operations[index], names: names.operations[index], errors: errors.table(for: index))
    }

    /// The types that go with the operations of a group, beside its own.
    private func companions(of group: Int?) -> [Code] {
        let operations = operations(of: group)
        let errors = ErrorBodiesEmitter(context: context, operations: operations)
        return operations.flatMap { [emitter($0, errors: errors).result, headers.declaration(for: $0)] }.filter { !$0.isEmpty }
    }
}
