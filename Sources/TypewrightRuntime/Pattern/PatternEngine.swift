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

/// Part of a pattern that begins with look-ahead, as those for passwords do:
/// `^(?=.*[A-Z])(?=.*\d).{8,}$` is three patterns, `^.*[A-Z]`, `^.*\d` and `^.{8,}$`, each
/// with a table of its own.
struct PatternCondition: Sendable {
    let engine: PatternEngine
    let isNegated: Bool

    static func split(_ tree: PatternTree) -> [(tree: PatternTree, isNegated: Bool)]? {
        guard case .sequence(let nodes) = tree, case .assertion(.start)? = nodes.first else { return nil }
        var parts: [(tree: PatternTree, isNegated: Bool)] = []
        for node in nodes.dropFirst() {
            guard case .look(let body, ahead: true, let isNegated) = node else { break }
            if case .sequence(let inner) = body {
                parts.append((.sequence([.assertion(.start)] + inner), isNegated))
            } else {
                parts.append((.sequence([.assertion(.start), body]), isNegated))
            }
        }
        if parts.isEmpty { return nil }
        let rest = nodes.dropFirst(1 + parts.count)
        if !rest.isEmpty { parts.append((.sequence([.assertion(.start)] + rest), false)) }
        return parts
    }
}
