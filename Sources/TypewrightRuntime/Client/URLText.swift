/// The parts of an absolute URL that the client has to tell apart.
struct URLText: Sendable, Equatable {
    var scheme: String
    var authority: String
    /// Begins with a slash, or is empty.
    var path: String
    /// With its `?`.
    var query: String

    init?(_ text: String) {
        let bytes = text.utf8
        guard let colon = bytes.firstIndex(of: 0x3A), colon != bytes.startIndex, bytes[colon...].starts(with: "://".utf8) else { return nil }
        scheme = String(text[..<colon]).lowercased()
        let rest = bytes[bytes.index(colon, offsetBy: 3)...]
        let end = rest.firstIndex { $0 == 0x2F || $0 == 0x3F || $0 == 0x23 } ?? rest.endIndex
        authority = String(Substring(rest[..<end]))
        if authority.isEmpty { return nil }
        (path, query) = URLText.pathAndQuery(rest[end...])
    }

    var text: String { "\(scheme)://\(authority)\(path)\(query)" }

    /// Scheme, host and port, in one spelling.
    var origin: String {
        var host = authority.utf8.split(separator: 0x40, omittingEmptySubsequences: false).last.map { String(Substring($0)) } ?? authority
        host = host.lowercased()
        if scheme == "http", host.hasSuffix(":80") { host.removeLast(3) }
        if scheme == "https", host.hasSuffix(":443") { host.removeLast(4) }
        return "\(scheme)://\(host)"
    }

    /// A reference in an answer of this URL (RFC 3986, 5.2).
    func resolve(_ reference: String) -> URLText? {
        if reference.hasPrefix("//") { return URLText("\(scheme):\(reference)") }
        // A colon in the first segment ends a scheme: this is no relative reference.
        if reference.utf8.prefix(while: { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }).contains(0x3A) { return URLText(reference) }
        var result = self
        let (path, query) = URLText.pathAndQuery(reference.utf8[...])
        if path.isEmpty {
            if !query.isEmpty { result.query = query }
            return result
        }
        result.query = query
        if path.hasPrefix("/") {
            result.path = URLText.withoutDots(path)
        } else {
            let parent = self.path.utf8.lastIndex(of: 0x2F).map { String(self.path[...$0]) } ?? "/"
            result.path = URLText.withoutDots(parent + path)
        }
        return result
    }

    private static func pathAndQuery(_ bytes: Substring.UTF8View) -> (String, String) {
        let bytes = bytes.prefix { $0 != 0x23 }
        let end = bytes.firstIndex(of: 0x3F) ?? bytes.endIndex
        return (String(Substring(bytes[..<end])), String(Substring(bytes[end...])))
    }

    private static func withoutDots(_ path: String) -> String {
        var segments: [Substring] = []
        let all = path.utf8.split(separator: 0x2F, omittingEmptySubsequences: false).dropFirst().map(Substring.init)
        for (index, segment) in all.enumerated() {
            let isLast = index == all.count - 1
            switch segment {
            case ".": if isLast { segments.append("") }
            case "..":
                _ = segments.popLast()
                if isLast { segments.append("") }
            default: segments.append(segment)
            }
        }
        return "/" + segments.joined(separator: "/")
    }
}
