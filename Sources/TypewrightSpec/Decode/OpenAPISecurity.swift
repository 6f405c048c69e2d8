import TypewrightReader
import TypewrightSource

extension SpecDecoder {
    func securitySchemes(_ root: Located) -> [OpenAPI.SecurityScheme] {
        guard let components = root.member("components") else { return [] }
        var schemes: [OpenAPI.SecurityScheme] = []
        for (entry, start) in components.entries("securitySchemes") where !entry.key.hasPrefix("x-") {
            reportName(entry)
            securitySchemeNames.insert(entry.key)
            guard let found = dereference(start, expecting: "a security scheme") else { continue }
            let located = found.located
            schemes.append(OpenAPI.SecurityScheme(
                node: located.node, place: located.place, name: entry.key,
                description: found.description ?? string("description", of: located),
                isDeprecated: boolean("deprecated", of: located) ?? false, kind: securityKind(located)
            ))
        }
        return schemes
    }

    private func securityKind(_ located: Located) -> OpenAPI.SecurityScheme.Kind {
        let type = string("type", of: located) ?? ""
        switch type {
        case "apiKey":
            let location = OpenAPI.Parameter.Location(rawValue: string("in", of: located) ?? "") ?? .header
            return .apiKey(name: string("name", of: located) ?? "Authorization", location: location)
        case "http":
            return .http(scheme: (string("scheme", of: located) ?? "bearer").lowercased(), bearerFormat: string("bearerFormat", of: located))
        case "mutualTLS": return .mutualTLS
        case "oauth2": return .oauth2(flows(located))
        case "openIdConnect": return .openIDConnect(url: string("openIdConnectUrl", of: located) ?? "")
        default:
            let known = ["apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"]
            let help = closestMatch(to: type, in: known).map { "Did you mean \"\($0)\"?" }
            faults.warning(
                "unknown-security", "There is no security scheme of type \"\(type)\".", at: located.node["type"]?.range ?? located.node.range, help: help
            )
            return .unknown(type)
        }
    }

    private func flows(_ located: Located) -> [OpenAPI.SecurityScheme.Flow] {
        var flows: [OpenAPI.SecurityScheme.Flow] = []
        for (entry, flow) in located.entries("flows") where !entry.key.hasPrefix("x-") {
            guard let kind = OpenAPI.SecurityScheme.Flow.Kind(rawValue: entry.key) else {
                faults.warning("unknown-flow", "There is no OAuth flow `\(entry.key)`; left out.", at: entry.keyRange)
                continue
            }
            var scopes: [OpenAPI.SecurityScheme.Scope] = []
            for (scope, _) in flow.entries("scopes") {
                scopes.append(OpenAPI.SecurityScheme.Scope(name: scope.key, description: text(scope.value) ?? ""))
            }
            flows.append(OpenAPI.SecurityScheme.Flow(
                kind: kind, authorizationURL: string("authorizationUrl", of: flow), tokenURL: string("tokenUrl", of: flow),
                refreshURL: string("refreshUrl", of: flow), deviceAuthorizationURL: string("deviceAuthorizationUrl", of: flow), scopes: scopes
            ))
        }
        return flows
    }

    /// `nil` where nothing is said; an empty list lifts what holds around.
    func securityRequirements(_ located: Located) -> [OpenAPI.SecurityRequirement]? {
        guard let node = located.node["security"] else { return nil }
        guard node.kind == .array else {
            faults.warning("wrong-type", "`security` is an array, not \(describe(node)); ignored.", at: node.range)
            return nil
        }
        var requirements: [OpenAPI.SecurityRequirement] = []
        for element in node.elements {
            var schemes: [(name: String, scopes: [String])] = []
            for member in element.members {
                if !securitySchemeNames.contains(member.key) { reportScheme(member) }
                schemes.append((member.key, member.value.elements.compactMap { text($0) }))
            }
            requirements.append(OpenAPI.SecurityRequirement(schemes: schemes))
        }
        return requirements
    }

    private func reportScheme(_ member: Node.Member) {
        // 3.2: a requirement may name a scheme by its URI.
        if version == .v3_2 && (member.key.contains("/") || member.key.contains("#")) { return }
        let help = closestMatch(to: member.key, in: securitySchemeNames.sorted()).map { "Did you mean `\($0)`?" }
        faults.warning("unknown-security", "There is no security scheme `\(member.key)`.", at: member.keyRange, help: help)
    }
}
