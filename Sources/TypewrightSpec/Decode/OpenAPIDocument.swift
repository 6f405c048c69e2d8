import TypewrightReader
import TypewrightSource

/// The top of an OpenAPI document.
extension SpecDecoder {
    func decodeDescription(_ root: Located) -> OpenAPI.Description {
        var description = OpenAPI.Description(node: root.node, info: info(root))
        description.components.securitySchemes = securitySchemes(root)
        description.servers = servers(root)
        description.security = securityRequirements(root) ?? []
        description.tags = tags(root)
        description.externalDocs = externalDocs(root.node["externalDocs"])
        let scope = OperationScope(security: description.security)
        if version == .v3_0, root.node["paths"] == nil {
            faults.warning("missing-paths", "An OpenAPI 3.0 document has `paths`.", at: root.node.range)
        }
        description.paths = pathItems(root.entries("paths"), scope: scope, arePaths: true)
        description.webhooks = pathItems(root.entries("webhooks") + root.entries("x-webhooks"), scope: scope, arePaths: false)
        decodeComponents(root, scope: scope, into: &description.components)
        return description
    }

    private func info(_ root: Located) -> OpenAPI.Info {
        guard let located = root.member("info"), located.node.kind == .object else {
            faults.warning("missing-info", "A document has an `info` with `title` and `version`.", at: root.node["openapi"]?.range)
            return OpenAPI.Info(node: root.node)
        }
        var info = OpenAPI.Info(node: located.node)
        info.title = string("title", of: located) ?? ""
        info.version = string("version", of: located) ?? ""
        info.summary = string("summary", of: located)
        info.description = string("description", of: located)
        info.termsOfService = string("termsOfService", of: located)
        if let contact = located.member("contact") {
            info.contact = OpenAPI.Contact(
                name: string("name", of: contact), url: string("url", of: contact), email: string("email", of: contact)
            )
        }
        if let license = located.member("license") {
            info.license = OpenAPI.License(
                name: string("name", of: license), identifier: string("identifier", of: license), url: string("url", of: license)
            )
        }
        return info
    }

    func servers(_ located: Located) -> [OpenAPI.Server] {
        var servers: [OpenAPI.Server] = []
        for server in located.elements("servers") {
            guard let url = string("url", of: server) else {
                faults.warning("wrong-type", "A server has a `url`; left out.", at: server.node.range)
                continue
            }
            servers.append(OpenAPI.Server(
                node: server.node, url: url, name: string("name", of: server), description: string("description", of: server),
                variables: serverVariables(server, url: url)
            ))
        }
        return servers
    }

    private func serverVariables(_ server: Located, url: String) -> [OpenAPI.ServerVariable] {
        var variables: [OpenAPI.ServerVariable] = []
        for (entry, variable) in server.entries("variables") {
            let allowed = variable.node["enum"]?.elements.compactMap { text($0) } ?? []
            if variable.node["default"] == nil {
                faults.warning("missing-default", "The server variable `\(entry.key)` has no `default`.", at: entry.keyRange)
            }
            variables.append(OpenAPI.ServerVariable(
                name: entry.key, defaultValue: text(variable.node["default"]) ?? allowed.first ?? "", enumeration: allowed,
                description: string("description", of: variable)
            ))
        }
        for name in templateNames(url) where !variables.contains(where: { $0.name == name }) {
            faults.warning("undeclared-variable", "The server's address has a variable `\(name)` that is not declared.", at: server.node["url"]?.range)
            variables.append(OpenAPI.ServerVariable(name: name, defaultValue: "", enumeration: [], description: nil))
        }
        return variables
    }

    /// The names in braces.
    func templateNames(_ template: String) -> [String] {
        var names: [String] = []
        var name: [UInt8]?
        for byte in template.utf8 {
            switch byte {
            case UInt8(ascii: "{"): name = []
            case UInt8(ascii: "}"):
                if let name, !name.isEmpty { names.append(String(decoding: name, as: UTF8.self)) }
                name = nil
            default: name?.append(byte)
            }
        }
        return names
    }

    private func tags(_ root: Located) -> [OpenAPI.Tag] {
        var tags: [OpenAPI.Tag] = []
        var known: [String: SourceRange] = [:]
        for tag in root.elements("tags") {
            guard let name = text(tag.node["name"]) else {
                faults.warning("wrong-type", "A tag has a `name`; left out.", at: tag.node.range)
                continue
            }
            if let first = known[name] {
                faults.warning("duplicate-tag", "The tag `\(name)` is listed twice.", at: tag.node.range, notes: [("first listed here", first)])
                continue
            }
            known[name] = tag.node.range
            tags.append(OpenAPI.Tag(
                node: tag.node, name: name, summary: string("summary", of: tag), description: string("description", of: tag),
                parent: string("parent", of: tag), kind: string("kind", of: tag), externalDocs: externalDocs(tag.node["externalDocs"])
            ))
        }
        return tags
    }
}
