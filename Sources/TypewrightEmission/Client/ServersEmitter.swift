import TypewrightModel

/// What `baseURL` can be, where the document leaves a choice.
struct ServersEmitter {
    let context: EmissionContext

    var code: Code {
        guard let names = context.names.client.servers else { return "" }
        var members: [Code] = []
        for (index, server) in context.api.servers.enumerated() {
            members.append(member(server, names.members[index], names.variables[index]))
        }
        return """
            /// The addresses that the document names, for `baseURL`.
            \(context.access)enum \(names.type) {
                \(Code.paragraphs(members))
            }
            """
    }

    /// An address, or a function that puts one together.
    private func member(_ server: Server, _ name: SwiftIdentifier, _ variables: [SwiftIdentifier]) -> Code {
        let comment = Code.documentation(paragraphs(server, variables))
        if server.variables.isEmpty {
            return .lines([comment, "\(context.access)static let \(name) = \(literal: server.url)"])
        }
        var parameters: [Code] = []
        var values: [Code] = []
        for (variable, name) in zip(server.variables, variables) {
            parameters.append("\(name.label): String = \(literal: variable.defaultValue)")
            values.append("\(literal: variable.name): \(name)")
        }
        return .lines([comment, """
            \(ParameterList.call("\(context.access)static func \(name)", parameters, tail: " -> String")) {
                Service.expand(\(literal: server.url), [\(Code.list(values))])
            }
            """])
    }

    private func paragraphs(_ server: Server, _ variables: [SwiftIdentifier]) -> [String] {
        var parameters: [String] = []
        for (variable, name) in zip(server.variables, variables) {
            let told = ServersEmitter.told(variable)
            if !told.isEmpty { parameters.append("  - \(name.text): \(told)") }
        }
        var paragraphs = [server.description ?? server.name ?? "", "`\(server.url)`"]
        if !parameters.isEmpty { paragraphs.append("- Parameters:\n\(parameters.joined(separator: "\n"))") }
        return paragraphs
    }

    /// `Where it runs. One of `eu`, `us`.`
    private static func told(_ variable: Server.Variable) -> String {
        var sentences = (variable.description ?? "").split(whereSeparator: \.isNewline).map(String.init)
        if !variable.allowedValues.isEmpty {
            let values = variable.allowedValues.map { "`\($0)`" }
            sentences.append("One of \(values.joined(separator: ", ")).")
        }
        return sentences.joined(separator: " ")
    }
}
