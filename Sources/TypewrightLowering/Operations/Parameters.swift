import TypewrightModel
import TypewrightSource
import TypewrightSpec

extension Lowerer {
    /// Nil for the headers that OpenAPI takes out of the parameters: "If `in` is "header" and the `name` field is
    /// "Accept", "Content-Type" or "Authorization", the parameter definition SHALL be ignored."
    func parameter(_ parameter: OpenAPI.Parameter, words: [String]) -> Parameter? {
        if parameter.location == .header, ["accept", "content-type", "authorization"].contains(parameter.name.lowercased()) {
            return nil
        }
        let place = Parameter.Place(rawValue: parameter.location.rawValue) ?? .query
        return self.parameter(
            name: parameter.name, place: place, value: parameter.value, schema: parameter.schema,
            isRequired: parameter.isRequired || place == .path, words: words,
            documentation: Documentation(title: nil, description: parameter.description, isDeprecated: parameter.isDeprecated),
            origin: Origin(location: parameter.place.location, range: parameter.node.range))
    }

    /// A component that many responses have is lowered once.
    func header(_ header: OpenAPI.Header, words: [String]) -> Parameter {
        let place = ObjectIdentifier(header.place)
        // A reference may describe it in words of its own.
        if header.componentName != nil, let (lowered, description) = loweredComponents[place], lowered.name == header.name,
            description == header.description
        {
            return lowered
        }
        let lowered = parameter(
            name: header.name, place: .header, value: header.value, schema: header.schema, isRequired: header.isRequired, words: words,
            documentation: Documentation(title: nil, description: header.description, isDeprecated: header.isDeprecated),
            origin: Origin(location: header.place.location, range: header.node.range))
        if header.componentName != nil { loweredComponents[place] = (lowered, header.description) }
        return lowered
    }

    private func parameter(
        name: String, place: Parameter.Place, value: OpenAPI.Parameter.Value, schema: SchemaID?, isRequired: Bool, words: [String],
        documentation: Documentation, origin: Origin
    ) -> Parameter {
        var documentation = documentation
        var type = TypeUse(type: .string, isNullable: false)
        if let schema {
            type = use(PartList(schema), naming: .operation(words, role: [name]))
            let own = Documentation(of: describing(PartList(schema)))
            documentation.constraints = own.constraints
            if documentation.description == nil { documentation.description = own.description }
        }
        let schemas = schema.map { [spec[$0]] } ?? []
        return Parameter(
            name: name, place: place, type: type.type, presence: Presence(isRequired: isRequired, isNullable: type.isNullable),
            encoding: encoding(value), documentation: documentation, origin: origin,
            defaultValue: defaultValue(schemas), check: schema.flatMap { checks.check(for: $0) })
    }

    private func encoding(_ value: OpenAPI.Parameter.Value) -> Parameter.Encoding {
        switch value {
        case .schema(_, let style, let explode, let allowReserved):
            .style(Parameter.Style(rawValue: style.rawValue) ?? .form, explode: explode, allowReserved: allowReserved)
        case .content(let media):
            .content(mediaType: media.name, ContentKind(essence: media.essence))
        }
    }
}
