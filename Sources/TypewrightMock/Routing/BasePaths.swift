import TypewrightSpec

/// The path of a server's URL: what stands before the paths of the document.
struct BasePath: Hashable, Sendable {
    let segments: [String]

    static let root = BasePath(segments: [])

    /// `https://www.getrevox.com/api` is `/api`. Variables stand for any of their values.
    static func all(of server: OpenAPI.Server) -> [BasePath] {
        var urls = [server.url]
        for variable in server.variables {
            let values = ([variable.defaultValue] + variable.enumeration).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            // A hundred servers are enough for anybody.
            urls = Array(urls.flatMap { url in values.map { url.parts(between: "{\(variable.name)}").joined(separator: $0) } }.prefix(100))
        }
        return urls.map { BasePath(url: $0) }
    }

    private init(segments: [String]) { self.segments = segments }

    init(url: String) {
        var rest = url[...]
        let parts = url.parts(between: "://")
        if parts.count > 1 { rest = url[parts[1].startIndex...] } else if !url.hasPrefix("/") { rest = "" }
        // Of an absolute URL the host comes first.
        if parts.count > 1 { rest = rest.cut(at: UInt8(ascii: "/")).map { "/" + $0.after } ?? "" }
        rest = rest.cut(at: UInt8(ascii: "?"))?.before ?? rest
        rest = rest.cut(at: UInt8(ascii: "#"))?.before ?? rest
        segments = rest.split(separator: "/").map { Percent.decoded($0) }
    }

    var text: String { segments.map { "/" + $0 }.joined() }

    /// What is left of a path below this one; `nil` where it is not.
    func rest(of path: [Substring]) -> ArraySlice<Substring>? {
        guard path.count >= segments.count else { return nil }
        for (own, sent) in zip(segments, path) where Percent.decoded(sent) != own { return nil }
        return path[segments.count...]
    }
}
