import TypewrightReader
import TypewrightSource

extension SpecDecoder {
    func parameters(_ located: Located) -> [OpenAPI.Parameter] {
        if let node = located.node["parameters"], node.kind != .array {
            faults.warning("wrong-type", "`parameters` is an array, not \(describe(node)); ignored.", at: node.range)
            return []
        }
        var parameters: [OpenAPI.Parameter] = []
        for start in located.elements("parameters") {
            guard let parameter = parameter(start) else { continue }
            if parameters.contains(where: { $0.name == parameter.name && $0.location == parameter.location }) {
                faults.warning(
                    "duplicate-parameter", "The \(parameter.location.rawValue) parameter `\(parameter.name)` is declared twice; the first counts.",
                    at: start.node.range
                )
            } else {
                parameters.append(parameter)
            }
        }
        return parameters
    }

    /// One parameter, behind its references. Components are asked for often and decoded once.
    func parameter(_ start: Located) -> OpenAPI.Parameter? {
        guard let found = dereference(start, expecting: "a parameter") else { return nil }
        guard found.isPlain else { return parameter(found) }
        if let known = decodedParameters[found.located.node.identity] { return known }
        let parameter = parameter(found)
        if let parameter { decodedParameters[found.located.node.identity] = parameter }
        return parameter
    }

    private func parameter(_ found: Dereferenced) -> OpenAPI.Parameter? {
        let located = found.located
        guard let name = string("name", of: located) else {
            faults.warning("missing-name", "A parameter has a `name`; left out.", at: located.node.range)
            return nil
        }
        guard let location = parameterLocation(located, name: name) else { return nil }
        return OpenAPI.Parameter(
            node: located.node, place: located.place, name: name, location: location,
            description: found.description ?? string("description", of: located), isRequired: isRequired(located, location),
            isDeprecated: boolean("deprecated", of: located) ?? false,
            allowsEmptyValue: boolean("allowEmptyValue", of: located) ?? false,
            value: value(located, location), examples: examples(located), componentName: found.componentName, isAssumed: false
        )
    }

    private func parameterLocation(_ located: Located, name: String) -> OpenAPI.Parameter.Location? {
        guard let node = located.node["in"], let text = node.string else {
            faults.warning("missing-in", "The parameter `\(name)` does not say where it stands (`in`); left out.", at: located.node.range)
            return nil
        }
        if let location = OpenAPI.Parameter.Location(rawValue: text) { return location }
        if let location = OpenAPI.Parameter.Location(rawValue: text.lowercased()) {
            faults.warning("unknown-in", "`in` is written in lower case.", at: node.range)
            return location
        }
        let known = ["path", "query", "header", "cookie"]
        let help = text == "body" || text == "formData"
            ? "OpenAPI 3 has `requestBody` for that." : closestMatch(to: text, in: known).map { "Did you mean \"\($0)\"?" }
        faults.warning("unknown-in", "There is no place \"\(text)\" for a parameter; left out.", at: node.range, help: help)
        return nil
    }

    private func isRequired(_ located: Located, _ location: OpenAPI.Parameter.Location) -> Bool {
        let isRequired = boolean("required", of: located) ?? false
        if location == .path && !isRequired {
            faults.note("optional-path-parameter", "A path parameter is always required.", at: located.node.range)
            return true
        }
        return isRequired
    }

    /// `schema` with its style, or `content` with one media type.
    func value(_ located: Located, _ location: OpenAPI.Parameter.Location) -> OpenAPI.Parameter.Value {
        if located.node["content"] != nil {
            let content = mediaTypes(located)
            if content.count > 1 {
                faults.warning("several-contents", "A parameter has one media type in `content`; the first counts.", at: located.node["content"]?.range)
            }
            if let first = content.first { return .content(first) }
        }
        let style = style(located) ?? defaultStyle(location)
        let explode = boolean("explode", of: located) ?? (style == .form || style == .cookie)
        let schema = schema("schema", of: located) ?? anySchema(located)
        return .schema(schema, style: style, explode: explode, allowReserved: boolean("allowReserved", of: located) ?? false)
    }

    func style(_ located: Located) -> OpenAPI.Style? {
        guard let node = located.node["style"], let text = string("style", of: located) else { return nil }
        if let style = OpenAPI.Style(rawValue: text) { return style }
        let known = ["matrix", "label", "simple", "form", "spaceDelimited", "pipeDelimited", "deepObject"]
        let help = closestMatch(to: text, in: known).map { "Did you mean \"\($0)\"?" }
        faults.warning("unknown-style", "There is no style \"\(text)\"; the default is used.", at: node.range, help: help)
        return nil
    }

    private func defaultStyle(_ location: OpenAPI.Parameter.Location) -> OpenAPI.Style {
        switch location {
        case .path, .header: .simple
        case .query, .querystring, .cookie: .form
        }
    }

    /// A parameter without a schema accepts anything.
    private func anySchema(_ located: Located) -> SchemaID {
        faults.warning("missing-schema", "There is neither `schema` nor `content` here; any value is accepted.", at: located.node.range)
        return synthesize(SchemaDraft(), at: located.child("schema", located.node))
    }

    func assumedPathParameter(_ name: String, _ operation: Located) -> OpenAPI.Parameter {
        let draft = SchemaDraft()
        draft.types = .string
        let place = operation.place.member("parameters").member(name)
        let located = Located(node: operation.node, place: place, document: operation.document, resource: operation.resource)
        let schema = synthesize(draft, at: located.child("schema", operation.node))
        return OpenAPI.Parameter(
            node: operation.node, place: place, name: name, location: .path, description: nil, isRequired: true, isDeprecated: false,
            allowsEmptyValue: false, value: .schema(schema, style: .simple, explode: false, allowReserved: false),
            examples: [], componentName: nil, isAssumed: true
        )
    }

    /// Components are asked for often and decoded once, like parameters.
    func header(_ start: Located, name: String) -> OpenAPI.Header? {
        guard let found = dereference(start, expecting: "a header") else { return nil }
        guard found.isPlain, found.componentName != nil else { return header(found, name: name) }
        if let known = decodedHeaders[found.located.node.identity], known.name == name { return known }
        let header = header(found, name: name)
        decodedHeaders[found.located.node.identity] = header
        return header
    }

    private func header(_ found: Dereferenced, name: String) -> OpenAPI.Header {
        let located = found.located
        return OpenAPI.Header(
            node: located.node, place: located.place, name: name, description: found.description ?? string("description", of: located),
            isRequired: boolean("required", of: located) ?? false, isDeprecated: boolean("deprecated", of: located) ?? false,
            value: value(located, .header), examples: examples(located), componentName: found.componentName
        )
    }
}
