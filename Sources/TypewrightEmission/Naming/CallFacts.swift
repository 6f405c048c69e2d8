import TypewrightModel

// What of an operation decides how its call looks: shared by naming and by the client's emitters.

extension Operation {
    /// All that methods of the operation decode, streams aside.
    var answerContents: [Content] {
        let main: [Content] = switch answerShape {
        case .nothing: []
        case .one(let content, _): [content]
        case .several(let cases): cases.compactMap(\.content)
        }
        return main + otherAnswers
    }

    /// The object whose properties become parameters of the call: a JSON or form body that is one struct.
    func spreadBody(in api: API) -> ObjectShape? {
        guard let content = mainContent, content.kind == .json || content.kind == .form, let object = content.object(in: api) else { return nil }
        switch object.additional {
        case .ignored, .forbidden: return object
        case .map: return nil
        }
    }

    /// The multipart body whose parts become parameters of a call.
    func multipartBody(in api: API) -> (content: Content, object: ObjectShape, isMain: Bool)? {
        for (index, variant) in bodyVariants.enumerated() where variant.content.kind == .multipart {
            if let object = variant.content.object(in: api) { return (variant.content, object, index == 0) }
        }
        return nil
    }

    /// The content that a call sends unless told otherwise: JSON, where the document has it.
    var mainContent: Content? {
        guard let contents = body?.contents else { return nil }
        return contents.first { $0.kind == .json } ?? contents.first
    }

    /// The bodies that a call can send, the main one first. Media types of the same kind and type are one variant.
    var bodyVariants: [BodyVariant] {
        guard let body, let main = mainContent else { return [] }
        var variants: [BodyVariant] = []
        for content in [main] + body.contents.filter({ $0.mediaType != main.mediaType }) {
            let known = variants.firstIndex { variant in
                variant.content.kind == content.kind && (variant.content.type == content.type || !content.kind.hasType)
            }
            if let known { variants[known].mediaTypes.append(content.mediaType) } else { variants.append(BodyVariant(content)) }
        }
        return variants
    }
}

/// One way to send a body.
struct BodyVariant {
    var content: Content
    var mediaTypes: [String]

    init(_ content: Content) {
        self.content = content
        mediaTypes = [content.mediaType]
    }

    /// Bytes and text go under any of several media types, or under one that only the caller knows.
    var needsMediaType: Bool {
        !content.kind.hasType && (mediaTypes.count > 1 || content.mediaType.hasSuffix("*"))
    }
}

extension ContentKind {
    /// Whether values have a type of the document.
    var hasType: Bool {
        switch self {
        case .json, .form, .multipart, .eventStream, .jsonLines, .jsonSequence: true
        case .text, .xml, .bytes: false
        }
    }
}

extension Content {
    /// The struct that it is, if it is one with properties.
    func object(in api: API) -> ObjectShape? {
        guard case .named(let id) = type, let object = api.object(id), !object.properties.isEmpty else { return nil }
        return object
    }

    /// What tells it from other media types, in words: `csv`, `merge patch`.
    var mediaWords: Words {
        let essence = String(mediaType.utf8.prefix { $0 != UInt8(ascii: ";") }) ?? ""
        let parts = essence.split(separator: "/")
        var subtype = parts.last.map(String.init) ?? ""
        if subtype == "*" { subtype = parts.first == "*" ? "bytes" : parts.first.map(String.init) ?? "bytes" }
        if subtype == "plain" { subtype = "text" }
        if subtype == "octet-stream" { subtype = "bytes" }
        for suffix in ["+json", "+xml"] where subtype.hasSuffix(suffix) { subtype.removeLast(suffix.utf8.count) }
        let words = Words(subtype).list.filter { !["x", "vnd"].contains($0.lowercased()) }
        return Words(list: words.isEmpty ? [kind.rawValue] : words)
    }
}

extension Parameter {
    /// What has to hold for a value beyond what its Swift type says already.
    var callCheck: CheckID? {
        let bounds = documentation.constraints.contains { if case .format = $0 { false } else { true } }
        return bounds || type.isDeclared ? check : nil
    }
}

extension Content {
    /// What has to hold for a value, where its Swift type does not bring that along: of a declared type it is asked.
    func callCheck(isBroughtBy declared: (TypeID) -> Bool) -> CheckID? {
        if case .named(let id) = type, declared(id) { return nil }
        return kind == .json || kind == .form ? check : nil
    }
}

extension TypeReference {
    /// A declared type, or a list of such.
    fileprivate var isDeclared: Bool {
        switch self {
        case .named: true
        case .array(let inner), .map(let inner), .nullable(let inner): inner.isDeclared
        case .any, .boolean, .integer, .number, .string, .text: false
        }
    }
}

extension API {
    /// The checks that calls speak of by themselves.
    func callChecks(areBroughtBy declared: (TypeID) -> Bool) -> [CheckID] {
        operations.flatMap { operation in
            let contents = (operation.body?.contents ?? []) + operation.answerContents
            return operation.parameters.compactMap(\.callCheck) + contents.compactMap { $0.callCheck(isBroughtBy: declared) }
        }
    }

    /// Follows aliases; nil for anything but an object.
    func object(_ id: TypeID) -> ObjectShape? {
        var id = id
        for _ in 0...types.count {
            switch self[id].shape {
            case .object(let object): return object
            case .alias(.named(let next)): id = next
            case .alias, .enumeration, .union, .tuple: return nil
            }
        }
        return nil
    }
}
