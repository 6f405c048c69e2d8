import TypewrightEmission
import TypewrightModel

/// `names`: what everything is called in Swift, beside what the document calls it.
struct NamesDump {
    let api: API
    let names: NameTable

    func text() -> String {
        var dump = DumpText()
        for (index, declaration) in api.types.enumerated() {
            let name = names[TypeID(index)].path.map(\.source).joined(separator: ".")
            dump.line("\(name) \(declaration.origin.location)") { dump in
                for (member, name) in zip(members(of: declaration.shape), names.members[index]) {
                    dump.line("\(name.source) \(member)")
                }
            }
        }
        if !api.operations.isEmpty { writeClient(to: &dump) }
        return dump.text
    }

    private func members(of shape: TypeShape) -> [String] {
        switch shape {
        case .object(let object): object.properties.map { quoted($0.name) }
        case .enumeration(let enumeration): enumeration.values.map(\.literal.json)
        case .union(let union): union.branches.map { quoted($0.nameHints.first ?? "") }
        case .tuple(let tuple): tuple.items.map { quoted($0.name) }
        case .alias: []
        }
    }

    private func writeClient(to dump: inout DumpText) {
        dump.line("\(names.client.client.source)") { dump in
            for group in names.client.groups {
                dump.line("\(group.property.source) \(group.type.source) \(group.path.joined(separator: "."))")
            }
            for (operation, name) in zip(api.operations, names.client.operations) {
                let group = name.group.map { names.client.groups[$0].property.source + "." } ?? ""
                dump.line("\(group)\(name.method.source) \(operation.origin.location)") { dump in
                    for (parameter, name) in zip(operation.parameters, name.parameters) {
                        dump.line("\(name.source) \(parameter.place.rawValue) \(quoted(parameter.name))")
                    }
                    for field in name.fields { dump.line("\(field.source) body") }
                }
            }
        }
    }
}
