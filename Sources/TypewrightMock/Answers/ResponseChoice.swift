import TypewrightSpec

/// Which of the responses of an operation is given, and in which form.
struct ResponseChoice {
    var status: Int
    /// `nil` where the document says nothing of that status.
    var response: OpenAPI.Response?
    var media: OpenAPI.MediaType?
    /// A media type that can be sent: `*/*` in the document is something in particular on the wire.
    var mediaName = ""

    /// Nothing of what there would be is wanted.
    struct NotAcceptable: Error { let offered: [String] }

    init(_ operation: OpenAPI.Operation, _ preferences: Preferences, _ accepted: Accepted) throws(NotAcceptable) {
        (status, response) = ResponseChoice.response(of: operation, preferences)
        guard let content = response?.content, !content.isEmpty else { return }
        let named = content.map { (media: $0, name: ResponseChoice.concrete($0)) }
        var best: (quality: Double, isJSON: Bool, index: Int)?
        for (index, candidate) in named.enumerated() {
            guard let name = MediaName(candidate.name) else { continue }
            let quality = accepted.quality(of: name)
            guard quality > 0 else { continue }
            // Of what is equally welcome JSON comes first: it is what can be made best.
            if let known = best, (known.quality, known.isJSON ? 1 : 0) >= (quality, name.isJSON ? 1 : 0) { continue }
            best = (quality, name.isJSON, index)
        }
        guard let best else { throw NotAcceptable(offered: named.map(\.name)) }
        media = named[best.index].media
        mediaName = named[best.index].name
    }

    private static func response(of operation: OpenAPI.Operation, _ preferences: Preferences) -> (Int, OpenAPI.Response?) {
        if let code = preferences.code { return (code, declared(code, operation)) }
        if let example = preferences.example,
            let response = operation.responses.first(where: { $0.content.contains { $0.examples.contains { $0.name == example } } }) {
            return (usual(response.status), response)
        }
        return usual(operation)
    }

    /// What the document says of a status: itself, its range, or what it says of all others.
    static func declared(_ code: Int, _ operation: OpenAPI.Operation) -> OpenAPI.Response? {
        operation.responses.first { $0.status == .code(code) } ?? operation.responses.first { $0.status == .range(code / 100) }
            ?? operation.responses.first { $0.status == .any }
    }

    /// The first that tells of success; where none does, the first there is.
    static func usual(_ operation: OpenAPI.Operation) -> (Int, OpenAPI.Response?) {
        let success = operation.responses.first { response in
            switch response.status {
            case .code(let code): (200..<300).contains(code)
            case .range(let first): first == 2
            case .any: false
            }
        }
        guard let response = success ?? operation.responses.first(where: { $0.status == .any }) ?? operation.responses.first else { return (200, nil) }
        return (usual(response.status), response)
    }

    private static func usual(_ status: OpenAPI.Response.Status) -> Int {
        switch status {
        // An answer that is no final one cannot stand alone.
        case .code(let code): (200...599).contains(code) ? code : 200
        case .range(let first): max(first, 2) * 100
        case .any: 200
        }
    }

    private static func concrete(_ media: OpenAPI.MediaType) -> String {
        guard let name = MediaName(media.name) else { return "application/json" }
        switch (name.type, name.subtype) {
        case ("*", _), ("application", "*"): return "application/json"
        case ("text", "*"): return "text/plain"
        case ("image", "*"): return "image/png"
        case ("audio", "*"): return "audio/mpeg"
        case ("video", "*"): return "video/mp4"
        case (_, "*"): return "application/octet-stream"
        default: return media.name
        }
    }
}
