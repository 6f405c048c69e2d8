import TypewrightSpec

/// A value as XML, by what the schemas say of names, attributes and wrapping.
struct XMLText {
    let view: SchemaView

    func document(_ json: JSON, _ schema: SchemaID?) -> String {
        let schemas = schema.map { [$0] } ?? []
        let name = xml(schemas)?.name ?? component(schemas) ?? "root"
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + element(name, json, schemas) + "\n"
    }

    private func xml(_ schemas: [SchemaID]) -> Schema.XML? {
        schemas.lazy.flatMap { view.parts($0) }.compactMap(\.xml).first
    }

    /// The name of the component, for a root that has no other.
    private func component(_ schemas: [SchemaID]) -> String? {
        guard let schema = schemas.first else { return nil }
        let target = view.target(schema)
        return view.spec.namedSchemas.first { $0.schema == target }?.name
    }

    private func element(_ name: String, _ json: JSON, _ schemas: [SchemaID]) -> String {
        let xml = xml(schemas)
        let name = tag(xml?.prefix.map { "\($0):\(name)" } ?? name)
        var start = "<" + name
        if let space = xml?.namespace { start += " xmlns\(xml?.prefix.map { ":" + tag($0) } ?? "")=\"\(escaped(space))\"" }
        switch json {
        case .object(let members):
            var content = ""
            for member in members {
                let inner = view.member(member.name, schemas)
                let own = self.xml(inner)
                if own?.isAttribute == true || own?.nodeType == "attribute" {
                    start += " \(tag(own?.name ?? member.name))=\"\(escaped(member.value.plain ?? ""))\""
                } else {
                    content += self.member(member, inner)
                }
            }
            return start + ">" + content + "</\(name)>"
        case .array(let elements):
            let content = elements.enumerated().map { element("item", $0.element, view.items(schemas, at: $0.offset)) }.joined()
            return start + ">" + content + "</\(name)>"
        default: return start + ">" + escaped(json.plain ?? "") + "</\(name)>"
        }
    }

    private func member(_ member: JSON.Member, _ schemas: [SchemaID]) -> String {
        let own = xml(schemas)
        let name = own?.name ?? member.name
        guard case .array(let elements) = member.value else { return member.value.isNull ? "" : element(name, member.value, schemas) }
        let items = elements.enumerated().map { index, value in
            let inner = view.items(schemas, at: index)
            return element(xml(inner)?.name ?? (own?.isWrapped == true ? member.name : name), value, inner)
        }.joined()
        return own?.isWrapped == true ? "<\(tag(name))>\(items)</\(tag(name))>" : items
    }

    private func tag(_ name: String) -> String {
        var text = ""
        for scalar in name.unicodeScalars {
            let isFine = scalar.properties.isAlphabetic || scalar.properties.numericType != nil || "_-.:".unicodeScalars.contains(scalar)
            text.unicodeScalars.append(isFine ? scalar : "_")
        }
        return text.isEmpty || text.unicodeScalars.first?.properties.numericType != nil ? "_" + text : text
    }

    private func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            case "\"": result += "&quot;"
            case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
            // XML knows no other control characters.
            default: if scalar.value >= 0x20 { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }
}
