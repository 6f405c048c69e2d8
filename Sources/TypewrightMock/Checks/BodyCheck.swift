import TypewrightReader
import TypewrightSource
import TypewrightSpec
import TypewrightValidation

/// Holds the body of a request against the document.
struct BodyCheck {
    let view: SchemaView
    let validator: Validator
    let request: ServerRequest
    let operation: OpenAPI.Operation

    enum Result {
        /// `json` for whoever answers, where the body can be read as such.
        case read(json: JSON?, findings: [Finding], notes: [String])
        /// 415, with what would do.
        case unsupported(detail: String, accepted: [String])
        /// 415: it is packed in a way that is not read here.
        case encoded(String)
        /// 400: it is not even what it says it is.
        case unreadable(String)
    }

    func run() -> Result {
        guard let declared = operation.requestBody else {
            let notes = request.body.isEmpty ? [] : ["a body is sent where the document has none"]
            return .read(json: nil, findings: [], notes: notes)
        }
        guard !request.body.isEmpty else { return empty(declared) }
        let encodings = request.headers.list("Content-Encoding").filter { $0.lowercased() != "identity" }
        if let encoding = encodings.first { return .encoded(encoding) }
        let accepted = declared.content.map(\.name)
        guard let header = request.headers["Content-Type"] else {
            if declared.content.isEmpty { return .read(json: nil, findings: [], notes: []) }
            return .unsupported(detail: "the body comes without a Content-Type", accepted: accepted)
        }
        guard let type = MediaName(header) else {
            return .unsupported(detail: "'\(header)' is no media type", accepted: accepted)
        }
        guard let media = BodyCheck.choose(type, declared.content) else {
            return .unsupported(detail: "\(type.essence) is not taken here", accepted: accepted)
        }
        return read(type, media)
    }

    private func empty(_ declared: OpenAPI.RequestBody) -> Result {
        // A text may be empty, and so may a form.
        let mayBeEmpty = declared.content.contains { !MediaName.isJSON($0.essence) }
        let isTyped = request.headers["Content-Type"].flatMap { MediaName($0) }.map { BodyCheck.choose($0, declared.content) != nil } ?? false
        guard declared.isRequired, !(mayBeEmpty && isTyped) else { return .read(json: nil, findings: [], notes: []) }
        let finding = Finding(.body, keyword: "required", "it is required, and missing", schema: declared.place.location)
        return .read(json: nil, findings: [finding], notes: [])
    }

    /// The closest of the media types of the document, which may be ranges.
    static func choose(_ type: MediaName, _ content: [OpenAPI.MediaType]) -> OpenAPI.MediaType? {
        var best: (fit: Int, media: OpenAPI.MediaType)?
        for media in content {
            guard let name = MediaName(media.name), var fit = type.fit(name) else { continue }
            // `application/json; version=2` is closer than `application/json` to what says the same.
            if fit == 2 && !name.parameters.isEmpty { fit += name.parameters.allSatisfy({ type.parameters[$0.key]?.lowercased() == $0.value.lowercased() }) ? 1 : -1 }
            if best.map({ fit > $0.fit }) ?? true { best = (fit, media) }
        }
        return best?.media
    }

    private func read(_ type: MediaName, _ media: OpenAPI.MediaType) -> Result {
        if type.isJSON { return json(media) }
        switch type.essence {
        case "application/x-www-form-urlencoded":
            let json = FormBody(view: view, media: media).json(Pairs(query: String(decoding: request.body, as: UTF8.self)))
            return checked(json, media)
        case _ where type.type == "multipart":
            guard let body = MultipartBody(request.body, boundary: type.parameters["boundary"] ?? "") else {
                return .unreadable("the body is not what multipart/\(type.subtype) with the boundary '\(type.parameters["boundary"] ?? "")' looks like")
            }
            guard type.subtype == "form-data" else { return .read(json: nil, findings: [], notes: []) }
            return checked(body.json(media, view: view), media, body.findings(media))
        case let essence where Streams.isStream(essence): return lines(essence, media)
        case _ where type.type == "text" && !type.subtype.hasSuffix("xml"):
            return checked(.string(String(decoding: request.body, as: UTF8.self)), media)
        default:
            // Of XML and of bytes only their type can be told.
            return .read(json: nil, findings: [], notes: [])
        }
    }

    private func json(_ media: OpenAPI.MediaType) -> Result {
        let sources = SourceMap()
        let file = sources.add(path: "body", text: request.body)
        let sink = DiagnosticSink()
        guard let node = readJSON(file, limits: ReaderLimits(), into: sink) else {
            let fault = sink.diagnostics.first
            let place = fault?.range.map { sources.position(of: $0.start, in: file.id) }
            return .unreadable("the body is no JSON: \(fault?.message ?? "it cannot be read")" + (place.map { " (line \($0.line), column \($0.column))" } ?? ""))
        }
        return .read(json: JSON(node), findings: findings(node, media.schema), notes: [])
    }

    private func checked(_ json: JSON, _ media: OpenAPI.MediaType, _ others: [Finding] = []) -> Result {
        .read(json: json, findings: others + (json.node.map { findings($0, media.schema) } ?? []), notes: [])
    }

    private func findings(_ node: Node, _ schema: SchemaID?) -> [Finding] {
        guard let schema else { return [] }
        return validator.validate(node, against: schema).map { Finding($0, in: .body) }
    }

    /// JSON Lines and the like: each item by itself.
    private func lines(_ essence: String, _ media: OpenAPI.MediaType) -> Result {
        guard let schema = media.itemSchema, essence != "text/event-stream" else { return .read(json: nil, findings: [], notes: []) }
        var items: [JSON] = []
        var findings: [Finding] = []
        for line in request.body.split(whereSeparator: { $0 == 0x0A || $0 == 0x1E }) where line.contains(where: { $0 > 0x20 }) {
            guard let node = JSON.node(of: Array(line)) else { return .unreadable("item \(items.count) of the body is no JSON") }
            findings += validator.validate(node, against: schema).map { violation in
                var finding = Finding(violation, in: .body)
                finding.pointer = "/\(items.count)" + finding.pointer
                return finding
            }
            items.append(JSON(node))
        }
        return .read(json: .array(items), findings: findings, notes: [])
    }
}
