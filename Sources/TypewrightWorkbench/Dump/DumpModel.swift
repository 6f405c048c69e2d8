import TypewrightModel

/// `model`: the declarations by number and the operations, as every emitter sees them.
struct ModelDump {
    let api: API

    func text() -> String {
        var dump = DumpText()
        dump.line("\(api.info.isSchemaCollection ? "schemas" : "API") \(quoted(api.info.title)) \(quoted(api.info.version))")
        for server in api.servers { dump.line("server \(server.url)") }
        for scheme in api.securitySchemes { dump.line("security \(scheme.name): \(scheme.kind)") }
        for (index, declaration) in api.types.enumerated() { write(declaration, index, to: &dump) }
        for operation in api.operations { write(operation, to: &dump) }
        for webhook in api.webhooks {
            dump.line("webhook \(webhook.name)") { dump in write(webhook.operation, to: &dump) }
        }
        return dump.text
    }

    private func write(_ declaration: TypeDeclaration, _ index: Int, to dump: inout DumpText) {
        dump.line("type \(index) \(naming(declaration.naming)) \(declaration.origin.location)") { dump in
            switch declaration.shape {
            case .object(let object): write(object, to: &dump)
            case .enumeration(let enumeration): write(enumeration, to: &dump)
            case .union(let union): write(union, to: &dump)
            case .tuple(let tuple): write(tuple, to: &dump)
            case .alias(let type): dump.line("alias \(shown(type))")
            }
            constraints(declaration.documentation, to: &dump)
        }
    }

    private func naming(_ naming: TypeNaming) -> String {
        switch naming {
        case .named(let name): quoted(name)
        case .inside(let type, let role): "in \(type.index) as \(role.joined(separator: " "))"
        case .operation(let words, let role): "of \(words.joined(separator: ".")) as \(role.joined(separator: " "))"
        }
    }

    private func write(_ object: ObjectShape, to dump: inout DumpText) {
        switch object.additional {
        case .ignored: dump.line("object")
        case .forbidden: dump.line("object, closed")
        case .map(let type): dump.line("object and \(shown(type)) for all other names")
        }
        for property in object.properties { write(property, to: &dump) }
    }

    private func write(_ property: Property, to dump: inout DumpText) {
        var line = "property \(quoted(property.name)): \(shown(property.type)), \(shown(property.presence))"
        if let constant = property.constant { line += ", always \(constant.json)" }
        if let value = property.defaultValue { line += ", default \(value.json)" }
        if property.direction != .both { line += ", \(property.direction)" }
        if property.isBoxed { line += ", boxed" }
        if property.documentation.isDeprecated { line += ", deprecated" }
        dump.line(line) { dump in constraints(property.documentation, to: &dump) }
    }

    private func write(_ enumeration: EnumerationShape, to dump: inout DumpText) {
        dump.line("enumeration of \(enumeration.base)")
        for value in enumeration.values {
            dump.line("value \(value.literal.json)\(value.name.map { " named " + quoted($0) } ?? "")")
        }
    }

    private func write(_ union: UnionShape, to dump: inout DumpText) {
        dump.line("union")
        for (index, branch) in union.branches.enumerated() {
            let box = branch.isBoxed ? ", boxed" : ""
            dump.line("branch \(index): \(shown(branch.type)), called \(branch.nameHints.map(quoted).joined(separator: " "))\(box)")
        }
        for selection in union.selections { dump.line("\(shown(selection.kinds)): \(shown(selection.strategy))") }
    }

    private func write(_ tuple: TupleShape, to dump: inout DumpText) {
        dump.line("tuple")
        for item in tuple.items { write(item, to: &dump) }
        if let rest = tuple.rest { dump.line("then \(shown(rest))") }
    }

    private func constraints(_ documentation: Documentation, to dump: inout DumpText) {
        for constraint in documentation.constraints { dump.line("\(constraint)") }
    }

    private func shown(_ type: TypeReference) -> String {
        switch type {
        case .any: "any"
        case .boolean: "boolean"
        case .integer(let format): "\(format)"
        case .number(let format): "\(format)"
        case .string: "string"
        case .text(let format): format.rawValue
        case .array(let element): "[\(shown(element))]"
        case .map(let value): "[name: \(shown(value))]"
        case .named(let id): "type \(id.index)"
        case .nullable(let type): "\(shown(type)) or null"
        }
    }

    private func shown(_ presence: Presence) -> String {
        (presence.isRequired ? "required" : "optional") + (presence.isNullable ? " nullable" : "")
    }

    private func shown(_ kinds: JSONKinds) -> String {
        let names = ["null", "boolean", "integer", "fraction", "string", "array", "object"]
        return zip(JSONKinds.each, names).filter { kinds.contains($0.0) }.map(\.1).joined(separator: " ")
    }

    private func shown(_ strategy: UnionStrategy) -> String {
        switch strategy {
        case .only(let branch):
            "branch \(branch)"
        case .property(let name, let values, let otherwise):
            "by \(quoted(name)): " + values.map { "\($0.value.json) → \($0.branch)" }.joined(separator: ", ") + rest(otherwise)
        case .presence(let properties, let otherwise):
            "by presence: " + properties.map { "\(quoted($0.property)) → \($0.branch)" }.joined(separator: ", ") + rest(otherwise)
        case .trial(let branches):
            "by trial: " + branches.map(String.init).joined(separator: ", ")
        }
    }

    private func rest(_ branch: Int?) -> String { branch.map { ", else \($0)" } ?? "" }

    private func write(_ operation: Operation, to dump: inout DumpText) {
        let words = (operation.group + [operation.name]).joined(separator: ".")
        dump.line("operation \(words): \(operation.method) \(operation.path) \(operation.origin.location)") { dump in
            for parameter in operation.parameters { write(parameter, to: &dump) }
            for content in operation.body?.contents ?? [] {
                dump.line("body\(operation.body?.isRequired == true ? "" : ", optional") \(content.mediaType) (\(content.kind)): \(shown(content.type))")
            }
            for response in operation.responses {
                dump.line("response \(response.status)") { dump in
                    for header in response.headers { write(header, to: &dump) }
                    for content in response.contents { dump.line("\(content.mediaType) (\(content.kind)): \(shown(content.type))") }
                }
            }
        }
    }

    private func write(_ parameter: Parameter, to dump: inout DumpText) {
        dump.line("\(parameter.place.rawValue) \(quoted(parameter.name)): \(shown(parameter.type)), \(shown(parameter.presence)), \(shown(parameter.encoding))")
    }

    private func shown(_ encoding: Parameter.Encoding) -> String {
        switch encoding {
        case .style(let style, let explode, let allowReserved):
            style.rawValue + (explode ? " exploded" : "") + (allowReserved ? " reserved" : "")
        case .content(let type, let kind):
            "as \(type) (\(kind))"
        }
    }
}
