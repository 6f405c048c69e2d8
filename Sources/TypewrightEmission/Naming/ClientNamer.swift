import TypewrightModel

/// Names the client: its groups, their methods, the methods' parameters.
struct ClientNamer {
    let api: API
    let casing: Casing
    let members: MemberNamer
    let renames: RenameTable
    private(set) var groups: [GroupNames] = []
    /// Operations that wanted the same name.
    var collisions: [[Int]] = []

    init(api: API, casing: Casing, renames: RenameTable) {
        self.api = api
        self.casing = casing
        self.renames = renames
        members = MemberNamer(casing: casing, renames: renames)
    }

    /// `taken` are the types that the document declares.
    mutating func run(clientName: String?, taken: Set<String>) -> ClientNames {
        let wanted = clientName ?? casing.upperCamel(Words(api.info.title)) + "Client"
        var types = NamingScope(taken: taken.union(RuntimeNames.types))
        let client = types.assign([NamingScope.Candidate(wanted: [wanted], key: "", isChosen: clientName != nil)])[0]
        nameGroups(types: &types)
        var names = ClientNames(client: client, groups: groups)
        names.credentials = nameCredentials()
        names.operations = nameOperations(types: &types)
        names.webhooks = nameWebhooks(client: client, types: &types)
        names.servers = nameServers(types: &types)
        return names
    }

    // MARK: Groups

    /// Every prefix of a group's path is a group too: `repos.issues` is a property of `repos`.
    private mutating func nameGroups(types: inout NamingScope) {
        var seen: Set<[String]> = []
        for operation in api.operations {
            for length in 0..<operation.group.count where seen.insert(Array(operation.group[...length])).inserted {
                groups.append(GroupNames(path: Array(operation.group[...length]), property: "", type: "", parent: nil))
            }
        }
        groups.sort { $0.path.lexicographicallyPrecedes($1.path) }
        let typeNames = types.assign(groups.map { group in
            let plain = casing.upperCamel(Words(list: group.path.flatMap { Words($0).list }))
            return NamingScope.Candidate(wanted: [plain + "Resource", plain + "Operations"], key: group.path.joined(separator: "."))
        })
        for index in groups.indices {
            groups[index].type = typeNames[index]
            let outer = Array(groups[index].path.dropLast())
            groups[index].parent = outer.isEmpty ? nil : groups.firstIndex { $0.path == outer }
        }
        let byParent = Dictionary(grouping: groups.indices) { groups[$0].parent ?? -1 }
        for (parent, children) in byParent {
            var scope = NamingScope(taken: parent < 0 ? RuntimeNames.clientMembers : RuntimeNames.resourceMembers)
            let names = scope.assign(children.map { index in
                let name = groups[index].path[groups[index].path.count - 1]
                return NamingScope.Candidate(wanted: [members.memberName(name), members.memberName(name) + "Resource"], key: name)
            })
            for (place, index) in children.enumerated() { groups[index].property = names[place] }
        }
    }

    private func nameCredentials() -> [SwiftIdentifier] {
        var scope = NamingScope(taken: RuntimeNames.clientParameters)
        return scope.assign(api.securitySchemes.map { scheme in
            let name = members.memberName(scheme.name)
            return NamingScope.Candidate(wanted: [name, name + "Credential"], key: scheme.name)
        })
    }

    /// By their names, or by descriptions that are as short as a name.
    private func nameServers(types: inout NamingScope) -> ServerNames? {
        guard api.servers.count > 1 || api.servers.contains(where: { !$0.variables.isEmpty }) else { return nil }
        let type = types.assign([NamingScope.Candidate(wanted: ["Servers", "ServerAddresses"], key: "")])[0]
        var scope = NamingScope(taken: ["self", "init"])
        let names = scope.assign(api.servers.enumerated().map { index, server in
            let told = [server.name, server.description].compactMap { $0 }.first { !$0.isEmpty && Words($0).list.count <= 4 }
            return NamingScope.Candidate(wanted: [told.map(members.memberName) ?? "server\(index + 1)"], key: server.url)
        })
        let variables = api.servers.map { server in
            var scope = NamingScope(taken: ["self"])
            return scope.assign(server.variables.map { NamingScope.Candidate(wanted: [members.memberName($0.name)], key: $0.name) })
        }
        return ServerNames(type: type, members: names, variables: variables)
    }

    /// `PetstoreWebhooks` beside `PetstoreClient`.
    private func nameWebhooks(client: SwiftIdentifier, types: inout NamingScope) -> WebhookNames? {
        if api.webhooks.isEmpty { return nil }
        let stem = client.text.hasSuffix("Client") && client.text.utf8.count > 6 ? String(client.text.dropLast(6)) : client.text
        let type = types.assign([NamingScope.Candidate(wanted: [stem + "Webhooks", stem + "WebhookEvents"], key: "")])[0]
        var scope = NamingScope(taken: RuntimeNames.webhookMembers)
        let methods = scope.assign(api.webhooks.map { webhook in
            let name = members.memberName(webhook.name)
            let method = members.memberName(webhook.name + " " + webhook.operation.method.lowercased())
            let announced = webhook.announcedBy.map { [members.memberName($0 + " " + webhook.name)] } ?? []
            return NamingScope.Candidate(wanted: [name] + announced + [method], key: webhook.operation.origin.location)
        })
        return WebhookNames(type: type, methods: methods)
    }
}
