import TypewrightReader
import TypewrightSource

/// JSON Schema files, and names for schemas that stand in other files.
extension SpecDecoder {
    /// The root of a JSON Schema file, then its definitions, in document order.
    func schemaFile(_ root: Located) -> [Spec.NamedSchema] {
        let name = root.node["title"]?.string ?? fileName(root.document.uri)
        let id = schema(root)
        var named = [Spec.NamedSchema(name: name, nameRange: root.node["title"]?.range ?? root.node.range, schema: id, origin: .root)]
        for holder in ["$defs", "definitions"] {
            for (entry, located) in root.entries(holder) {
                guard entry.value.kind == .object || entry.value.kind == .boolean else { continue }
                let id = schema(located.node, at: located.place, in: located)
                named.append(Spec.NamedSchema(name: entry.key, nameRange: entry.keyRange, schema: id, origin: .definition))
            }
        }
        return named
    }

    /// A schema in another document has a name of its own where it is the whole file, an entry of the
    /// file, or stands among `schemas`, `$defs` or `definitions`.
    func nameElsewhere(_ located: Located, id: SchemaID) {
        guard located.document !== documents.documents.first else { return }
        guard let name = ownName(located.place) else { return }
        namedElsewhere.append(Spec.NamedSchema(name: name, nameRange: located.node.range, schema: id, origin: .file))
    }

    private func ownName(_ place: Place) -> String? {
        guard let parent = place.parent else { return fileName(place.document) }
        guard case .member(let name) = place.step else { return nil }
        if parent.parent == nil { return name }
        guard case .member(let holder) = parent.step else { return nil }
        return holder == "schemas" || holder == "$defs" || holder == "definitions" ? name : nil
    }

    /// `models/pet.schema.json` is `pet`.
    func fileName(_ path: String) -> String {
        let file = path.utf8.split(separator: UInt8(ascii: "/")).last.map { Substring($0) } ?? Substring(path)
        let stem = String(file.utf8.prefix { $0 != UInt8(ascii: ".") }) ?? ""
        return stem.isEmpty ? String(file) : stem
    }
}
