import TypewrightSpec

/// Gives what is stored the shape that a schema wants: what is missing is filled in, what does not belong is left out.
struct Shaper {
    let view: SchemaView
    let samples: Samples
    let seed: UInt64
    let now: Moment

    /// A resource as it is stored, from what was sent. What a server would fill in is there afterwards.
    func created(_ sent: JSON, _ resource: ResourceKind, id: JSON) -> JSON {
        var value = filled(sent, [resource.schema], id: (resource.id, id), isNew: true)
        // What is only written is kept: some later answer may be a part of it.
        for member in sent.members where value[member.name] == nil && member.name != resource.id { value[member.name] = member.value }
        return value
    }

    /// What was sent replaces; `nil` members of a merge patch (RFC 7396) remove.
    static func merged(_ old: JSON, with sent: JSON, isMergePatch: Bool) -> JSON {
        guard case .object(let members) = sent else { return sent }
        var result = old
        if case .object = old {} else { result = .object([]) }
        for member in members {
            switch member.value {
            case .null where isMergePatch: result[member.name] = nil
            case .object where isMergePatch: result[member.name] = merged(result[member.name] ?? .object([]), with: member.value, isMergePatch: true)
            default: result[member.name] = member.value
            }
        }
        return result
    }

    /// Touches what says when something was changed last.
    func touched(_ value: JSON, _ resource: ResourceKind) -> JSON {
        var value = value
        for name in view.propertyNames([resource.schema]) where Shaper.isOfUpdate(name) {
            if let time = time(view.property(name, [resource.schema])) { value[name] = time }
        }
        return value
    }

    /// A stored value as an answer with that schema shows it.
    func shown(_ stored: JSON, _ schema: SchemaID) -> JSON {
        let plain = filled(stored, [schema], id: nil, isNew: false)
        if samples.isValid(plain, schema) { return plain }
        guard let sample = sample(schema) else { return plain }
        let repaired = repaired(plain, with: sample, schema)
        if samples.isValid(repaired, schema) { return repaired }
        // A choice between shapes: a valid one, as much like what is stored as it can be.
        var overlaid = sample
        for member in plain.members where sample[member.name] != nil {
            let before = overlaid
            overlaid[member.name] = member.value
            if !samples.isValid(overlaid, schema) { overlaid = before }
        }
        return overlaid
    }

    /// Properties that are wrong here are left out, or made up where they have to be.
    private func repaired(_ value: JSON, with sample: JSON, _ schema: SchemaID) -> JSON {
        var value = value
        for name in samples.wrongMembers(of: value, schema) {
            if view.isRequired(name, [schema]), let made = sample[name] { value[name] = made } else { value[name] = nil }
        }
        return value
    }

    private func sample(_ schema: SchemaID) -> JSON? { samples.json(schema, seed: seed) }

    private func filled(_ sent: JSON, _ schemas: [SchemaID], id: (name: String, value: JSON)?, isNew: Bool) -> JSON {
        let names = view.propertyNames(schemas)
        guard !names.isEmpty else { return sent }
        lazy var sample = schemas.first.flatMap(self.sample)
        var value = JSON.object([])
        for name in names {
            let property = view.property(name, schemas)
            if let id, id.name == name {
                value[name] = id.value
            } else if let own = sent[name] {
                if isNew || !view.isWriteOnly(property) { value[name] = own }
            } else if view.isWriteOnly(property) {
                continue
            } else if isNew, Shaper.isOfCreation(name) || Shaper.isOfUpdate(name), let time = time(property) {
                value[name] = time
            } else if let made = view.defaultValue(property), isNew {
                value[name] = made
            } else if view.isRequired(name, schemas) {
                value[name] = view.types(property).contains(.null) && view.types(property) != .all ? .null : (sample?[name] ?? .null)
            } else if isNew, view.isReadOnly(property), let made = sample?[name] {
                value[name] = made
            }
        }
        for member in sent.members where !names.contains(member.name) && hasMore(schemas) { value[member.name] = member.value }
        return value
    }

    /// Whether a schema speaks of members that it does not name.
    private func hasMore(_ schemas: [SchemaID]) -> Bool {
        schemas.contains { schema in
            view.parts(schema).contains { part in
                guard let additional = part.object?.additionalProperties else { return false }
                return view.spec[additional].boolean != false
            }
        }
    }

    // MARK: - Times

    static func isOfCreation(_ name: String) -> Bool { ["created", "createdat", "createdon", "creationdate", "datecreated", "createtime", "createdtime"].contains(plain(name)) }

    static func isOfUpdate(_ name: String) -> Bool {
        ["updated", "updatedat", "updatedon", "modified", "modifiedat", "lastmodified", "dateupdated", "updatetime", "lastupdated", "updatedtime"].contains(plain(name))
    }

    private static func plain(_ name: String) -> String { name.lowercased().filter { $0 != "_" && $0 != "-" } }

    /// Now, as the schema wants it; `nil` where it wants no time.
    private func time(_ schemas: [SchemaID]) -> JSON? {
        let types = view.types(schemas)
        let format = schemas.lazy.flatMap { view.parts($0) }.compactMap(\.format).first
        if types.contains(.string) { return .string(format == "date" ? String(now.text.prefix(10)) : now.text) }
        if types.contains(.integer) || types.contains(.number) { return .number(String(now.seconds)) }
        return nil
    }
}
