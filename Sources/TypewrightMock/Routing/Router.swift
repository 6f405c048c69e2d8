import TypewrightSource
import TypewrightSpec

/// Finds the operation that a request means. Indexed once; paths count both below a server's path and at the root.
struct Router: Sendable {
    struct Match: Sendable {
        let operation: OpenAPI.Operation
        let template: PathTemplate
        /// Undecoded, in the order of the template.
        let parameters: [(name: String, value: Substring)]
        let base: BasePath
    }

    enum Outcome: Sendable {
        case found(Match)
        /// The path is there; these are its methods.
        case wrongMethod(allowed: [String], template: String)
        case unknown(suggestion: String?)
    }

    private struct Route: Sendable {
        let template: PathTemplate
        let operations: [(operation: OpenAPI.Operation, bases: Set<BasePath>)]
    }

    /// By the number of segments, the most concrete first.
    private var routes: [Int: [Route]] = [:]
    /// The longest first, the root last.
    private var bases: [BasePath] = []

    init(_ api: OpenAPI.Description) {
        var all: Set<BasePath> = []
        for item in api.paths {
            let operations = item.operations.map { operation in
                let servers = operation.servers.isEmpty ? api.servers : operation.servers
                return (operation: operation, bases: Set(servers.flatMap(BasePath.all)))
            }
            for operation in operations { all.formUnion(operation.bases) }
            let route = Route(template: PathTemplate(item.path), operations: operations)
            routes[route.template.segments.count, default: []].append(route)
        }
        for (count, unsorted) in routes {
            // The sort is stable only with the place in the document.
            routes[count] = unsorted.enumerated().sorted { a, b in
                if a.element.template.isMoreConcrete(than: b.element.template) { return true }
                return !b.element.template.isMoreConcrete(than: a.element.template) && a.offset < b.offset
            }.map(\.element)
        }
        all.remove(.root)
        bases = all.sorted { ($1.segments.count, $0.text) < ($0.segments.count, $1.text) } + [.root]
    }

    /// Whether the document itself has something at `GET /`.
    var ownsRoot: Bool {
        if case .found = route("GET", "/", query: nil) { return true }
        return false
    }

    func route(_ method: String, _ path: String, query: String?) -> Outcome {
        let segments = PathTemplate.split(path[...])
        var allowed: [String] = []
        var template: String?
        for base in bases {
            guard let rest = base.rest(of: segments) else { continue }
            // The base path itself is the template `/`.
            let own = rest.isEmpty ? ["" as Substring] : Array(rest)
            for route in routes[own.count] ?? [] {
                guard let values = route.template.match(own), isAsked(route.template.query, by: query) else { continue }
                let operations = route.operations.filter { base == .root || $0.bases.contains(base) }.map(\.operation)
                if let operation = find(method, in: operations) {
                    return .found(Match(operation: operation, template: route.template, parameters: values, base: base))
                }
                if !operations.isEmpty, template == nil { template = route.template.text }
                for operation in operations where !allowed.contains(operation.method) { allowed.append(operation.method) }
            }
        }
        if let template { return .wrongMethod(allowed: withImplied(allowed), template: template) }
        return .unknown(suggestion: suggestion(for: segments))
    }

    /// `HEAD` is `GET` without the body, where the document has none of its own.
    private func find(_ method: String, in operations: [OpenAPI.Operation]) -> OpenAPI.Operation? {
        if let operation = operations.first(where: { $0.method == method }) { return operation }
        return method == "HEAD" ? operations.first { $0.method == "GET" } : nil
    }

    private func withImplied(_ methods: [String]) -> [String] {
        var all = methods
        if all.contains("GET"), !all.contains("HEAD") { all.append("HEAD") }
        if !all.contains("OPTIONS") { all.append("OPTIONS") }
        return all
    }

    private func isAsked(_ wanted: [(name: String, value: String)], by query: String?) -> Bool {
        if wanted.isEmpty { return true }
        let sent = (query ?? "").split(separator: "&")
        return wanted.allSatisfy { pair in sent.contains { $0 == "\(pair.name)=\(pair.value)" || (pair.value.isEmpty && $0 == pair.name) } }
    }

    /// A template that is nearly the path, with what was sent in the place of its parameters.
    private func suggestion(for segments: [Substring]) -> String? {
        let path = "/" + segments.joined(separator: "/")
        var templates: [String: String] = [:]
        var candidates: [String] = []
        for base in bases {
            let sent = base.rest(of: segments) ?? segments[...]
            for count in [sent.count, sent.count - 1, sent.count + 1] {
                for route in routes[count] ?? [] {
                    let filled = zip(route.template.segments, Array(sent) + [""]).map { segment, text in shown(segment, text) }
                    let candidate = base.text + "/" + filled.joined(separator: "/")
                    candidates.append(candidate)
                    if templates[candidate] == nil { templates[candidate] = base.text + route.template.text }
                }
            }
        }
        return closestMatch(to: path, in: candidates).flatMap { templates[$0] }
    }

    /// The literals of a segment, and what was sent in the place of its first parameter.
    private func shown(_ segment: PathTemplate.Segment, _ text: Substring) -> String {
        var isFirst = true
        return segment.pieces.map { piece in
            switch piece {
            case .literal(let bytes): return String(decoding: bytes, as: UTF8.self)
            case .parameter:
                defer { isFirst = false }
                return isFirst ? String(text) : ""
            }
        }.joined()
    }
}
