import TypewrightReader
import TypewrightSpec
import TypewrightValidation

/// Holds the parameters of a request against the document.
struct ParameterCheck {
    let view: SchemaView
    let validator: Validator
    let request: ServerRequest
    let match: Router.Match

    struct Result {
        var findings: [Finding] = []
        /// What is odd, but breaks nothing.
        var notes: [String] = []
        /// By name, for whoever answers.
        var path: [String: JSON] = [:]
        var query: [String: JSON] = [:]
    }

    func run() -> Result {
        var result = Result()
        let query = Pairs(query: request.query ?? "")
        var used: Set<String> = credentialsInQuery
        for parameter in inOrder(match.operation.parameters) {
            let found = read(parameter, query, &used)
            check(found, parameter, &result)
        }
        let isWhole = match.operation.parameters.contains { $0.location == .querystring }
        var odd: [String] = match.template.query.map(\.name)
        for pair in query.all where !isWhole && !used.contains(pair.name) && !odd.contains(pair.name) {
            odd.append(pair.name)
            result.notes.append("query parameter \(pair.name) is not declared")
        }
        return result
    }

    /// Objects that take what is left over come last.
    private func inOrder(_ parameters: [OpenAPI.Parameter]) -> [OpenAPI.Parameter] {
        let greedy = { (parameter: OpenAPI.Parameter) -> Bool in
            guard parameter.location == .query, case .schema(let schema, .form, true, _) = parameter.value else { return false }
            return view.types([schema]).contains(.object)
        }
        return parameters.filter { !greedy($0) } + parameters.filter(greedy)
    }

    private var credentialsInQuery: Set<String> {
        var names: Set<String> = []
        for scheme in view.spec.api.components.securitySchemes {
            if case .apiKey(let name, .query) = scheme.kind { names.insert(name) }
        }
        return names
    }

    // MARK: - Reading

    private enum Found {
        case absent
        /// Not in the parameter's style.
        case malformed(String)
        case empty
        case values([JSON])
    }

    private func read(_ parameter: OpenAPI.Parameter, _ query: Pairs, _ used: inout Set<String>) -> Found {
        switch parameter.location {
        case .path:
            guard let text = match.parameters.first(where: { $0.name == parameter.name })?.value else { return .absent }
            return one(text, parameter)
        case .header:
            let values = request.headers.values(of: parameter.name)
            return values.isEmpty ? .absent : one(values.joined(separator: ",")[...], parameter)
        case .query:
            if parameter.allowsEmptyValue, let first = query.values(of: parameter.name).first, first.isEmpty {
                used.insert(parameter.name)
                return .empty
            }
            return pairs(query, parameter, &used)
        case .cookie:
            var ignored: Set<String> = []
            return pairs(Pairs(cookies: request.headers), parameter, &ignored)
        case .querystring:
            guard let text = request.query else { return .absent }
            return whole(text, parameter)
        }
    }

    private func one(_ text: Substring, _ parameter: OpenAPI.Parameter) -> Found {
        let isHeader = parameter.location == .header
        switch parameter.value {
        case .content(let media): return content(isHeader ? String(text) : Percent.decoded(text), media)
        case .schema(let schema, let style, let explode, _):
            var styled = StyledText(view: view, schemas: [schema], style: style, explode: explode)
            styled.isEncoded = !isHeader
            let sent = isHeader ? withoutBlanks(text, schema)[...] : text
            return styled.candidates(sent, named: parameter.name).map(Found.values) ?? .malformed("\"\(text)\" is not in the style \(style.rawValue)")
        }
    }

    /// Lists in headers may have blanks behind their commas.
    private func withoutBlanks(_ text: Substring, _ schema: SchemaID) -> String {
        guard !view.types([schema]).isDisjoint(with: [.array, .object]) else { return String(text) }
        return text.split(separator: ",").map { trimmed($0) }.joined(separator: ",")
    }

    private func pairs(_ pairs: Pairs, _ parameter: OpenAPI.Parameter, _ used: inout Set<String>) -> Found {
        switch parameter.value {
        case .content(let media):
            guard let text = pairs.values(of: parameter.name).first else { return .absent }
            used.insert(parameter.name)
            return content(Percent.decoded(text, plusIsSpace: true), media)
        case .schema(let schema, let style, let explode, _):
            var styled = StyledText(view: view, schemas: [schema], style: style, explode: explode)
            styled.isEncoded = style != .cookie
            styled.plusIsSpace = parameter.location == .query
            return styled.candidates(pairs, named: parameter.name, used: &used).map(Found.values) ?? .absent
        }
    }

    private func whole(_ text: String, _ parameter: OpenAPI.Parameter) -> Found {
        guard case .content(let media) = parameter.value else { return .absent }
        if media.essence == "application/x-www-form-urlencoded" {
            return .values([FormBody(view: view, media: media).json(Pairs(query: text))])
        }
        return content(Percent.decoded(text[...]), media)
    }

    private func content(_ text: String, _ media: OpenAPI.MediaType) -> Found {
        guard MediaName.isJSON(media.essence) else { return .values([.string(text)]) }
        return JSON(text: Array(text.utf8)).map { .values([$0]) } ?? .malformed("this is no JSON: \(text)")
    }

    // MARK: - Checking

    private func check(_ found: Found, _ parameter: OpenAPI.Parameter, _ result: inout Result) {
        let place = Finding.Site.parameter(parameter.location, parameter.name)
        switch found {
        case .absent:
            guard parameter.isRequired else { return }
            result.findings.append(Finding(place, keyword: "required", "it is required, and missing", schema: parameter.place.location))
        case .empty: return
        case .malformed(let message):
            result.findings.append(Finding(place, keyword: "style", message, schema: parameter.place.location))
        case .values(let candidates):
            let chosen = choose(candidates, parameter, &result)
            if parameter.location == .path { result.path[parameter.name] = chosen }
            if parameter.location == .query { result.query[parameter.name] = chosen }
            if parameter.isDeprecated { result.notes.append("\(parameter.location.rawValue) parameter \(parameter.name) is deprecated") }
        }
    }

    /// The first reading that is valid; of none the likeliest is reported.
    private func choose(_ candidates: [JSON], _ parameter: OpenAPI.Parameter, _ result: inout Result) -> JSON {
        guard let schema = parameter.schema else { return candidates[0] }
        for candidate in candidates {
            if let node = candidate.node, validator.isValid(node, against: schema) { return candidate }
        }
        guard let node = candidates[0].node else { return candidates[0] }
        result.findings += validator.validate(node, against: schema).map { Finding($0, in: .parameter(parameter.location, parameter.name)) }
        return candidates[0]
    }
}
