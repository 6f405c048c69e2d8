import TypewrightModel

// What of an operation decides how its call looks: shared by naming and by the client's emitters.

extension Operation {
    /// The object whose properties become parameters of the call: a JSON or form body that is one struct.
    func spreadBody(in api: API) -> ObjectShape? {
        guard let content = mainContent, content.kind == .json || content.kind == .form else { return nil }
        guard case .named(let id) = content.type, let object = api.object(id), !object.properties.isEmpty else { return nil }
        switch object.additional {
        case .ignored, .forbidden: return object
        case .map: return nil
        }
    }

    /// The content that a call sends unless told otherwise: JSON, where the document has it.
    var mainContent: Content? {
        guard let contents = body?.contents else { return nil }
        return contents.first { $0.kind == .json } ?? contents.first
    }

    /// The successful answers; where none is declared, the default one.
    var successes: [Response] {
        let declared = responses.filter { $0.status.isSuccess }
        return declared.isEmpty ? responses.filter { $0.status == .any } : declared
    }

    /// What the call answers with: JSON, where the document has it.
    var answer: Content? {
        let contents = successes.flatMap(\.contents)
        return contents.first { $0.kind == .json } ?? contents.first
    }

    /// The stream that the operation can answer with besides.
    var streamContent: Content? {
        guard let answer, !answer.kind.isSequence else { return nil }
        return successes.flatMap(\.contents).first { $0.kind.isSequence }
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
