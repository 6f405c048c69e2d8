import TypewrightReader
import TypewrightSource

/// Which dialect holds: `$schema`, `jsonSchemaDialect`, `$vocabulary`.
extension DocumentSet {
    func openAPIDialect(of document: Document) -> Dialect {
        let root = document.root
        let version = root["openapi"]?.string ?? root["openapi"]?.number?.text ?? ""
        if version.hasPrefix("3.0") { return Dialect(.openAPI30) }
        guard let node = root["jsonSchemaDialect"], let uri = node.string else { return Dialect(.draft2020) }
        return dialect(named: uri, at: node, default: Dialect(.draft2020), in: document)
    }

    func dialect(declaredBy schema: Node, default fallback: Dialect, in document: Document) -> Dialect {
        guard let node = schema["$schema"], let uri = node.string else { return fallback }
        return dialect(named: uri, at: node, default: fallback, in: document)
    }

    private func dialect(named name: String, at node: Node, default fallback: Dialect, in document: Document) -> Dialect {
        let uri = URIReference(name).withoutFragment.text
        if let known = Dialect.known[uri] { return known }
        if let known = dialectsByURI[uri] { return known }
        // Against metaschemas that lead to each other.
        dialectsByURI[uri] = fallback
        let dialect = customDialect(uri, at: node, default: fallback, in: document)
        dialectsByURI[uri] = dialect
        return dialect
    }

    /// A metaschema of somebody's own: its `$schema` tells the draft, its `$vocabulary` what is in force.
    private func customDialect(_ uri: String, at node: Node, default fallback: Dialect, in document: Document) -> Dialect {
        let absolute = URIReference(uri).resolved(against: URIReference(document.uri)).text
        let known = resourcesByURI[absolute].map { self[$0].root.node }
        guard let metaschema = known ?? (try? self.document(at: absolute).get())?.root else {
            faults.warning(
                "unknown-dialect", "The dialect `\(uri)` is not known; reading the schema as \(fallback.draft.rawValue).",
                at: node.range
            )
            return fallback
        }
        var dialect = dialect(declaredBy: metaschema, default: fallback, in: document)
        guard let vocabulary = metaschema["$vocabulary"] else { return dialect }
        let names = vocabulary.members.map(\.key)
        dialect.hasValidation = names.contains { $0.hasSuffix("/vocab/validation") }
        dialect.hasApplicators = names.contains { $0.hasSuffix("/vocab/applicator") }
        dialect.hasUnevaluated = names.contains { $0.hasSuffix("/vocab/unevaluated") }
            || (dialect.draft == .draft2019 && dialect.hasApplicators)
        dialect.formatAsserts = vocabulary.members.contains {
            $0.key.hasSuffix("/vocab/format-assertion") || ($0.key.hasSuffix("/2019-09/vocab/format") && $0.value.boolean == true)
        }
        return dialect
    }
}

extension Dialect {
    /// By the URI in `$schema`, without its empty fragment. The drafts' `http` addresses are also
    /// often written with `https`.
    static let known: [String: Dialect] = [
        "http://json-schema.org/draft-04/schema": Dialect(.draft4),
        "https://json-schema.org/draft-04/schema": Dialect(.draft4),
        "http://json-schema.org/draft-06/schema": Dialect(.draft6),
        "https://json-schema.org/draft-06/schema": Dialect(.draft6),
        "http://json-schema.org/draft-07/schema": Dialect(.draft7),
        "https://json-schema.org/draft-07/schema": Dialect(.draft7),
        "http://json-schema.org/draft/2019-09/schema": Dialect(.draft2019),
        "https://json-schema.org/draft/2019-09/schema": Dialect(.draft2019),
        "http://json-schema.org/draft/2020-12/schema": Dialect(.draft2020),
        "https://json-schema.org/draft/2020-12/schema": Dialect(.draft2020),
        // What `$schema` without a version has always meant in practice: the newest.
        "http://json-schema.org/schema": Dialect(.draft2020),
        "https://json-schema.org/schema": Dialect(.draft2020),
        "https://spec.openapis.org/oas/3.0/schema": Dialect(.openAPI30),
        "https://spec.openapis.org/oas/3.1/dialect/base": Dialect(.draft2020),
        "https://spec.openapis.org/oas/3.1/dialect/2024-10-25": Dialect(.draft2020),
        "https://spec.openapis.org/oas/3.1/dialect/2024-11-10": Dialect(.draft2020),
        "https://spec.openapis.org/oas/3.2/dialect/base": Dialect(.draft2020),
        "https://spec.openapis.org/oas/3.2/dialect/2025-09-17": Dialect(.draft2020),
    ]
}
