import TypewrightReader
import TypewrightSource

/// Finding what has an identifier: resources (`$id`) and anchors. This follows the keywords that
/// hold schemas and no others, because `$id` inside `enum`, `const` or an unknown keyword names nothing.
extension DocumentSet {
    /// Makes the resource of a whole document, and indexes what is in it.
    func indexRoot(_ document: Document) {
        let root = document.root
        var base = document.uri
        let isOpenAPI = root["openapi"] != nil
        if isOpenAPI, let own = root["$self"]?.string {
            base = URIReference(own).resolved(against: URIReference(base)).withoutFragment.text
        }
        let dialect = isOpenAPI ? openAPIDialect(of: document) : dialect(declaredBy: root, default: dialect, in: document)
        if resources.isEmpty { self.dialect = dialect }
        document.resource = addResource(base: base, dialect: dialect, node: root, place: document.place, document: document)
        resourcesByURI[document.uri] = document.resource
        if isOpenAPI {
            indexComponents(of: document)
        } else if dialect.draft == .draft4 || document.mentionsIdentifiers {
            index(Located(node: root, place: document.place, document: document, resource: document.resource), isRoot: true)
        }
    }

    private func indexComponents(of document: Document) {
        guard let schemas = document.root["components"]?["schemas"], self[document.resource].resource.dialect.draft >= .draft6,
              document.mentionsIdentifiers
        else { return }
        let place = document.place.member("components").member("schemas")
        for member in schemas.members {
            let start = Located(node: member.value, place: place.member(member.key), document: document, resource: document.resource)
            index(start, isRoot: false)
        }
    }

    @discardableResult
    private func addResource(base: String, dialect: Dialect, node: Node, place: Place, document: Document) -> ResourceID {
        let id = ResourceID(resources.count)
        let root = Located(node: node, place: place, document: document, resource: id)
        resources.append(OpenResource(resource: Resource(base: base, dialect: dialect), root: root))
        if resourcesByURI[base] == nil { resourcesByURI[base] = id }
        return id
    }

    /// Indexes a schema and all below it. Without recursion, and each node once: aliases may make a
    /// small text a very large tree.
    func index(_ start: Located, isRoot: Bool) {
        var pending = [start]
        var atRoot = isRoot
        while let next = pending.popLast() {
            guard next.node.kind == .object, start.document.indexed.insert(next.node.identity).inserted else { continue }
            let here = indexIdentifiers(next, isDocumentRoot: atRoot)
            atRoot = false
            appendSubschemas(of: here, to: &pending)
        }
    }

    /// Takes note of the schema's own identifiers; gives it back with the resource that holds in it.
    private func indexIdentifiers(_ schema: Located, isDocumentRoot: Bool) -> Located {
        let node = schema.node
        let document = schema.document
        var here = schema
        let outer = self[schema.resource].resource
        let dialect = dialect(declaredBy: node, default: outer.dialect, in: document)
        let idKey = dialect.draft == .draft4 ? "id" : "$id"
        // Up to draft-07, `$ref` hides what stands beside it.
        let isHidden = dialect.draft <= .draft7 && node["$ref"]?.string != nil
        if !isHidden, let id = node[idKey]?.string {
            let reference = URIReference(id)
            if id.utf8.first == UInt8(ascii: "#") {
                self[here.resource].anchors[String(id.dropFirst())] = here
            } else {
                here = openResource(reference, at: schema, outer: outer, dialect: dialect, isDocumentRoot: isDocumentRoot)
                if let fragment = reference.fragment, !fragment.isEmpty { self[here.resource].anchors[fragment] = here }
            }
        } else if dialect != outer.dialect && !isDocumentRoot {
            here = openNameless(at: schema, outer: outer, dialect: dialect)
        }
        indexAnchors(here, dialect: dialect)
        return here
    }

    private func openResource(
        _ id: URIReference, at schema: Located, outer: Resource, dialect: Dialect, isDocumentRoot: Bool
    ) -> Located {
        let base = id.resolved(against: URIReference(outer.base)).withoutFragment.text
        if isDocumentRoot {
            self[schema.resource].resource = Resource(base: base, dialect: dialect)
            resourcesByURI[base] = schema.resource
            return schema
        }
        if let known = schema.document.embedded[schema.node.identity] {
            return Located(node: schema.node, place: schema.place, document: schema.document, resource: known)
        }
        let resource = addResource(base: base, dialect: dialect, node: schema.node, place: schema.place, document: schema.document)
        schema.document.embedded[schema.node.identity] = resource
        return Located(node: schema.node, place: schema.place, document: schema.document, resource: resource)
    }

    /// `$schema` without `$id`: only the dialect changes. References mean what they mean around it.
    private func openNameless(at schema: Located, outer: Resource, dialect: Dialect) -> Located {
        let document = schema.document
        let resource = document.embedded[schema.node.identity]
            ?? addResource(base: outer.base, dialect: dialect, node: schema.node, place: schema.place, document: document)
        document.embedded[schema.node.identity] = resource
        self[resource].enclosing = self[schema.resource].enclosing ?? schema.resource
        return Located(node: schema.node, place: schema.place, document: document, resource: resource)
    }

    private func indexAnchors(_ schema: Located, dialect: Dialect) {
        guard dialect.draft >= .draft2019 else { return }
        let node = schema.node
        if let name = node["$anchor"]?.string { self[schema.resource].anchors[name] = schema }
        if let name = node["$dynamicAnchor"]?.string, dialect.draft >= .draft2020 {
            self[schema.resource].anchors[name] = schema
            self[schema.resource].dynamicAnchors.append((name, schema))
        }
        if node["$recursiveAnchor"]?.boolean == true, dialect.draft == .draft2019 {
            self[schema.resource].dynamicAnchors.append(("", schema))
        }
    }

    private func appendSubschemas(of schema: Located, to pending: inout [Located]) {
        func append(_ node: Node, _ place: Place) {
            pending.append(Located(node: node, place: place, document: schema.document, resource: schema.resource))
        }
        for member in schema.node.members {
            guard let holding = Keyword(member.key)?.holding else { continue }
            let place = schema.place.member(member.key)
            switch holding {
            case .schema, .schemaOrList, .list:
                if member.value.kind == .array {
                    for (index, element) in member.value.elements.enumerated() { append(element, place.element(index)) }
                } else {
                    append(member.value, place)
                }
            case .map:
                for entry in member.value.members { append(entry.value, place.member(entry.key)) }
            case .nothing: break
            }
        }
    }
}
