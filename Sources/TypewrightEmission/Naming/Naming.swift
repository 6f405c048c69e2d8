import TypewrightModel
import TypewrightSource

/// The stage `name`: `API → NameTable`.
package func name(_ api: API, options: NamingOptions, into sink: DiagnosticSink) -> NameTable {
    let casing = Casing(extra: options.initialisms, without: options.plainWords)
    let renames = RenameTable(options.renames)
    var typeNamer = TypeNamer(api: api, casing: casing, renames: renames)
    var reserved = RuntimeNames.types.union(SwiftWords.types)
    if let client = options.clientName { reserved.insert(client) }
    let (types, topLevel) = typeNamer.run(reserved: reserved)
    for collision in typeNamer.collisions {
        report(collision.map { api[$0].origin }, names: collision.map { types[$0.index].last.text }, what: "types", into: sink)
    }
    let memberNamer = MemberNamer(casing: casing, renames: renames)
    var members: [[SwiftIdentifier]] = []
    members.reserveCapacity(api.types.count)
    for declaration in api.types {
        let (names, collisions) = memberNamer.names(of: declaration)
        for collision in collisions {
            report(collision.map { declaration.memberOrigin($0) }, names: collision.map { names[$0].text }, what: "members", into: sink)
        }
        members.append(names)
    }
    var clientNamer = ClientNamer(api: api, casing: casing, renames: renames)
    let client = clientNamer.run(clientName: options.clientName, taken: topLevel)
    for collision in clientNamer.collisions {
        report(
            collision.map { api.operations[$0].origin }, names: collision.map { client.operations[$0].method.text },
            what: "operations", into: sink)
    }
    reportUnused(options.renames, used: renames.used, into: sink)
    var table = NameTable(types: types, members: members, client: client)
    table.validators = validatorNames(api, types, taken: topLevel.union(reserved).union(client.groups.map(\.type.text) + [client.client.text]))
    return table
}

/// `EmailSchema` stands beside `typealias Email = String`.
private func validatorNames(_ api: API, _ types: [SwiftTypeName], taken: Set<String>) -> [TypeID: SwiftIdentifier] {
    let aliases = api.types.indices.map { TypeID($0) }.filter { api.needsValidator($0) && types[$0.index].path.count == 1 }
    var scope = NamingScope(taken: taken)
    let candidates = aliases.map { id -> NamingScope.Candidate in
        let name = types[id.index].last.text
        return NamingScope.Candidate(wanted: [name + "Schema", name + "Rules"], key: api[id].origin.location)
    }
    return Dictionary(uniqueKeysWithValues: zip(aliases, scope.assign(candidates)))
}

private func report(_ origins: [Origin], names: [String], what: String, into sink: DiagnosticSink) {
    guard let first = origins.first else { return }
    let told = zip(origins, names).map { "\($0.location) is '\($1)'" }.joined(separator: ", ")
    sink.report(Diagnostic(
        code: "name-collision", severity: .warning,
        message: "\(origins.count) \(what) have the same name in Swift; they are told apart: \(told)",
        range: origins.dropFirst().first?.range ?? first.range,
        notes: origins.compactMap { origin in origin.range.map { ("\(origin.location) stands here", $0) } },
        help: "choose names with \"renames\" in the configuration"))
}

private func reportUnused(_ renames: [NamingOptions.Rename], used: Set<String>, into sink: DiagnosticSink) {
    for rename in renames where !used.contains(rename.location) {
        sink.report(Diagnostic(
            code: "unused-rename", severity: .error,
            message: "nothing in the document stands at '\(rename.location)', so it cannot be renamed to '\(rename.name)'",
            range: rename.range, notes: [], help: "locations look like '#/components/schemas/Pet/properties/name'"))
    }
}

extension TypeDeclaration {
    fileprivate func memberOrigin(_ index: Int) -> Origin {
        switch shape {
        case .object(let object) where index < object.properties.count: object.properties[index].origin
        case .tuple(let tuple) where index < tuple.items.count: tuple.items[index].origin
        case .enumeration(let enumeration) where index < enumeration.values.count:
            Origin(location: origin.location + "/enum/" + MemberNamer.text(of: enumeration.values[index].literal), range: origin.range)
        default: origin
        }
    }
}
