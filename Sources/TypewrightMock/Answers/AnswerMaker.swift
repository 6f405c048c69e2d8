import TypewrightReader
import TypewrightSpec

/// Writes the answer that the document describes: its example, else something made up.
struct AnswerMaker {
    let view: SchemaView
    let samples: Samples
    let choice: ResponseChoice
    let preferences: Preferences
    let seed: UInt64
    let isVaried: Bool
    /// The path's parameters: what is made up should be what was asked for.
    var path: [String: JSON] = [:]
    /// How long a stream waits between its items.
    var interval = Duration.milliseconds(100)

    /// The answer, and which example was used.
    func answer() -> (answer: ServerAnswer, example: String?) {
        guard let media = choice.media else { return (undescribed, nil) }
        let example = self.example(of: media)
        let isStream = Streams.isStream(essence) || media.itemSchema != nil
        var answer = ServerAnswer(status: choice.status, headers: headers)
        answer.headers.insert((name: "Content-Type", value: choice.mediaName), at: 0)
        if isStream, let pieces = pieces(media, example) {
            answer.headers.append((name: "Cache-Control", value: "no-store"))
            answer.body = .pieces(pieces, interval: interval)
        } else if let bytes = bytes(media, example) {
            answer.body = .bytes(bytes)
        } else {
            return (impossible(media), nil)
        }
        return (answer, example?.name)
    }

    /// The document's own value, or one that is made up, as the JSON it stands for; `nil` where there is neither.
    func json() -> JSON? {
        guard let media = choice.media else { return nil }
        return example(of: media)?.value.map { JSON($0) } ?? made(media.schema)
    }

    private var essence: String { MediaName(choice.mediaName)?.essence ?? "" }

    /// The same with a value of somebody else's making.
    func answer(with json: JSON) -> ServerAnswer {
        var answer = ServerAnswer(status: choice.status, headers: headers)
        guard let media = choice.media else { return answer }
        answer.headers.insert((name: "Content-Type", value: choice.mediaName), at: 0)
        answer.body = .bytes(bytes(json, media))
        return answer
    }

    private var undescribed: ServerAnswer {
        var answer = ServerAnswer(status: choice.status, headers: headers)
        // A status that the document says nothing of, but somebody asked for.
        if choice.response == nil, choice.status >= 400 {
            let text: JSON = ["type": "about:blank", "title": .string(Reason.phrase(of: choice.status)), "status": .number(String(choice.status)), "message": .string(Reason.phrase(of: choice.status))]
            answer.headers.insert((name: "Content-Type", value: "application/problem+json"), at: 0)
            answer.body = .bytes(text.bytes)
        }
        return answer
    }

    private func impossible(_ media: OpenAPI.MediaType) -> ServerAnswer {
        let place = media.schema.map { view.spec[$0].location } ?? media.place.location
        let text: JSON = [
            "type": "about:blank", "title": "Not Implemented", "status": 501,
            "message": .string("No value was found that satisfies \(place). An example in the document would help."),
        ]
        return ServerAnswer(status: 501, headers: [(name: "Content-Type", value: "application/problem+json")], body: .bytes(text.bytes))
    }

    // MARK: - Values

    private struct Example {
        var name: String?
        var value: Node?
        var text: String?
    }

    private func example(of media: OpenAPI.MediaType) -> Example? {
        let usable = media.examples.filter { $0.value != nil || $0.serializedValue != nil }
        if let wanted = preferences.example, let example = usable.first(where: { $0.name == wanted }) {
            return Example(name: wanted, value: example.value, text: example.serializedValue)
        }
        if isVaried { return nil }
        if let example = usable.first { return Example(value: example.value, text: example.serializedValue) }
        return media.schema.flatMap(ownExample).map { Example(value: $0) }
    }

    /// What the schema itself, or what it refers to, gives as an example, if that is right: such examples are
    /// written for the one schema and go stale when it changes.
    private func ownExample(_ schema: SchemaID) -> Node? {
        var current = view.spec[schema]
        for _ in 0..<16 {
            if let example = current.annotations?.examples.first(where: { samples.isRight($0, schema) }) { return example }
            guard let target = current.reference?.target else { return nil }
            current = view.spec[target]
        }
        return nil
    }

    private func made(_ schema: SchemaID?, _ number: Int = 0) -> JSON? {
        guard let schema else { return .object([]) }
        guard let json = samples.json(schema, seed: seed &+ UInt64(number), isVaried: isVaried) else { return nil }
        return number == 0 ? echoing(json, schema) : json
    }

