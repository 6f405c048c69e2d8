import TypewrightModel

extension Operation {
    /// The object whose properties become parameters of the call: a JSON or form body that is one struct.
    func spreadBody(in api: API) -> ObjectShape? {
        guard let content = spreadContent, case .named(let id) = content.type else { return nil }
        guard let object = api.object(id), case .ignored = object.additional, !object.properties.isEmpty else { return nil }
        return object
    }

    /// The content that a flat call sends.
    var spreadContent: Content? {
        guard let contents = body?.contents, let first = contents.first else { return nil }
        let content = contents.first { $0.kind == .json } ?? first
        switch content.kind {
        case .json, .form: return content
        case .multipart, .text, .xml, .bytes, .eventStream, .jsonLines, .jsonSequence: return nil
        }
    }
}

extension API {
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
