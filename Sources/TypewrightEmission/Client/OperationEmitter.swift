import TypewrightModel

/// The methods of one operation: with flat parameters, with the body as one value, and as a stream where it can be one.
struct OperationEmitter {
    let context: EmissionContext
    let operation: Operation
    let names: OperationNames
    let errors: SwiftIdentifier?

    /// What a method sends beside the parameters.
    private indirect enum Sending {
        case nothing
        case body(BodyEmitter)
        case parts(PartsEmitter)

        var declarations: [CallParameter] {
            switch self {
            case .nothing: []
            case .body(let body): body.parameters
            case .parts(let parts): parts.declarations
            }
        }

        var lines: [Code] {
            switch self {
            case .nothing: []
            case .body(let body): [body.line]
            case .parts(let parts): parts.lines
            }
        }
    }

    var methods: Code {
        var methods: [Code] = []
        let parts = PartsEmitter(context: context, operation: operation, names: names)
        let bodies = BodyEmitter.variants(of: operation, names: names, context: context)
        let main: Sending = if let parts, names.multipart == nil { .parts(parts) } else { bodies.first.map { .body($0) } ?? .nothing }
        if case .body(let body) = main {
            if let spread = operation.spreadBody(in: context.api) { methods.append(flat(spread, body)) }
        } else {
            methods.append(method(names.method, main, answer))
        }
        for body in bodies { methods.append(method(names.method, .body(body), answer)) }
        if let name = names.multipart, let parts { methods.append(method(name, .parts(parts), answer)) }
        for (name, content) in zip(names.others, operation.otherAnswers) {
            var answer = AnswerEmitter(context: context, content: content)
            answer.asksForMediaType = true
            methods.append(method(name, main, answer))
        }
        if let stream = names.stream, let content = operation.streamContent {
            methods.append(method(stream, main, AnswerEmitter(context: context, content: content)))
        }
        if let all = names.all, let pages { methods.append(everyPage(all, pages)) }
        return .paragraphs(methods)
    }

    private var answer: AnswerEmitter { AnswerEmitter(context: context, operation: operation, names: names) }

    /// The type of an answer that is different things under different statuses.
    var result: Code { answer.declaration(of: names.method) }

    private var pages: PagesEmitter? {
        guard let pagination = operation.pagination, let page = operation.answer else { return nil }
        return PagesEmitter(context: context, pagination: pagination, page: page.type)
    }

    /// The same call without the parameter that asks for a page.
    private func everyPage(_ name: SwiftIdentifier, _ pages: PagesEmitter) -> Code {
        let asking = pages.pagination.parameter
        let kept = parameters.indices.filter { parameters[$0].parameter.place != .query || parameters[$0].parameter.name != asking }
        let all = CallParameter.ordered(kept.map { declarations[$0] })
        var lines = [start] + kept.flatMap { [parameters[$0].line, parameters[$0].checkLine] }.filter { !$0.isEmpty } + settings
        if lines.count == 1 { lines[0] = "let request = APIRequest(\(literal: operation.method), \(literal: operation.path))" }
        let head = ParameterList.call(
            "\(context.access)func \(name)", all.map(\.code) + ["options: RequestOptions = .none"], tail: pages.type)
        return .lines([
            comment(all),
            """
            \(head) {
                \(Code.lines(lines + [pages.line]))
            }
            """,
        ])
    }

    private var parameters: [ParameterEmitter] {
        operation.parameters.enumerated().map { index, parameter in
            ParameterEmitter(context: context, parameter: parameter, name: names.parameters[index])
        }
    }

    /// "Only a sole path parameter goes unlabelled."
    var declarations: [CallParameter] {
        let isSole = operation.parameters.filter { $0.place == .path }.count == 1
        return parameters.map { parameter in
            var declaration = parameter.declaration
            declaration.isUnlabelled = isSole && parameter.parameter.place == .path
            return declaration
        }
    }

    // MARK: Methods

