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
        report(
            collision.map { Contender(origin: api[$0].origin, label: api[$0].origin.location, name: types[$0.index].last.text) }, into: sink)
    }
    let memberNamer = MemberNamer(casing: casing, renames: renames)
    var members: [[SwiftIdentifier]] = []
    members.reserveCapacity(api.types.count)
    for declaration in api.types {
        let (names, collisions) = memberNamer.names(of: declaration)
        for collision in collisions {
            report(collision.map { declaration.contender($0, names[$0].text) }, into: sink)
        }
        members.append(names)
    }
    var clientNamer = ClientNamer(api: api, casing: casing, renames: renames)
    let client = clientNamer.run(clientName: options.clientName, taken: topLevel)
    for collision in clientNamer.collisions {
        report(
            collision.map {
                let origin = api.operations[$0].origin
                return Contender(origin: origin, label: origin.location, name: client.operations[$0].method.text)
            }, into: sink)
    }
    reportUnused(options.renames, used: renames.used, into: sink)
    var table = NameTable(types: types, members: members, client: client)
    table.validators = validatorNames(api, types, taken: topLevel.union(reserved).union(client.groups.map(\.type.text) + [client.client.text]))
    return table
}

/// `EmailSchema` stands beside `typealias Email = String`.
private func validatorNames(_ api: API, _ types: [SwiftTypeName], taken: Set<String>) -> [TypeID: SwiftIdentifier] {
    let aliases = api.aliasesWithValidators.filter { types[$0.index].path.count == 1 }
    var scope = NamingScope(taken: taken)
    let candidates = aliases.map { id -> NamingScope.Candidate in
        let name = types[id.index].last.text
        return NamingScope.Candidate(wanted: [name + "Schema", name + "Rules"], key: api[id].origin.location)
    }
    return Dictionary(zip(aliases, scope.assign(candidates))) { first, _ in first }
}

/// Something that wanted a name which others wanted too.
private struct Contender {
    var origin: Origin
    /// What people call it; where that is not clear by itself, its location.
    var label: String
    var name: String
}

/// One of them kept the name; the report stands where the first of the others does.
private func report(_ contenders: [Contender], into sink: DiagnosticSink) {
    guard let holder = contenders.min(by: { $0.name.utf8.count < $1.name.utf8.count }) else { return }
    let others = contenders.filter { $0.name != holder.name }
    guard let first = others.first else { return }
    var notes: [(String, SourceRange?)] = [("\(holder.label) is '\(holder.name)'", holder.origin.range)]
    for other in others.dropFirst() { notes.append(("\(other.label) becomes '\(other.name)'", other.origin.range)) }
    sink.report(Diagnostic(
        code: "name-collision", severity: .warning,
        message: "\(first.label) becomes '\(first.name)' in Swift: another has the name '\(holder.name)'",
        range: first.origin.range, notes: notes,
        help: "\"renames\": {\"\(first.origin.location)\": \"…\"} in the configuration chooses another name"))
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
    fileprivate func contender(_ index: Int, _ name: String) -> Contender {
        switch shape {
        case .object(let object) where index < object.properties.count:
            return contender(object.properties[index], name)
        case .tuple(let tuple) where index < tuple.items.count:
            return contender(tuple.items[index], name)
        case .enumeration(let enumeration) where index < enumeration.values.count:
            let value = enumeration.values[index]
            let location = origin.location + "/enum/" + MemberNamer.text(of: value.literal)
            return Contender(origin: Origin(location: location, range: value.range ?? origin.range), label: value.literal.json, name: name)
        case .union:
            let location = origin.location + "/" + String(index)
            return Contender(origin: Origin(location: location, range: origin.range), label: "branch \(index + 1)", name: name)
        default:
            return Contender(origin: origin, label: origin.location, name: name)
        }
    }

    private func contender(_ property: Property, _ name: String) -> Contender {
        Contender(origin: property.origin, label: Literal.string(property.name).json, name: name)
    }
}
