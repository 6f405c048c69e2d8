import TypewrightReader
import TypewrightSource

extension SpecDecoder {
    func requestBody(_ start: Located) -> OpenAPI.RequestBody? {
        guard let found = dereference(start, expecting: "a request body") else { return nil }
        if found.isPlain, let known = decodedBodies[found.located.node.identity] { return known }
        let located = found.located
        let body = OpenAPI.RequestBody(
            node: located.node, place: located.place, description: found.description ?? string("description", of: located),
            isRequired: boolean("required", of: located) ?? false, content: mediaTypes(located), componentName: found.componentName
        )
        if found.isPlain { decodedBodies[located.node.identity] = body }
        return body
    }

    func response(_ start: Located, status: OpenAPI.Response.Status) -> OpenAPI.Response? {
        guard let found = dereference(start, expecting: "a response") else { return nil }
        let located = found.located
        if found.isPlain, let known = decodedResponses[located.node.identity] {
            return known.status == status ? known : known.answering(status)
        }
        var headers: [OpenAPI.Header] = []
        for (entry, header) in located.entries("headers") {
            if let header = self.header(header, name: entry.key) { headers.append(header) }
        }
        let response = OpenAPI.Response(
            node: located.node, place: located.place, status: status, summary: found.summary ?? string("summary", of: located),
            description: found.description ?? string("description", of: located), headers: headers, content: mediaTypes(located),
            links: links(located.entries("links")), componentName: found.componentName
        )
        if found.isPlain { decodedResponses[located.node.identity] = response }
        return response
    }

    /// `content`, in document order.
    func mediaTypes(_ located: Located) -> [OpenAPI.MediaType] {
        var all: [OpenAPI.MediaType] = []
        if let node = located.node["content"], node.kind != .object {
            faults.warning("wrong-type", "`content` is an object, not \(describe(node)); ignored.", at: node.range)
        }
        for (entry, start) in located.entries("content") where !entry.key.hasPrefix("x-") {
            guard let found = dereference(start, expecting: "a media type") else { continue }
            all.append(mediaType(entry, found.located))
        }
        return all
    }

    private func mediaType(_ entry: Node.Member, _ located: Located) -> OpenAPI.MediaType {
        var encodings: [OpenAPI.Encoding] = []
        for (entry, encoding) in located.entries("encoding") { encodings.append(self.encoding(encoding, property: entry.key)) }
        return OpenAPI.MediaType(
            node: located.node, place: located.place, name: entry.key, nameRange: entry.keyRange, essence: essence(entry),
            schema: schema("schema", of: located), itemSchema: schema("itemSchema", of: located), examples: examples(located),
            encodings: encodings,
            prefixEncodings: located.elements("prefixEncoding").map { encoding($0, property: "") },
            itemEncoding: located.member("itemEncoding").map { encoding($0, property: "") }
        )
    }

    /// The media type without its parameters, in lower case.
    private func essence(_ entry: Node.Member) -> String {
        let bare = entry.key.utf8.prefix { $0 != UInt8(ascii: ";") }
        let essence = String(Substring(bare)).lowercased().trimmingSpaces
        let parts = essence.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let isMediaType = parts.count == 2 && parts.allSatisfy { part in
            !part.isEmpty && part.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ",") }
        }
        if isMediaType { return essence }
        faults.warning("media-type", "`\(entry.key)` is no media type, such as `application/json`.", at: entry.keyRange)
        return ""
    }

    /// Encodings hold encodings (3.2), as deep as the document is.
    private func encoding(_ located: Located, property: String, depth: Int = 0) -> OpenAPI.Encoding {
        var headers: [OpenAPI.Header] = []
        for (entry, header) in located.entries("headers") {
            if let header = self.header(header, name: entry.key) { headers.append(header) }
        }
        var inner: [OpenAPI.Encoding] = []
        if depth < 16 {
            for (entry, encoding) in located.entries("encoding") {
                inner.append(self.encoding(encoding, property: entry.key, depth: depth + 1))
            }
        }
        return OpenAPI.Encoding(
            node: located.node, property: property, contentType: string("contentType", of: located), headers: headers,
            style: style(located), explode: boolean("explode", of: located),
            allowReserved: boolean("allowReserved", of: located), encodings: inner
        )
    }

    func links(_ entries: [(member: Node.Member, located: Located)]) -> [OpenAPI.Link] {
        var links: [OpenAPI.Link] = []
        for (entry, start) in entries where !entry.key.hasPrefix("x-") {
            guard let found = dereference(start, expecting: "a link") else { continue }
            let located = found.located
            var parameters: [(name: String, value: Node)] = []
            for (member, _) in located.entries("parameters") { parameters.append((member.key, member.value)) }
            links.append(OpenAPI.Link(
                node: located.node, name: entry.key, operationID: string("operationId", of: located),
                operationReference: string("operationRef", of: located), parameters: parameters,
                requestBody: located.node["requestBody"], description: found.description ?? string("description", of: located),
                componentName: found.componentName
            ))
        }
        return links
    }
}

extension OpenAPI.Response {
    /// The same response under another status: components are shared.
    func answering(_ status: Status) -> OpenAPI.Response {
        OpenAPI.Response(
            node: node, place: place, status: status, summary: summary, description: description, headers: headers,
            content: content, links: links, componentName: componentName
        )
    }
}

extension String {
    var trimmingSpaces: String {
        var text = Substring(self)
        while text.utf8.first == UInt8(ascii: " ") { text = text.dropFirst() }
        while text.utf8.last == UInt8(ascii: " ") { text = text.dropLast() }
        return String(text)
    }
}