    /// `GET /pets/7` answers with the pet 7, where it can.
    private func echoing(_ json: JSON, _ schema: SchemaID) -> JSON {
        guard let (name, value) = path.count == 1 ? path.first : nil, case .object = json else { return json }
        var changed = json
        for candidate in Identity.names(for: name) where json[candidate] != nil {
            let types = ScalarText(view: view).candidates(value.plain ?? "", view.property(candidate, [schema]))
            guard let first = types.first else { continue }
            changed[candidate] = first
            break
        }
        guard changed != json else { return json }
        return samples.isValid(changed, schema) ? changed : json
    }

    // MARK: - Bytes

    private func bytes(_ media: OpenAPI.MediaType, _ example: Example?) -> [UInt8]? {
        if let text = example?.text { return Array(text.utf8) }
        if let value = example?.value {
            // Elsewhere than in JSON a string is what is sent.
            if let text = value.string, !MediaName.isJSON(essence) { return Array(text.utf8) }
            return bytes(JSON(value), media)
        }
        if media.schema == nil, !MediaName.isJSON(essence) { return Binary.sample(of: essence) }
        guard let json = made(media.schema) else { return nil }
        if case .string = json, !essence.hasPrefix("text/"), !MediaName.isJSON(essence) { return Binary.sample(of: essence) }
        return bytes(json, media)
    }

    private func bytes(_ json: JSON, _ media: OpenAPI.MediaType) -> [UInt8] {
        if MediaName.isJSON(essence) { return json.bytes }
        if essence.hasSuffix("/xml") || essence.hasSuffix("+xml") { return Array(XMLText(view: view).document(json, media.schema).utf8) }
        if essence == "application/x-www-form-urlencoded" {
            let pairs = json.members.map { Percent.encoded($0.name) + "=" + Percent.encoded($0.value.plain ?? $0.value.text) }
            return Array(pairs.joined(separator: "&").utf8)
        }
        return Array((json.plain ?? json.text).utf8)
    }

    /// `nil` where nothing valid is found.
    private func pieces(_ media: OpenAPI.MediaType, _ example: Example?) -> [[UInt8]]? {
        if let text = example?.text ?? example?.value?.string { return [Array(text.utf8)] }
        if let value = example?.value {
            let items = value.kind == .array ? value.elements.map { JSON($0) } : [JSON(value)]
            return items.map { Streams.piece($0, essence) }
        }
        guard let schema = media.itemSchema ?? media.schema else { return nil }
        var pieces: [[UInt8]] = []
        for number in 0..<4 {
            guard let item = made(schema, number) else { return pieces.isEmpty ? nil : pieces }
            // A list of items, where the document speaks of the whole.
            if media.itemSchema == nil, case .array(let items) = item { return items.map { Streams.piece($0, essence) } }
            pieces.append(Streams.piece(item, essence))
        }
        return pieces
    }

    // MARK: - Headers

    /// Those that the server writes itself.
    private static let framing: Set<String> = [
        "content-type", "content-length", "transfer-encoding", "connection", "date", "content-encoding", "trailer", "upgrade",
    ]

    private var headers: [(name: String, value: String)] {
        (choice.response?.headers ?? []).compactMap { header in
            guard !AnswerMaker.framing.contains(header.name.lowercased()), let value = value(of: header) else { return nil }
            return (name: header.name, value: value)
        }
    }

    private func value(of header: OpenAPI.Header) -> String? {
        let example = header.examples.first?.value ?? header.schema.flatMap(ownExample)
        guard let json = example.map({ JSON($0) }) ?? header.schema.flatMap({ samples.json($0, seed: Seed.of(seed, header.name), isVaried: isVaried) }) else { return nil }
        let text: String = switch json {
        case .array(let elements): elements.compactMap(\.plain).joined(separator: ",")
        case .object: json.text
        default: json.plain ?? ""
        }
        // Nothing from a document may end a header's line.
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value < 0x7F }))
    }
}

/// Bytes of a kind, for what no schema describes.
enum Binary {
    static func sample(of essence: String) -> [UInt8] {
        switch essence {
        case "image/png": Base64.decoded("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==") ?? []
        case "image/gif": Base64.decoded("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7") ?? []
        case "image/svg+xml": Array("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>".utf8)
        case "application/pdf": Array("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n".utf8)
        case _ where essence.hasPrefix("text/"): Array("sample\n".utf8)
        default: Array("sample".utf8)
        }
    }
}
