/// The cheapest way to decide a pattern, chosen when its program is read.
enum PatternEngine: Sendable {
    case runs(PatternRuns)
    case table(PatternTable)
    case networks(PatternNetworks)
    indirect case backtracker(PatternBacktracker)
    case all([PatternCondition])
    case unreadable

    init(_ encoded: UnsafeBufferPointer<UInt8>) {
        guard let program = PatternProgram(encoded) else {
            self = .unreadable
            return
        }
        switch program.body {
        case .runs(let runs): self = .runs(runs)
        case .tree(let tree):
            if program.captures > 0 {
                self = .backtracker(PatternBacktracker(tree, sets: program.sets, captures: program.captures))
            } else {
                self.init(tree, sets: program.sets)
            }
        }
    }

    private init(_ tree: PatternTree, sets: [PatternSet]) {
        if let parts = PatternCondition.split(tree) {
            self = .all(parts.map { PatternCondition(engine: PatternEngine($0.tree, sets: sets), isNegated: $0.isNegated) })
        } else if let networks = PatternNetworks(tree, sets: sets) {
            self = PatternTable(networks).map { .table($0) } ?? .networks(networks)
        } else {
            self = .backtracker(PatternBacktracker(tree, sets: sets, captures: 0))
        }
    }

    func search(_ text: PatternText) -> Pattern.Outcome {
        switch self {
        case .runs(let runs): return runs.matches(text) ? .matched : .notMatched
        case .table(let table): return table.matches(text) ? .matched : .notMatched
        case .networks(let networks): return networks.search(text)
        case .backtracker(let backtracker): return backtracker.search(text)
        case .all(let conditions):
            for condition in conditions {
                switch condition.engine.search(text) {
                case .matched: if condition.isNegated { return .notMatched }
                case .notMatched: if !condition.isNegated { return .notMatched }
                case let undecided: return undecided
                }
            }
            return .matched
        case .unreadable: return .unreadableProgram
        }
    }
}

/// Part of a pattern with look-ahead at its start or look-behind at its end, as rules for
/// passwords and host names have it: `^(?=.*[A-Z])(?!-).{8,}(?<!-)$` is four patterns,
/// `^.*[A-Z]`, `^-`, `-$` and `^.{8,}$`, each with a table of its own.
struct PatternCondition: Sendable {
    let engine: PatternEngine
    let isNegated: Bool

    /// `nil` where there is nothing to split off.
    static func split(_ tree: PatternTree) -> [(tree: PatternTree, isNegated: Bool)]? {
        guard case .sequence(let nodes) = tree else { return nil }
        var rest = nodes[...]
        var parts: [(tree: PatternTree, isNegated: Bool)] = []
        if case .assertion(.start)? = rest.first {
            rest.removeFirst()
            while case .look(let body, ahead: true, let isNegated)? = rest.first {
                parts.append((.sequence([.assertion(.start)] + members(body)), isNegated))
                rest.removeFirst()
            }
            rest = [.assertion(.start)] + rest
        }
        if case .assertion(.end)? = rest.last {
            rest.removeLast()
            while case .look(let body, ahead: false, let isNegated)? = rest.last {
                parts.append((.sequence(members(body) + [.assertion(.end)]), isNegated))
                rest.removeLast()
            }
            rest.append(.assertion(.end))
        }
        return parts.isEmpty ? nil : parts + [(.sequence(Array(rest)), false)]
    }

    /// Flat, for look-around inside to be split off as well.
    private static func members(_ body: PatternTree) -> [PatternTree] {
        if case .sequence(let nodes) = body { nodes } else { [body] }
    }
}
