import TypewrightReader
import TypewrightSource

/// Why a reference leads nowhere, with what there is to say about it.
struct ReferenceFault: Error {
    let code: String
    let message: String
    var help: String?
}

/// From the text of a reference to what it names.
extension DocumentSet {
    func resolve(_ text: String, from resource: ResourceID) throws(ReferenceFault) -> Located {
        let reference = URIReference(text)
        let target = try self.resource(named: reference, text: text, from: resource)
        guard let fragment = reference.fragment, !fragment.isEmpty else { return self[target].root }
        let name = URIReference.percentDecoded(fragment)
        if name.utf8.first == UInt8(ascii: "/") { return try walk(name, from: self[target].root, text: text) }
        if let anchored = self[target].anchors[name] { return anchored }
        throw danglingAnchor(name, in: target, text: text)
    }

    /// The resource that the reference without its fragment names.
    private func resource(named reference: URIReference, text: String, from origin: ResourceID) throws(ReferenceFault) -> ResourceID {
        if reference.scheme == nil && reference.authority == nil && reference.path.isEmpty && reference.query == nil {
            return self[origin].enclosing ?? origin
        }
        let from = self[origin]
        let uri = reference.resolved(against: URIReference(from.resource.base)).withoutFragment.text
        if let known = resourcesByURI[uri] { return known }
        let loaded = document(at: uri)
        if case .success(let document) = loaded { return resourcesByURI[uri] ?? document.resource }
        // A schema whose `$id` is an address that nobody maps, with a neighbour named relatively:
        // people mean the file beside it.
        let beside = reference.resolved(against: URIReference(from.root.document.uri)).withoutFragment.text
        if beside != uri, case .success(let document) = document(at: beside) { return document.resource }
        guard case .failure(let reason) = loaded else { return origin }
        throw unavailable(reason, uri: uri, text: text, from: from)
    }

    private func unavailable(_ reason: Unavailable, uri: String, text: String, from: OpenResource) -> ReferenceFault {
        switch reason {
        case .missing:
            var fault = ReferenceFault(code: "dangling-reference", message: "`\(text)` leads to no file.")
            // A bare name is most often meant as the name of a component.
            if from.root.node["components"]?["schemas"]?[text] != nil {
                fault.help = "Did you mean `#/components/schemas/\(text)`?"
            } else if let definitions = from.root.node["$defs"] ?? from.root.node["definitions"], definitions[text] != nil {
                fault.help = "Did you mean `#/\(from.root.node["$defs"] == nil ? "definitions" : "$defs")/\(text)`?"
            }
            return fault
        case .unreadable:
            return ReferenceFault(code: "unreadable-reference", message: "`\(text)` leads to a file that cannot be read.")
        case .escapesRoot:
            return ReferenceFault(
                code: "escaping-reference", message: "`\(text)` leads out of the folder of the root document.",
                help: "An option of the configuration allows such references."
            )
        case .unknownURL:
            return ReferenceFault(
                code: "unknown-url", message: "Nothing is known of `\(uri)`; addresses are not fetched.",
                help: "Let it be fetched with `--allow-network`, or name a file that stands for it: `--url \(uri)=FILE`."
            )
        case .notFetched(let reason):
            return ReferenceFault(code: "unfetched-url", message: "`\(uri)` was not fetched: \(reason).")
        }
    }

    /// Follows a JSON pointer. Passing a resource with an identifier of its own changes what holds.
    private func walk(_ pointer: String, from root: Located, text: String) throws(ReferenceFault) -> Located {
        var here = root
        for raw in pointer.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            let token = PointerToken.name(Substring(raw))
            switch here.node.kind {
            case .object:
                guard let next = here.node[token] else { throw danglingMember(token, in: here, text: text) }
                here = step(to: next, here.place.member(token), from: here)
            case .array:
                let elements = here.node.elements
                guard let index = Int(token), index >= 0, index < elements.count else {
                    throw ReferenceFault(code: "dangling-reference", message: "`\(text)` leads nowhere: there is no element \(token) in \(here.place.location).")
                }
                here = step(to: elements[elements.startIndex + index], here.place.element(index), from: here)
            default:
                throw ReferenceFault(code: "dangling-reference", message: "`\(text)` leads nowhere: \(here.place.location) has no members.")
            }
        }
        return here
    }

    private func step(to node: Node, _ place: Place, from here: Located) -> Located {
        let document = here.document
        let resource = document.embedded.isEmpty ? here.resource : document.embedded[node.identity] ?? here.resource
        return Located(node: node, place: place, document: document, resource: resource)
    }

    private func danglingMember(_ token: String, in here: Located, text: String) -> ReferenceFault {
        let names = here.node.members.map(\.key)
        var help: String?
        if let close = closestMatch(to: token, in: names) {
            help = "Did you mean `\(here.place.member(close).location)`?"
        }
        return ReferenceFault(
            code: "dangling-reference", message: "`\(text)` leads nowhere: there is no `\(token)` in \(here.place.location).", help: help
        )
    }

    private func danglingAnchor(_ name: String, in resource: ResourceID, text: String) -> ReferenceFault {
        var fault = ReferenceFault(code: "dangling-reference", message: "`\(text)` leads nowhere: there is no anchor `\(name)`.")
        let root = self[resource].root
        if (try? walk("/" + name, from: root, text: text)) != nil {
            fault.help = "Did you mean `#/\(name)`?"
        } else if let close = closestMatch(to: name, in: self[resource].anchors.keys.sorted()) {
            fault.help = "Did you mean `#\(close)`?"
        }
        return fault
    }
}
