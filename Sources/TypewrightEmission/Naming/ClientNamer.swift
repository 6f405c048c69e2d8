import TypewrightModel

/// Names the client: its groups, their methods, the methods' parameters.
struct ClientNamer {
    let api: API
    let casing: Casing
    let members: MemberNamer
    let renames: RenameTable
    private(set) var groups: [GroupNames] = []
    private(set) var collisions: [[Int]] = []

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
        names.operations = nameOperations()
        names.webhooks = nameWebhooks()
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

    // MARK: Operations

    private mutating func nameOperations() -> [OperationNames] {
        var names = [OperationNames?](repeating: nil, count: api.operations.count)
        let byGroup = Dictionary(grouping: api.operations.indices) { api.operations[$0].group }
        for (path, indices) in byGroup.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            let group = groups.firstIndex { $0.path == path }
            // A method may not be called like a property for a group inside this one.
            let inner = groups.filter { $0.parent == group && (group != nil || $0.path.count == 1) }.map(\.property.text)
            let own = group == nil ? RuntimeNames.clientMembers : RuntimeNames.resourceMembers
            var scope = NamingScope(taken: own.union(inner))
            let methods = scope.assign(indices.map { candidate(for: api.operations[$0]) })
            for collision in scope.collisions { collisions.append(collision.members.map { indices[$0] }) }
            let streaming = indices.filter { api.operations[$0].streamContent != nil }
            let streams = scope.assign(streaming.map { index in
                let name = methods[indices.firstIndex(of: index) ?? 0].text
                return NamingScope.Candidate(wanted: [name + "Stream"], key: api.operations[index].origin.location)
            })
            let paged = indices.filter { api.operations[$0].pagination != nil }
            let alls = scope.assign(paged.map { index in
                let name = methods[indices.firstIndex(of: index) ?? 0].text
                return NamingScope.Candidate(wanted: [name + "All"], key: api.operations[index].origin.location)
            })
            for (place, index) in indices.enumerated() {
                var named = parameterNames(of: api.operations[index], group: group, method: methods[place])
                named.stream = streaming.firstIndex(of: index).map { streams[$0] }
                named.all = paged.firstIndex(of: index).map { alls[$0] }
                names[index] = named
            }
        }
        return names.compactMap { $0 }
    }

    private func candidate(for operation: Operation) -> NamingScope.Candidate {
        let location = operation.origin.location
        if let chosen = renames.name(at: location) {
            return NamingScope.Candidate(wanted: [chosen], key: location, isChosen: true)
        }
        let plain = members.memberName(operation.name)
        let byMethod = members.memberName(operation.method.lowercased() + " " + operation.name)
        let usable = SwiftWords.unusable.contains(plain) ? [] : [plain]
        return NamingScope.Candidate(wanted: usable + [byMethod, plain + "Operation"], key: location)
    }

    /// "Collisions take the location as suffix": `id` in the path and in the body are `idPath` and `idBody`.
    private func parameterNames(of operation: Operation, group: Int?, method: SwiftIdentifier) -> OperationNames {
        var wanted: [(name: String, place: String, location: String)] = operation.parameters.map {
            ($0.name, $0.place.rawValue, $0.origin.location)
        }
        let fields = operation.spreadBody(in: api)?.properties ?? []
        wanted += fields.map { ($0.name, "body", $0.origin.location) }
        let plain = wanted.map { members.memberName($0.name) }
        var counts: [String: Int] = [:]
        for name in plain { counts[name, default: 0] += 1 }
        // The variant that takes the body as one value has a parameter of that name.
        if operation.body != nil, operation.parameters.contains(where: { members.memberName($0.name) == "body" }) {
            counts["body", default: 0] += 2
        }
        var scope = NamingScope(taken: RuntimeNames.callParameters)
        let names = scope.assign(wanted.indices.map { index in
            if let chosen = renames.name(at: wanted[index].location) {
                return NamingScope.Candidate(wanted: [chosen], key: chosen, isChosen: true)
            }
            let suffixed = plain[index] + casing.upperCamel(Words(wanted[index].place))
            let isContested = counts[plain[index], default: 0] > 1
            return NamingScope.Candidate(
                wanted: isContested ? [suffixed] : [plain[index], suffixed],
                key: wanted[index].place + "." + wanted[index].name)
        })
        let split = operation.parameters.count
        return OperationNames(group: group, method: method, parameters: Array(names[..<split]), fields: Array(names[split...]))
    }

    private func nameWebhooks() -> [SwiftIdentifier] {
        var scope = NamingScope(taken: RuntimeNames.members)
        return scope.assign(api.webhooks.map { webhook in
            let name = members.memberName(webhook.name)
            let method = members.memberName(webhook.name + " " + webhook.operation.method.lowercased())
            return NamingScope.Candidate(wanted: [name, method], key: webhook.operation.origin.location)
        })
    }
}
