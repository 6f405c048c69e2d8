extension API {
    /// What the list at the end of a path of properties holds; nil where there is no list.
    package func listElement(of type: TypeReference, at path: [String]) -> TypeReference? {
        var type = plain(type)
        for name in path {
            guard case .named(let id) = type, case .object(let object) = self[id].shape else { return nil }
            guard let property = object.properties.named(name) else { return nil }
            type = plain(property.type)
        }
        if case .array(let element) = type { return element }
        return nil
    }

    /// Without aliases and `null`.
    package func plain(_ type: TypeReference) -> TypeReference {
        var type = type
        for _ in 0...types.count {
            switch type {
            case .nullable(let inner): type = inner
            case .named(let id):
                guard case .alias(let target) = self[id].shape else { return type }
                type = target
            default: return type
            }
        }
        return type
    }
}
