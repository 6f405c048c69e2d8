import TypewrightModel

/// One way to send the body of an operation, and the parameter it is passed in.
struct BodyEmitter {
    let context: EmissionContext
    let variant: BodyVariant
    let isRequired: Bool
    let name: SwiftIdentifier
    private let description: String
    private let contentType: SwiftIdentifier

    /// JSON first; a multipart body whose parts are parameters is not among them.
    static func variants(of operation: Operation, names: OperationNames, context: EmissionContext) -> [BodyEmitter] {
        guard let body = operation.body else { return [] }
        let isTaken = names.parameters.contains { $0.text == "contentType" }
        return zip(operation.bodyVariants, names.bodies).filter { variant, _ in
            variant.content.kind != .multipart || variant.content.object(in: context.api) == nil
        }.map { variant, name in
            BodyEmitter(
                context: context, variant: variant, isRequired: body.isRequired, name: name, description: body.description ?? "",
                contentType: isTaken ? "bodyContentType" : "contentType")
        }
    }

    var content: Content { variant.content }

    var type: Code {
        switch content.kind {
        case .json, .form: context.type(content.type)
        case .text, .xml: "String"
        case .bytes: "RequestBody"
        case .multipart: "[MultipartPart]"
        case .jsonLines, .jsonSequence, .eventStream: "RequestItems<\(context.type(content.type))>"
        }
    }

    var parameters: [CallParameter] {
        var parameters = [CallParameter(name: name, type: isRequired ? type : "\(type)?", isOptional: !isRequired, documentation: description)]
        if variant.needsMediaType {
            let usual = variant.mediaTypes.first { !$0.hasSuffix("*") }
                ?? (content.kind == .text ? "text/plain; charset=utf-8" : "application/octet-stream")
            let known = variant.mediaTypes.map { "`\($0)`" }.joined(separator: ", ")
            parameters.append(CallParameter(
                name: contentType, type: "String", isOptional: false, defaultValue: "\(literal: usual)",
                documentation: "The media type of the body: \(known)."))
        }
        return parameters
    }

    /// The line that puts the body into the request.
    var line: Code {
        switch content.kind {
        case .json: "request.json(\(name)\(mediaType(unless: "application/json"))\(check))"
        case .form: "request.form(\(name)\(encodings)\(mediaType(unless: "application/x-www-form-urlencoded")))"
        case .text: "request.text(\(name)\(mediaType(unless: "text/plain")))"
        case .xml: "request.text(\(name)\(mediaType(unless: "")))"
        case .bytes: "request.bytes(\(name)\(mediaType(unless: "application/octet-stream")))"
        case .multipart: "request.multipart(\(name)\(mediaType(unless: "multipart/form-data")))"
        case .jsonLines: "request.lines(\(name)\(mediaType(unless: "application/jsonl")))"
        case .jsonSequence: "request.sequence(\(name)\(mediaType(unless: "application/json-seq")))"
        case .eventStream where content.isWholeEvent: "request.wholeEvents(\(name)\(mediaType(unless: "text/event-stream")))"
        case .eventStream: "request.events(\(name)\(mediaType(unless: "text/event-stream")))"
        }
    }

    private var check: Code { CheckEmitter(context: context).argument(for: content) }

    private func mediaType(unless standard: String) -> Code {
        if variant.needsMediaType { return ", mediaType: \(contentType)" }
        return content.mediaType == standard || content.mediaType.hasSuffix("/*") ? "" : ", mediaType: \(literal: content.mediaType)"
    }

    /// The styles of properties whose encoding the document gives.
    private var encodings: Code {
        let entries = content.fields.compactMap { field -> Code? in
            if let style = field.style { return "\(literal: field.name): \(StyleEmitter.code(style))" }
            let isJSON = field.mediaType == "application/json" || field.mediaType?.hasSuffix("+json") == true
            return isJSON ? "\(literal: field.name): .json" : nil
        }
        if entries.isEmpty { return "" }
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
