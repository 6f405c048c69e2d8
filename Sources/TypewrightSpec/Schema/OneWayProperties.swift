/// Which properties go only one way: OpenAPI demands a required property that is only read (`readOnly`) in
/// responses alone, and one that is only written (`writeOnly`) in requests alone. To JSON Schema these
/// words are remarks.
///
/// `required` often stands in another branch of an `allOf` than the property. So what counts is all that
/// the outermost schema around the `required` says of the property, by itself and through `allOf` and `$ref`.
package final class OneWayProperties {
    package struct Ways: Sendable {
        package var isReadOnly = false
        package var isWriteOnly = false

        fileprivate var isBoth: Bool { !isReadOnly && !isWriteOnly }

        fileprivate mutating func formUnion(_ other: Ways) {
            isReadOnly = isReadOnly || other.isReadOnly
            isWriteOnly = isWriteOnly || other.isWriteOnly
        }
    }

    private let spec: Spec
    /// For a branch of `allOf` the schema that it stands in. Empty where no schema goes one way only.
    private var outer: [SchemaID: SchemaID] = [:]
    private let isNeeded: Bool
    private var known: [SchemaID: [String: Ways]] = [:]

    package init(_ spec: Spec) {
        self.spec = spec
        guard case .openAPI = spec.kind else {
            isNeeded = false
            return
        }
        isNeeded = spec.schemas.contains { $0.annotations?.isReadOnly == true || $0.annotations?.isWriteOnly == true }
        guard isNeeded else { return }
        for schema in spec.schemas {
            for branch in schema.applicators?.allOf ?? [] { outer[branch] = schema.id }
        }
    }

    /// Nil for a property that goes both ways.
    package func ways(of name: String, requiredBy schema: SchemaID) -> Ways? {
        guard isNeeded else { return nil }
        var root = schema
        // The bound is against circles of `allOf`.
        for _ in 0..<64 {
            guard let around = outer[root] else { break }
            root = around
        }
        if let all = known[root] { return all[name] }
        let all = collect(root)
        known[root] = all
        return all[name]
    }

    /// Of a property that these schemas describe together; nil when it goes both ways.
    package func ways(ofPropertyWith schemas: [SchemaID]) -> Ways? {
        guard isNeeded else { return nil }
        var all = Ways()
        for schema in schemas { all.formUnion(ways(of: schema)) }
        return all.isBoth ? nil : all
    }

    private func collect(_ root: SchemaID) -> [String: Ways] {
        var all: [String: Ways] = [:]
        for id in together(with: root) {
            for property in spec[id].object?.properties ?? [] {
                let ways = self.ways(of: property.schema)
                if ways.isBoth { continue }
                all[property.name, default: Ways()].formUnion(ways)
            }
        }
        return all
    }

    private func ways(of property: SchemaID) -> Ways {
        var ways = Ways()
        for id in together(with: property) {
            guard let annotations = spec[id].annotations else { continue }
            if annotations.isReadOnly { ways.isReadOnly = true }
            if annotations.isWriteOnly { ways.isWriteOnly = true }
        }
        return ways
    }

    /// All schemas that a value has to satisfy along with this one.
    private func together(with id: SchemaID) -> [SchemaID] {
        if spec[id].reference == nil, spec[id].applicators == nil { return [id] }
        var all = [id]
        var seen: Set<SchemaID> = [id]
        var next = 0
        while next < all.count {
            let schema = spec[all[next]]
            next += 1
            for other in (schema.applicators?.allOf ?? []) + [schema.reference?.target].compactMap({ $0 }) where seen.insert(other).inserted {
                all.append(other)
            }
        }
        return all
    }
}
