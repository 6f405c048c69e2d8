import TypewrightReader
import TypewrightSource

/// An OpenAPI object behind any number of references.
struct Dereferenced {
    let located: Located
    /// Its name under `components`, when a reference or its own place went through there.
    let componentName: String?
    /// 3.1: a reference may replace these.
    let summary: String?
    let description: String?

    /// The object as it stands, with nothing replaced on the way to it.
    var isPlain: Bool { summary == nil && description == nil }

    /// The same object, as a reference before all others leads to it.
    fileprivate func behind(_ link: Located) -> Dereferenced {
        Dereferenced(
            located: located, componentName: link.componentName ?? componentName,
            summary: link.node["summary"]?.string ?? summary, description: link.node["description"]?.string ?? description
        )
    }
}

extension Located {
    func child(_ name: String, _ node: Node) -> Located {
        Located(node: node, place: place.member(name), document: document, resource: resource)
    }

    func child(_ index: Int, _ node: Node) -> Located {
        Located(node: node, place: place.element(index), document: document, resource: resource)
    }

    /// The member of that name, if there is one.
    func member(_ name: String) -> Located? { node[name].map { child(name, $0) } }

    /// The members of an object under `name`, in document order.
    func entries(_ name: String) -> [(member: Node.Member, located: Located)] {
        guard let map = member(name) else { return [] }
        var entries: [(member: Node.Member, located: Located)] = []
        for entry in map.node.members { entries.append((entry, map.child(entry.key, entry.value))) }
        return entries
    }

    /// The elements of an array under `name`.
    func elements(_ name: String) -> [Located] {
        guard let list = member(name) else { return [] }
        var elements: [Located] = []
        for (index, element) in list.node.elements.enumerated() { elements.append(list.child(index, element)) }
        return elements
    }

    /// Whether it is a component of another kind than schemas.
    var isOtherComponent: Bool {
        guard componentName != nil, case .member(let kind)? = place.parent?.step else { return false }
        switch kind {
        case "responses", "parameters", "examples", "requestBodies", "headers", "securitySchemes", "links", "callbacks", "pathItems",
             "mediaTypes":
            return place.parent?.parent?.parent?.parent == nil
        default: return false
        }
    }

    var componentName: String? {
        guard let kind = place.parent, case .member("components")? = kind.parent?.step, case .member(let name) = place.step else { return nil }
        return name
    }
}

extension SpecDecoder {
    /// Follows `$ref`s to an object; reported where they lead nowhere or in a circle.
    func dereference(_ start: Located, expecting what: String) -> Dereferenced? {
        guard let found = end(of: start) else { return nil }
        let node = found.located.node
        guard node.kind == .object else {
            faults.warning("wrong-type", "Expected \(what) here, not \(describe(node)); left out.", at: node.range)
            return nil
        }
        return found
    }

    /// Where a chain of references ends. A link that others lead to is followed once, however many chains it is part of, and
    /// what it leads to is told once where it is nothing.
    private func end(of start: Located) -> Dereferenced? {
        var links: [Located] = []
        var found = follow(start, &links)
        var isSettled = found?.located.document.mentionsIdentifiers != true
        for (index, link) in links.enumerated().reversed() {
            found = found?.behind(link)
            // As of `resolve`: where parts have identifiers, what holds there may not be known yet.
            if link.document.mentionsIdentifiers { isSettled = false }
            if isSettled, index > 0 || found == nil { chainEnds.updateValue(found, forKey: link.node.identity) }
        }
        return found
    }

    /// Goes along links that have not been followed yet.
    private func follow(_ start: Located, _ links: inout [Located]) -> Dereferenced? {
        var located = start
        var visited: Set<Node.Identity> = []
        while let reference = located.node["$ref"], let text = reference.string {
            if let end = chainEnds[located.node.identity] { return end }
            guard visited.insert(located.node.identity).inserted else {
                faults.warning("reference-loop", "`\(text)` leads only to itself.", at: reference.range)
                return nil
            }
            links.append(located)
            do throws(ReferenceFault) {
                located = try resolve(text, from: located.resource)
            } catch {
                report(error, at: reference.range)
                return nil
            }
        }
        return Dereferenced(located: located, componentName: located.componentName, summary: nil, description: nil)
    }

    /// Components are referred to from many places. Where parts have identifiers, what holds there may not be known yet.
    private func resolve(_ text: String, from resource: ResourceID) throws(ReferenceFault) -> Located {
        if let known = documents[resource].located[text] { return known }
        let found = try documents.resolve(text, from: resource)
        if !found.document.mentionsIdentifiers { documents[resource].located[text] = found }
        return found
    }

    func schema(_ name: String, of located: Located) -> SchemaID? {
        guard let child = located.member(name) else { return nil }
        return schema(child.node, at: child.place, in: located)
    }

    func string(_ name: String, of located: Located) -> String? {
        guard let node = located.node[name] else { return nil }
        if let text = node.string { return text }
        // Long texts are kept in files of their own, though the specification knows no such references.
        if let reference = node["$ref"]?.string, let target = try? documents.resolve(reference, from: located.resource),
           let text = target.node.string {
            return text
        }
        if node.kind != .null {
            faults.warning("wrong-type", "`\(name)` is a string, not \(describe(node)).", at: node.range)
        }
        return text(node)
    }

    func boolean(_ name: String, of located: Located) -> Bool? {
        guard let node = located.node[name] else { return nil }
        if let value = node.boolean { return value }
        faults.warning("wrong-type", "`\(name)` is a boolean, not \(describe(node)); ignored.", at: node.range)
        return nil
    }
}
