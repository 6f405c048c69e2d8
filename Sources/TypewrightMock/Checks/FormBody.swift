import TypewrightSpec

/// A form as the object that its schema speaks of.
struct FormBody {
    let view: SchemaView
    let media: OpenAPI.MediaType

    private var schemas: [SchemaID] { media.schema.map { [$0] } ?? [] }

    func json(_ pairs: Pairs) -> JSON {
        var object = JSON.object([])
        var used: Set<String> = []
        for name in view.propertyNames(schemas) {
            if let value = value(of: name, pairs, &used) { object[name] = value }
        }
        for pair in pairs.all where !used.contains(pair.name) {
            let root = String(pair.name.cut(at: UInt8(ascii: "["))?.before ?? pair.name[...])
            let name = root.isEmpty ? pair.name : root
            if let value = value(of: name, pairs, &used) ?? value(of: pair.name, pairs, &used) { object[name] = value }
        }
        return object
    }

    private func value(of name: String, _ pairs: Pairs, _ used: inout Set<String>) -> JSON? {
        let inner = view.member(name, schemas)
        let encoding = media.encodings.first { $0.property == name }
        if let type = encoding?.contentType, MediaName(type)?.isJSON == true, let text = pairs.values(of: name).first {
            used.insert(name)
            let decoded = Percent.decoded(text, plusIsSpace: true)
            return JSON(text: Array(decoded.utf8)) ?? .string(decoded)
        }
        let style = encoding?.style ?? .form
        // Many write lists and objects with brackets, whatever the document says.
        let isBracketed = !pairs.all.contains { $0.name == name } && pairs.all.contains { $0.name.hasPrefix(name + "[") }
        var styled = StyledText(
            view: view, schemas: inner, style: isBracketed ? .deepObject : style, explode: encoding?.explode ?? (style == .form))
        styled.plusIsSpace = true
        // Members of an object are fields of their own only where the form as a whole is one; here they have the object's name.
        guard isBracketed || !pairs.values(of: name).isEmpty else { return nil }
        return styled.candidates(pairs, named: name, used: &used)?.first
    }
}
