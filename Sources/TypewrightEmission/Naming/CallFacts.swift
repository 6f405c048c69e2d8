import TypewrightModel

// What of an operation decides how its call looks: shared by naming and by the client's emitters.

extension Operation {
    /// The object whose properties become parameters of the call: a JSON, form or multipart body that is one struct.
    func spreadBody(in api: API) -> ObjectShape? {
        guard let content = mainContent, [.json, .form, .multipart].contains(content.kind) else { return nil }
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

    /// The stream that the operation can answer with besides.
    var streamContent: Content? {
        guard let answer, !answer.kind.isSequence else { return nil }
        return successes.flatMap(\.contents).first { $0.kind.isSequence }
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
    /// A declared type brings its check along; any other needs to be told.
    var callCheck: CheckID? {
        if case .named = type { return nil }
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
    var callChecks: [CheckID] {
        operations.flatMap { operation in
            let contents = (operation.body?.contents ?? []) + [operation.answer].compactMap { $0 }
            return operation.parameters.compactMap(\.callCheck) + contents.compactMap(\.callCheck)
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