    private func method(_ name: SwiftIdentifier, _ sending: Sending, _ result: AnswerEmitter) -> Code {
        let all = CallParameter.ordered(declarations + sending.declarations)
        var lines: [Code] = [start]
        lines += parameters.flatMap { [$0.line, $0.checkLine] }.filter { !$0.isEmpty }
        lines += sending.lines
        lines += settings
        let answering = result.lines
        // A request that nothing is added to is a constant.
        if lines.count + answering.count == 2 { lines[0] = "let request = APIRequest(\(literal: operation.method), \(literal: operation.path))" }
        return .lines([
            comment(all),
            """
            \(signature(name, all, result)) {
                \(Code.lines(lines + answering))
            }
            """,
        ])
    }

    private func signature(_ name: SwiftIdentifier, _ parameters: [CallParameter], _ result: AnswerEmitter) -> Code {
        ParameterList.call(
            "\(context.access)func \(name)", parameters.map(\.code) + ["options: RequestOptions = .none"],
            tail: " async throws(APIError)\(result.type)")
    }

    private var start: Code { "var request = APIRequest(\(literal: operation.method), \(literal: operation.path))" }

    private func flat(_ object: ObjectShape, _ body: BodyEmitter) -> Code {
        let fields = zip(object.properties, names.fields).map { property, name in
            FieldEmitter(context: context, property: property, name: name)
        }
        let all = CallParameter.ordered(declarations + fields.map(\.declaration))
        let outer = CallParameter.ordered(declarations + body.parameters).map { $0.isUnlabelled ? "\($0.name)" : "\($0.name.argumentLabel): \($0.name)" as Code }
        let inner = zip(fields, body.memberNames).map { field, label in "\(label.argumentLabel): \(field.name)" as Code }
        let result = answer
        // A parameter may be called like the method, or what every call has.
        let isHidden = ["body", "options"].contains(names.method) || all.contains { $0.name == names.method }
        return .lines([
            comment(all),
            """
            \(signature(names.method, all, result)) {
                let body = \(ParameterList.call(body.type, inner))
                \(result.forward)\(isHidden ? "self." : "" as Code)\(names.method)(\(Code.list(outer + ["options: options"])))
            }
            """,
        ])
    }

    /// What the operation has of its own: server, security, media types, error bodies.
    private var settings: [Code] {
        var lines: [Code] = []
        if let server = operation.servers.first {
            let variables = server.variables.map { "\(literal: $0.name): \(literal: $0.defaultValue)" as Code }
            let more: Code = variables.isEmpty ? "" : ", variables: [\(Code.list(variables))]"
            lines.append("request.server(\(literal: server.url)\(more))")
        }
        if let security = operation.security, security != context.api.security {
            lines.append("request.secure(\(CredentialEmitter(context: context).alternatives(security)))")
        }
        if let errors { lines.append("request.errors(Self.\(errors))") }
        return lines
    }

    // MARK: Documentation

    private func comment(_ parameters: [CallParameter]) -> Code {
        var paragraphs = operation.documentation.paragraphs()
        paragraphs.append("`\(operation.method) \(operation.path)`")
        let told = parameters.filter { !$0.documentation.isEmpty }
        if !told.isEmpty {
            let lines = told.map { "  - \($0.name.text): " + $0.documentation.split(whereSeparator: \.isNewline).joined(separator: " ") }
            paragraphs.append((["- Parameters:"] + lines).joined(separator: "\n"))
        }
        if let headers = names.headers { paragraphs.append("The answer's headers: `\(headers.text)`.") }
        let attribute: Code = operation.documentation.isDeprecated ? "@available(*, deprecated)" : ""
        return .lines([Code.documentation(paragraphs), attribute])
    }
}

/// A property of the body as a parameter of the call.
struct FieldEmitter {
    let context: EmissionContext
    let property: Property
    let name: SwiftIdentifier

    var declaration: CallParameter {
        let plain = context.overrides.type(at: property.origin.location) ?? context.type(property.type)
        let type: Code = switch property.presence {
        case .required: plain
        case .optional, .requiredNullable: "\(plain)?"
        case .optionalNullable: "Nullable<\(plain)>?"
        }
        let constant = property.presence == .required
            ? property.constant.flatMap { LiteralEmitter(context: context).code($0, as: property.type) } : nil
        return CallParameter(
            name: name, type: type, isOptional: !property.presence.isRequired, defaultValue: constant,
            documentation: property.documentation.description ?? property.documentation.title ?? "")
    }
}
