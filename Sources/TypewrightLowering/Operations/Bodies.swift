import TypewrightModel
import TypewrightSource
import TypewrightSpec

extension Lowerer {
    func body(_ body: OpenAPI.RequestBody, words: [String]) -> RequestBody {
        RequestBody(
            isRequired: body.isRequired, description: body.description,
            contents: contents(body.content) { .operation(words, role: $0 + ["body"]) })
    }

    /// The first media type has the plain name; types that another one needs of its own are called after its kind.
    private func contents(_ media: [OpenAPI.MediaType], naming: ([String]) -> TypeNaming) -> [Content] {
        var contents = media.enumerated().map { index, media in
            content(media, naming: naming(index == 0 ? [] : [ContentKind(essence: media.essence).rawValue]))
        }
        if let json = contents.first(where: { $0.kind == .json }) {
            for (index, media) in media.enumerated() { contents[index].repeatsAnother = repeats(media, contents[index].kind, json) }
        }
        return contents
    }

    /// Frameworks list XML and text beside JSON for the same schema. What is described as plain text beside
    /// structured JSON is something else: an export, a diff.
    private func repeats(_ media: OpenAPI.MediaType, _ kind: ContentKind, _ json: Content) -> Bool {
        guard [.text, .xml, .bytes, .form].contains(kind), let schema = media.schema else { return false }
        switch classifier.classify(normalise(PartList(schema))) {
        case .string: return json.type == .string
        case .text(let format): return json.type == .text(format)
        case .any, .boolean, .integer, .number, .enumeration, .array, .map, .tuple, .object, .union: return true
        }
    }

    func response(_ response: OpenAPI.Response, words: [String]) -> Response {
        let status: Response.Status
        let role: [String]
        switch response.status {
        case .code(let code):
            status = .code(code)
            role = status.isSuccess ? ["response"] : ["response", String(code)]
        case .range(let hundreds):
            status = .range(hundreds)
            role = status.isSuccess ? ["response"] : ["response", "\(hundreds)XX"]
        case .any:
            status = .any
            role = ["default response"]
        }
        // A response with a name of its own gives the types inside it theirs.
        let name = response.componentName
        return Response(
            status: status, description: response.description,
            contents: contents(response.content) { kind in
                name.map { .named(([$0] + kind + ["response"]).joined(separator: " ")) } ?? .operation(words, role: kind + role)
            },
            headers: headers(of: response, words: words))
    }

    /// A component that answers many operations has its headers lowered once.
    private func headers(of response: OpenAPI.Response, words: [String]) -> [Parameter] {
        if response.headers.isEmpty { return [] }
        if let known = loweredHeaders[ObjectIdentifier(response.place)] { return known }
        let headers = response.headers.map { header($0, words: words + ["header"]) }
        loweredHeaders[ObjectIdentifier(response.place)] = headers
        return headers
    }

    private func content(_ media: OpenAPI.MediaType, naming: TypeNaming) -> Content {
        var kind = ContentKind(essence: media.essence)
        let schema = kind.isSequence ? media.itemSchema ?? media.schema : media.schema ?? media.itemSchema
        if kind == .bytes, let schema, media.essence.isEmpty || media.essence.hasSuffix("/*"), !isFile(schema) { kind = .json }
        // Of which nothing at all is said.
        if kind == .json, schema == nil, media.essence.hasSuffix("/*") { kind = .bytes }
        let examples = media.examples.compactMap { $0.value.map { literal(of: $0) } }
        guard let schema else {
            return Content(mediaType: media.name, kind: kind, type: defaultType(kind), examples: examples)
        }
        switch kind {
        case .text, .xml, .bytes:
            return Content(mediaType: media.name, kind: kind, type: defaultType(kind), examples: examples)
        case .json, .form, .multipart, .eventStream, .jsonLines, .jsonSequence:
            let use = use(PartList(schema), naming: naming)
            var content = Content(
                mediaType: media.name, kind: kind, type: use.asElement, check: checks.check(for: schema),
                fields: kind == .form || kind == .multipart ? fields(of: schema, media) : [], examples: examples)
            content.isWholeEvent = kind == .eventStream && media.itemSchema != nil
            return content
        }
    }

    private func defaultType(_ kind: ContentKind) -> TypeReference {
        switch kind {
        case .text, .xml: .string
        case .bytes: .text(.binary)
        case .json, .form, .multipart, .eventStream, .jsonLines, .jsonSequence: .any
        }
    }

    /// "`type: string`, `format: binary`" in 3.0, `contentMediaType` or nothing at all in 3.1.
    private func isFile(_ id: SchemaID) -> Bool {
        let schema = spec[id]
        if schema.format == "binary" { return true }
        if let encoding = schema.string?.contentEncoding, encoding == "binary" { return true }
        return schema.string?.contentMediaType != nil && schema.string?.contentEncoding == nil
    }

    /// How each property of a form is written: files, lists of files, everything else.
    private func fields(of schema: SchemaID, _ media: OpenAPI.MediaType) -> [Content.Field] {
        normalise(PartList(schema)).properties.map { property in
            let encoding = media.encodings.first { $0.property == property.name }
            var target = property.schemas[0]
            var isRepeated = false
            if let items = normalise(PartList(target)).items.first {
                target = items
                isRepeated = true
            }
            let final = spec[target].reference?.target ?? target
            return Content.Field(
                name: property.name, mediaType: encoding?.contentType, style: encoding.flatMap { style($0) },
                isFile: isFile(final), isRepeated: isRepeated)
        }
    }

    private func style(_ encoding: OpenAPI.Encoding) -> Parameter.Encoding? {
        guard encoding.style != nil || encoding.explode != nil || encoding.allowReserved != nil else { return nil }
        let style = encoding.style.flatMap { Parameter.Style(rawValue: $0.rawValue) } ?? .form
        return .style(style, explode: encoding.explode ?? (style == .form), allowReserved: encoding.allowReserved ?? false)
    }
}

extension ContentKind {
    /// `essence` is a media type in lower case and without parameters.
    init(essence: String) {
        switch essence {
        case "application/json", "text/json", "*/*", "application/*": self = .json
        case "application/x-www-form-urlencoded": self = .form
        case "text/event-stream": self = .eventStream
        case "application/jsonl", "application/x-ndjson", "application/ndjson", "application/x-jsonlines", "application/jsonlines":
            self = .jsonLines
        case "application/json-seq": self = .jsonSequence
        case "application/xml", "text/xml": self = .xml
        default:
            if essence.hasSuffix("+json") { self = .json }
            else if essence.hasSuffix("+json-seq") { self = .jsonSequence }
            else if essence.hasSuffix("+xml") { self = .xml }
            else if essence.hasPrefix("multipart/") { self = .multipart }
            else if essence.hasPrefix("text/") { self = .text }
            else { self = .bytes }
        }
    }
}
