import TypewrightReader
import TypewrightSource

extension SpecDecoder {
    /// The specification has no references to operations; people write them all the same.
    func operation(_ start: Located, method: String, _ frame: PathFrame) -> OpenAPI.Operation? {
        guard let located = dereference(start, expecting: "an operation")?.located else { return nil }
        let security = securityRequirements(located)
        let servers = servers(located)
        return OpenAPI.Operation(
            node: located.node, place: located.place, method: method, path: frame.path,
            operationID: operationID(located), tags: tagNames(located),
            summary: string("summary", of: located), description: string("description", of: located),
            externalDocs: externalDocs(located.node["externalDocs"]), isDeprecated: boolean("deprecated", of: located) ?? false,
            parameters: merged(parameters(located), frame, located), requestBody: located.member("requestBody").flatMap(requestBody),
            responses: responses(located), callbacks: callbacks(located.entries("callbacks"), scope: frame.scope),
            security: security ?? frame.scope.security, hasOwnSecurity: security != nil,
            servers: servers.isEmpty ? frame.scope.servers : servers
        )
    }

    private func operationID(_ located: Located) -> String? {
        guard let node = located.node["operationId"], let id = string("operationId", of: located) else { return nil }
        if let first = operationIDs[id] {
            // A path item that is referred to twice has its operations twice, and means it.
            if first != node.range {
                faults.warning(
                    "duplicate-operation-id", "There are two operations with the ID `\(id)`.", at: node.range, notes: [("the first is here", first)]
                )
            }
        } else {
            operationIDs[id] = node.range
        }
        return id
    }

    private func tagNames(_ located: Located) -> [String] {
        guard let node = located.node["tags"] else { return [] }
        if let single = node.string { return [single] }
        var names: [String] = []
        for element in node.elements {
            if let name = text(element), !names.contains(name) { names.append(name) }
        }
        return names
    }

    /// The path item's parameters that the operation does not replace, then its own, then those that
    /// the template names and nobody declares.
    private func merged(_ own: [OpenAPI.Parameter], _ frame: PathFrame, _ located: Located) -> [OpenAPI.Parameter] {
        var all: [OpenAPI.Parameter] = []
        for parameter in frame.shared where !own.contains(where: { $0.name == parameter.name && $0.location == parameter.location }) {
            all.append(parameter)
        }
        all += own
        guard frame.isPath else { return all }
        let names = templateNames(frame.path)
        for parameter in all where parameter.location == .path && !names.contains(parameter.name) {
            let help = closestMatch(to: parameter.name, in: names).map { "Did you mean `\($0)`?" }
            faults.warning(
                "unused-path-parameter", "The path `\(frame.path)` has no `{\(parameter.name)}`.", at: parameter.node.range, help: help
            )
        }
        for name in names where !all.contains(where: { $0.name == name && $0.location == .path }) {
            faults.warning(
                "undeclared-path-parameter", "The path's parameter `\(name)` is not declared for this operation; taken as a string.",
                at: located.node.range, notes: [("the path is here", frame.range)]
            )
            all.append(assumedPathParameter(name, located))
        }
        return all
    }

    private func responses(_ located: Located) -> [OpenAPI.Response] {
        guard let map = located.node["responses"] else {
            if version == .v3_0 {
                faults.warning("missing-responses", "The operation has no `responses`.", at: located.node.range)
            }
            return []
        }
        guard map.kind == .object else {
            faults.warning("wrong-type", "`responses` is an object, not \(describe(map)); ignored.", at: map.range)
            return []
        }
        var responses: [OpenAPI.Response] = []
        for (entry, response) in located.entries("responses") where !entry.key.hasPrefix("x-") {
            guard let status = status(entry.key) else {
                faults.warning(
                    "status", "`\(entry.key)` is no status: three digits, `2XX` or `default`; left out.", at: entry.keyRange
                )
                continue
            }
            if let response = self.response(response, status: status) { responses.append(response) }
        }
        return responses
    }

    private func status(_ key: String) -> OpenAPI.Response.Status? {
        if key == "default" { return .any }
        let bytes = Array(key.utf8)
        guard bytes.count == 3, let first = bytes.first, first >= UInt8(ascii: "1"), first <= UInt8(ascii: "5") else { return nil }
        if bytes[1] | 0x20 == UInt8(ascii: "x") && bytes[2] | 0x20 == UInt8(ascii: "x") { return .range(Int(first - UInt8(ascii: "0"))) }
        return Int(key).map { .code($0) }
    }
}
