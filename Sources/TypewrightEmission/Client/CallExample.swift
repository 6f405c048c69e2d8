import TypewrightModel
import TypewrightSource

/// Calls of the generated client with particular values: what somebody would write to send that request.
package final class CallExamples {
    private let context: EmissionContext
    private let places: [String: Int]

    package init(_ api: API, names: NameTable, options: EmissionOptions) {
        context = EmissionContext(api: api, names: names, options: options, sink: DiagnosticSink())
        places = Dictionary(
            api.operations.indices.map { (api.operations[$0].origin.location, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// `nil` where no call sends that: the types of Swift do not let every wrong request be written.
    package func code(operation location: String, values: [CallValue], body: (mediaType: String, value: Literal)?) -> String? {
        guard let index = places[location] else { return nil }
        let example = CallExample(context: context, operation: context.api.operations[index], names: context.names.client.operations[index])
        return example.code(values: values, body: body).map { String(decoding: $0.bytes, as: UTF8.self) }
    }
}

/// What a parameter of the request is set to.
package struct CallValue: Sendable {
    package var place: String
    package var name: String
    package var value: Literal

    package init(place: String, name: String, value: Literal) {
        self.place = place
        self.name = name
        self.value = value
    }
}

/// One call.
private struct CallExample {
    let context: EmissionContext
    let operation: Operation
    let names: OperationNames

    private typealias Argument = (parameter: CallParameter, value: Code?)

    func code(values: [CallValue], body: (mediaType: String, value: Literal)?) -> Code? {
        var arguments: [Argument] = []
        let declarations = OperationEmitter(context: context, operation: operation, names: names, errors: nil).declarations
        for (parameter, declaration) in zip(operation.parameters, declarations) {
            let given = values.first { $0.place == parameter.place.rawValue && $0.name == parameter.name }
            guard context.overrides.type(at: parameter.origin.location) == nil else { return nil }
            let code = given.map { argument($0.value, parameter.type, parameter.presence) }
            // A value that its type has no room for.
            if case .some(.none) = code { return nil }
            arguments.append((declaration, code ?? nil))
        }
        if let body {
            guard let fields = bodyArguments(body) else { return nil }
            arguments += fields
        } else if operation.body?.isRequired == true {
            return nil
        }
        guard arguments.allSatisfy({ $0.value != nil || $0.parameter.isOptional || $0.parameter.defaultValue != nil }) else { return nil }
        let result: Code = operation.answer == nil ? "" : "let \(answerName) = "
        return ParameterList.call("\(result)try await client.\(method)", ordered(arguments))
    }

    private var answerName: SwiftIdentifier { "answer" }

    /// In the order of the declaration, which `CallParameter.ordered` makes.
    private func ordered(_ arguments: [Argument]) -> [Code] {
        let needed = arguments.filter { !$0.parameter.isOptional && $0.parameter.defaultValue == nil }
        let others = arguments.filter { $0.parameter.isOptional || $0.parameter.defaultValue != nil }
        return (needed + others).compactMap { argument in
            argument.value.map { argument.parameter.isUnlabelled ? $0 : "\(argument.parameter.name.argumentLabel): \($0)" }
        }
    }

    /// `assistants.update`
    private var method: Code {
        var group = names.group
        var path = names.method.member
        while let index = group {
            path = "\(context.names.client.groups[index].property.member).\(path)"
            group = context.names.client.groups[index].parent
        }
        return path
    }

    // MARK: Body

    /// Spread over the call where its members all have a parameter there, else as one value.
    private func bodyArguments(_ body: (mediaType: String, value: Literal)) -> [Argument]? {
        let variants = BodyEmitter.variants(of: operation, names: names, context: context)
        guard let place = variants.firstIndex(where: { $0.takes(body.mediaType) }) else { return nil }
        let emitter = variants[place]
        guard let parameter = emitter.parameters.first else { return nil }
        switch emitter.content.kind {
        case .json, .form:
            if place == 0, let object = operation.spreadBody(in: context.api), let fields = fieldArguments(body.value, object) { return fields }
            return value(body.value, emitter.content.type).map { [(parameter, $0)] }
        case .text, .xml:
            guard case .string(let text) = body.value else { return nil }
            return [(parameter, "\(literal: text)")]
        case .multipart, .bytes, .eventStream, .jsonLines, .jsonSequence: return nil
        }
    }

    private func fieldArguments(_ literal: Literal, _ object: ObjectShape) -> [Argument]? {
        guard case .object(let members) = literal, members.allSatisfy({ member in object.properties.place(of: member.name) != nil })
        else { return nil }
        var arguments: [Argument] = []
        for (property, name) in zip(object.properties, names.fields) {
            let declaration = FieldEmitter(context: context, property: property, name: name).declaration
            guard let member = members.last(where: { $0.name == property.name }) else {
                if !declaration.isOptional && declaration.defaultValue == nil { return nil }
                continue
            }
            guard let code = propertyValue(member.value, property) else { return nil }
            arguments.append((declaration, code))
        }
        return arguments
    }

    private func propertyValue(_ literal: Literal, _ property: Property) -> Code? {
        guard context.overrides.type(at: property.origin.location) == nil else { return nil }
        return argument(literal, property.type, property.presence)
    }

    // MARK: Values

    private func argument(_ literal: Literal, _ type: TypeReference, _ presence: Presence) -> Code? {
        if literal == .null && presence.isNullable { return presence == .requiredNullable ? "nil" : ".null" }
        guard let code = value(literal, type) else { return nil }
        if presence != .optionalNullable { return code }
        // Texts, numbers and truth values are literals of `Nullable` too.
        switch (literal, context.resolved(type)) {
        case (.string, .string), (.string, .text), (.number, .integer), (.number, .number), (.boolean, .boolean): return code
        default: return ".value(\(code))"
        }
    }

    private func value(_ literal: Literal, _ type: TypeReference) -> Code? {
        if let code = LiteralEmitter(context: context).code(literal, as: type) { return code }
        switch (literal, context.resolved(type)) {
        case (_, .any): return JSONValueLiteral.code(literal)
        case (.null, .nullable): return "nil"
        case (_, .nullable(let inner)): return value(literal, inner)
        case (.array(let elements), .array(let element)):
            let codes = elements.compactMap { value($0, element) }
            return codes.count == elements.count ? list(codes) : nil
        case (.object(let members), .map(let element)):
            let codes = members.compactMap { member in value(member.value, element).map { "\(literal: member.name): \($0)" as Code } }
            if codes.isEmpty && members.isEmpty { return "[:]" }
            return codes.count == members.count ? list(codes) : nil
        case (_, .named(let id)): return named(literal, id)
        default: return nil
        }
    }

    private func list(_ codes: [Code]) -> Code {
        let line: Code = "[\(Code.list(codes))]"
        if line.count <= 96 { return line }
        return """
            [
                \(ParameterList.lines(codes))
            ]
            """
    }

    private func named(_ literal: Literal, _ id: TypeID) -> Code? {
        guard context.overrides.type(of: id) == nil else { return nil }
        let name = context.type(.named(id))
        switch (literal, context.api[id].shape) {
        case (.object(let members), .object(let object)):
            // A wrong or missing member is one that reading the JSON would not accept either, and one that nobody listed it would drop.
            return object.additional.isMap ? parsed(name, literal) : initialiser(name, members, object, id)
        case (.string(let text), .enumeration(let enumeration)) where enumeration.base == .string:
            return ".unrecognized(\(literal: text))"
        case (_, .union), (.array, .tuple): return parsed(name, literal)
        default: return nil
        }
    }

    private func initialiser(_ name: Code, _ members: [Literal.Member], _ object: ObjectShape, _ id: TypeID) -> Code? {
        guard members.allSatisfy({ member in object.properties.place(of: member.name) != nil }) else { return nil }
        var arguments: [Code] = []
        for (property, label) in zip(object.properties, context.names.members[id.index]) {
            guard let member = members.last(where: { $0.name == property.name }) else {
                // A constant goes without saying.
                if property.presence.isRequired && property.constant == nil { return nil }
                continue
            }
            guard let code = propertyValue(member.value, property) else { return nil }
            arguments.append("\(label.argumentLabel): \(code)")
        }
        return ParameterList.call(name, arguments)
    }

    /// Whatever JSON it is, the type reads it. The `try` of the call is this one's too.
    private func parsed(_ name: Code, _ literal: Literal) -> Code { "\(name)(json: \(literal: literal.json))" }
}

extension BodyEmitter {
    /// Whether a call sends that media type unless it is told of another.
    fileprivate func takes(_ mediaType: String) -> Bool {
        variant.mediaTypes.first.map { $0 == mediaType || $0.contains("*") } ?? false
    }
}
