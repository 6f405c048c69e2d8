import TypewrightReader
import TypewrightSpec

/// What a value may look like, read off the schemas that may apply to it: for whoever has only text in hand
/// and has to guess its types, and for whoever has to find a resource in an answer.
final class SchemaView {
    let spec: Spec
    private var known: [SchemaID: [Schema]] = [:]

    init(_ spec: Spec) { self.spec = spec }

    /// The schema and all that may apply to the same value: references, branches and conditions.
    func parts(_ id: SchemaID) -> [Schema] {
        if let parts = known[id] { return parts }
        var parts: [Schema] = []
        var seen: Set<SchemaID> = []
        gather(id, into: &parts, &seen)
        known[id] = parts
        return parts
    }

    private func gather(_ id: SchemaID, into parts: inout [Schema], _ seen: inout Set<SchemaID>) {
        guard seen.insert(id).inserted else { return }
        let schema = spec[id]
        parts.append(schema)
        if let target = schema.reference?.target { gather(target, into: &parts, &seen) }
        if let target = schema.dynamicReference?.target { gather(target, into: &parts, &seen) }
        guard let applicators = schema.applicators else { return }
        for branch in applicators.allOf + applicators.anyOf + applicators.oneOf { gather(branch, into: &parts, &seen) }
        for branch in [applicators.condition?.then, applicators.condition?.otherwise] {
            if let branch { gather(branch, into: &parts, &seen) }
        }
    }

    private func parts(_ ids: [SchemaID]) -> [Schema] { ids.flatMap(parts) }

    /// All types that some part speaks of; every type where none does.
    func types(_ ids: [SchemaID]) -> JSONTypes {
        var types: JSONTypes = []
        for part in parts(ids) {
            if let own = part.types { types.formUnion(own) }
            if part.isNullable { types.insert(.null) }
            for value in (part.enumeration ?? []) + (part.constant.map { [$0] } ?? []) where part.types == nil { types.insert(SchemaView.type(of: value)) }
            guard part.types == nil else { continue }
            if let object = part.object, !object.properties.isEmpty || object.additionalProperties != nil { types.insert(.object) }
            if let array = part.array, array.items != nil || !array.prefixItems.isEmpty { types.insert(.array) }
            if part.numeric != nil { types.insert(.number) }
            if part.string != nil { types.insert(.string) }
        }
        return types.isEmpty ? .all : types
    }

    private static func type(of value: Node) -> JSONTypes {
        switch value.kind {
        case .null: .null
        case .boolean: .boolean
        case .number: .number
        case .string: .string
        case .array: .array
        case .object: .object
        }
    }

    /// What the element at a position has to be.
    func items(_ ids: [SchemaID], at index: Int) -> [SchemaID] {
        var found: [SchemaID] = []
        for part in parts(ids) {
            guard let array = part.array else { continue }
            if index < array.prefixItems.count { found.append(array.prefixItems[index]) } else if let items = array.items { found.append(items) }
        }
        return found
    }

    /// What a member of that name has to be: where it is declared, else what all others have to be.
    func member(_ name: String, _ ids: [SchemaID]) -> [SchemaID] {
        let declared = property(name, ids)
        return declared.isEmpty ? parts(ids).compactMap { $0.object?.additionalProperties } : declared
    }

    /// The schemas of a declared property.
    func property(_ name: String, _ ids: [SchemaID]) -> [SchemaID] {
        var found: [SchemaID] = []
        for part in parts(ids) {
            for property in part.object?.properties ?? [] where property.name == name { found.append(property.schema) }
        }
        return found
    }

    /// The declared properties, in document order, each once.
    func propertyNames(_ ids: [SchemaID]) -> [String] {
        var names: [String] = []
        var seen: Set<String> = []
        for part in parts(ids) {
            for property in part.object?.properties ?? [] where seen.insert(property.name).inserted { names.append(property.name) }
        }
        return names
    }

    func isRequired(_ name: String, _ ids: [SchemaID]) -> Bool {
        parts(ids).contains { $0.object?.required.contains(name) == true }
    }

    /// Whether members may stand there that no one declares.
    func allowsOthers(_ ids: [SchemaID]) -> Bool {
        !parts(ids).contains { part in
            guard let additional = part.object?.additionalProperties ?? part.object?.unevaluatedProperties else { return false }
            return spec[additional].boolean == false
        }
    }

    func isReadOnly(_ ids: [SchemaID]) -> Bool { annotated(ids) { $0.isReadOnly } }

    func isWriteOnly(_ ids: [SchemaID]) -> Bool { annotated(ids) { $0.isWriteOnly } }

    /// Branches of a choice say nothing of the whole: only the schema itself and what it refers to count.
    private func annotated(_ ids: [SchemaID], _ holds: (Schema.Annotations) -> Bool) -> Bool {
        ids.contains { id in
            var current = spec[id]
            for _ in 0..<16 {
                if let annotations = current.annotations, holds(annotations) { return true }
                guard let target = current.reference?.target else { return false }
                current = spec[target]
            }
            return false
        }
    }

    func defaultValue(_ ids: [SchemaID]) -> JSON? {
        for id in ids {
            var current = spec[id]
            for _ in 0..<16 {
                if let value = current.annotations?.defaultValue { return JSON(value) }
                guard let target = current.reference?.target else { break }
                current = spec[target]
            }
        }
        return nil
    }

    /// The schema behind references that say nothing themselves, to tell whether two places mean the same.
    func target(_ id: SchemaID) -> SchemaID {
        var current = id
        for _ in 0..<16 {
            guard let next = spec[current].reference?.target else { return current }
            current = next
        }
        return current
    }
}
