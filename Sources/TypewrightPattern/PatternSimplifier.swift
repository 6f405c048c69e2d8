/// Makes a tree smaller without changing which texts it matches.
struct PatternSimplifier {
    /// Whether a back-reference needs the captures.
    let keepsCaptures: Bool

    static func simplify(_ node: PatternNode, keepsCaptures: Bool) -> PatternNode {
        let simplifier = PatternSimplifier(keepsCaptures: keepsCaptures)
        let node = simplifier.simplify(node)
        return keepsCaptures ? node : simplifier.trim(simplifier.trim(node, atEnd: false), atEnd: true)
    }

    private func simplify(_ node: PatternNode) -> PatternNode {
        switch node {
        case .empty, .text, .set, .assertion, .backReference: return node
        case .capture(let body, let number):
            return keepsCaptures ? .capture(simplify(body), number) : simplify(body)
        case .alternation(let nodes): return .alternation(nodes.map(simplify))
        case .sequence(let nodes): return join(nodes.map(simplify))
        case .loop(let body, var bounds):
            let body = simplify(body)
            if !keepsCaptures { bounds.captures = 0..<0 }
            if bounds.max == 0 { return .empty }
            if bounds.min == 1, bounds.max == 1 { return body }
            if case .empty = body { return .empty }
            return .loop(body, bounds)
        case .look(let body, let ahead, let negated):
            var body = simplify(body)
            if !keepsCaptures { body = trim(body, atEnd: ahead) }
            return .look(body, ahead: ahead, negated: negated)
        }
    }

    /// One flat sequence, neighbouring texts made one.
    private func join(_ nodes: [PatternNode]) -> PatternNode {
        var result: [PatternNode] = []
        func append(_ node: PatternNode) {
            switch node {
            case .empty: break
            case .sequence(let parts): parts.forEach(append)
            case .text(let text):
                if case .text(let before)? = result.last {
                    result[result.count - 1] = .text(before + text)
                } else {
                    result.append(node)
                }
            default: result.append(node)
            }
        }
        nodes.forEach(append)
        switch result.count {
        case 0: return .empty
        case 1: return result[0]
        default: return .sequence(result)
        }
    }

    /// Where nothing follows, a loop need not go beyond its lower bound, as only the existence
    /// of a match counts: `^a+` is `^a`, and `^\d{1,5000}` stays small. The same holds for the
    /// front of a search and the last rounds of a loop there.
    private func trim(_ node: PatternNode, atEnd: Bool) -> PatternNode {
        switch node {
        case .alternation(let nodes): return .alternation(nodes.map { trim($0, atEnd: atEnd) })
        case .loop(let body, var bounds):
            bounds.max = bounds.min
            if bounds.max == 0 { return .empty }
            return bounds.max == 1 ? trim(body, atEnd: atEnd) : .loop(body, bounds)
        case .sequence(var nodes):
            while let outer = atEnd ? nodes.last : nodes.first {
                let place = atEnd ? nodes.count - 1 : 0
                let trimmed = trim(outer, atEnd: atEnd)
                nodes[place] = trimmed
                guard case .empty = trimmed else { break }
                nodes.remove(at: place)
            }
            return join(nodes)
        default: return node
        }
    }
}
