import TypewrightModel

/// One way to send the body of an operation: a media type, and the parameter it is passed in.
struct BodyEmitter {
    let context: EmissionContext
    let content: Content
    let isRequired: Bool
    let name: SwiftIdentifier
    private let description: String

    /// JSON first and called `body`; other kinds are called after themselves. Media types of the same kind
    /// and type are one variant.
    static func variants(of operation: Operation, context: EmissionContext) -> [BodyEmitter] {
        guard let body = operation.body, let main = operation.mainContent else { return [] }
        var variants: [BodyEmitter] = []
        var seen: Set<ContentKind> = []
        let others = body.contents.filter { $0.mediaType != main.mediaType }
        for content in [main] + others where seen.insert(content.kind).inserted {
            variants.append(BodyEmitter(
                context: context, content: content, isRequired: body.isRequired,
                name: variants.isEmpty ? "body" : parameterName(content.kind), description: body.description ?? ""))
        }
        return variants
    }

    private static func parameterName(_ kind: ContentKind) -> SwiftIdentifier {
        switch kind {
        case .json: "json"
        case .form: "form"
        case .multipart: "multipart"
        case .text: "text"
        case .xml: "xml"
        case .bytes: "bytes"
        case .eventStream, .jsonLines, .jsonSequence: "items"
        }
    }

    var type: Code {
        switch content.kind {
        case .json, .form: context.type(content.type)
        case .text, .xml: "String"
        case .bytes, .multipart, .jsonLines, .jsonSequence, .eventStream: "RequestBody"
        }
    }

    var parameter: CallParameter {
        CallParameter(name: name, type: isRequired ? type : "\(type)?", isOptional: !isRequired, documentation: description)
    }

    /// The line that puts the body into the request.
    var line: Code {
        switch content.kind {
        case .json: "request.json(\(name)\(mediaType(unless: "application/json"))\(check))"
        case .form: "request.form(\(name)\(encodings))"
        case .text: "request.text(\(name)\(mediaType(unless: "text/plain")))"
        case .xml: "request.text(\(name)\(mediaType(unless: "")))"
        case .bytes, .multipart, .jsonLines, .jsonSequence, .eventStream:
            "request.bytes(\(name)\(mediaType(unless: "application/octet-stream")))"
        }
    }

    /// A type that is declared brings its check along.
    private var check: Code {
        guard context.options.emitsValidators, let check = content.callCheck else { return "" }
        return ", check: \(CheckEmitter(context: context).function(check))"
    }

    private func mediaType(unless standard: String) -> Code {
        content.mediaType == standard || content.mediaType.hasSuffix("/*") ? "" : ", mediaType: \(literal: content.mediaType)"
    }

    /// The styles of properties whose encoding the document gives.
    private var encodings: Code {
        let styled = content.fields.compactMap { field in field.style.map { (field.name, $0) } }
        if styled.isEmpty { return "" }
        let entries = styled.map { name, style -> Code in "\(literal: name): \(StyleEmitter.code(style))" }
        return ", [\(Code.list(entries))]"
    }

    /// The labels of the body's own initialiser.
    var memberNames: [SwiftIdentifier] {
        var type = content.type
        for _ in 0...context.api.types.count {
            guard case .named(let id) = type else { return [] }
            switch context.api[id].shape {
            case .object: return context.names.members[id.index]
            case .alias(let target): type = target
            case .enumeration, .union, .tuple: return []
            }
        }
        return []
    }
}
