/// The most common shape of a pattern: from the start of the text one run of a set after the
/// other, where no run can take what belongs to the next. One pass decides it, without states.
///
///     ^[a-z0-9-]{1,64}$    ^\d{4}-\d{2}$    ^https://
struct PatternRuns {
    enum Item {
        case text([UInt32])
        case run(set: Int, min: Int, max: Int)
    }

    var items: [Item] = []
    var isEndAnchored = false

    /// `nil` where the pattern has another shape.
    init?(_ node: PatternNode, sets: [ScalarSet]) {
        guard case .sequence(var nodes) = node, case .assertion(.start)? = nodes.first else { return nil }
        nodes.removeFirst()
        if case .assertion(.end)? = nodes.last {
            isEndAnchored = true
            nodes.removeLast()
        }
        for node in nodes {
            switch node {
            case .text(let text): items.append(.text(text))
            case .set(let set): items.append(.run(set: set, min: 1, max: 1))
            case .loop(.set(let set), let bounds): items.append(.run(set: set, min: bounds.min, max: bounds.max))
            default: return nil
            }
        }
        for index in items.indices where !isDecided(index, sets) { return nil }
    }

    /// A run that may end early must hold nothing of what can come next.
    private func isDecided(_ index: Int, _ sets: [ScalarSet]) -> Bool {
        guard case .run(let set, let min, let max) = items[index], min < max else { return true }
        for next in items[(index + 1)...] {
            switch next {
            case .text(let text):
                return ScalarSet(bounds: [text[0], text[0]]).isDisjoint(with: sets[set])
            case .run(let other, let min, _):
                if !sets[set].isDisjoint(with: sets[other]) { return false }
                if min > 0 { return true }
            }
        }
        return true
    }
}
