extension PatternNetworks {
    /// Passes over the text once for each look-around and once for the pattern.
    func search(_ text: PatternText) -> Pattern.Outcome {
        let columns = alphabet.columns(text)
        var pass = PatternPass(self, columns: columns)
        for (index, look) in looks.enumerated() {
            _ = pass.run(look.network, look: index)
            if pass.steps <= 0 { return .stepLimitExceeded }
            if look.isNegated { pass.negate(index) }
        }
        let isFound = pass.run(main, look: nil)
        return isFound ? .matched : pass.steps <= 0 ? .stepLimitExceeded : .notMatched
    }
}

/// Walks through the text with all states that can be reached at once (Thompson's simulation).
/// Each scalar costs no more than the size of the network.
struct PatternPass {
    /// Far more than a sensible pattern needs; thousands of states at once on a very long text
    /// would otherwise be felt.
    private(set) var steps: Int

    private let networks: PatternNetworks
    private let columns: [UInt16]
    /// By place, a bit for each look-around that holds there.
    private var held: [UInt32]

    private var visited: [Int] = []
    private var visit = 0
    private var stack: [Int] = []
    /// States that take a scalar, found at this place; states to start from at the next.
    private var takers: [Int] = []
    private var pending: [Int] = []
    /// Counted loops under way, which go on without being entered anew.
    private var staying: [Int] = []
    private var counters: [Counter] = []
    private var isAccepted = false

    init(_ networks: PatternNetworks, columns: [UInt16]) {
        self.networks = networks
        self.columns = columns
        steps = 50_000_000 + 256 * columns.count
        held = networks.looks.isEmpty ? [] : [UInt32](repeating: 0, count: columns.count + 1)
    }

    mutating func negate(_ look: Int) {
        for place in held.indices { held[place] ^= 1 << UInt32(look) }
    }

    /// Whether the network accepts somewhere; for a look-around, notes where.
    mutating func run(_ network: PatternNetwork, look: Int?) -> Bool {
        visited = [Int](repeating: -1, count: network.states.count)
        visit = 0
        counters = [Counter](repeating: Counter(), count: network.counterCount)
        pending.removeAll(keepingCapacity: true)
        staying.removeAll(keepingCapacity: true)
        for step in 0...columns.count {
            let place = network.readsBackwards ? columns.count - step : step
            reach(network, place, step)
            if isAccepted {
                guard let look else { return true }
                held[place] |= 1 << UInt32(look)
            }
            if takers.isEmpty, network.isAnchored || step == columns.count { return false }
            if step == columns.count || steps <= 0 { return false }
            take(network, column: Int(columns[network.readsBackwards ? place - 1 : place]), step)
        }
        return false
    }

    /// Follows what takes no scalar.
    private mutating func reach(_ network: PatternNetwork, _ place: Int, _ step: Int) {
        visit += 1
        isAccepted = false
        takers.removeAll(keepingCapacity: true)
        swap(&stack, &pending)
        pending.removeAll(keepingCapacity: true)
        if step == 0 || !network.isAnchored { stack.append(network.start) }
        while let state = stack.popLast() {
            guard visited[state] != visit else { continue }
            visited[state] = visit
            steps -= 1
            switch network.states[state] {
            case .accepted: isAccepted = true
            case .set: takers.append(state)
            case .counter(let counter, _, let min, let max, let next):
                takers.append(state)
                counters[counter].enter(step, isUnlimited: max == Int.max)
                if min == 0 { stack.append(next) }
            case .fork(let one, let other):
                stack.append(other)
                stack.append(one)
            case .assertion(let assertion, let next):
                if holds(assertion, place) { stack.append(next) }
            case .look(let look, let next):
                if held[place] >> UInt32(look) & 1 == 1 { stack.append(next) }
            }
        }
        for state in staying where visited[state] != visit { takers.append(state) }
        staying.removeAll(keepingCapacity: true)
    }

    private mutating func take(_ network: PatternNetwork, column: Int, _ step: Int) {
        for taker in takers {
            switch network.states[taker] {
            case .set(let set, let next):
                if networks.alphabet.holds(set, column) { pending.append(next) }
            case .counter(let counter, let set, let min, let max, let next):
                guard networks.alphabet.holds(set, column) else {
                    counters[counter].leave()
                    continue
                }
                guard let count = counters[counter].longest(at: step + 1, max: max) else { continue }
                if count >= min { pending.append(next) }
                staying.append(taker)
            default: break
            }
        }
    }

    private func holds(_ assertion: PatternAssertion, _ place: Int) -> Bool {
        switch assertion {
        case .start: return place == 0
        case .end: return place == columns.count
        case .wordBoundary, .notWordBoundary:
            let before = place > 0 && networks.alphabet.holds(networks.wordSet, Int(columns[place - 1]))
            let after = place < columns.count && networks.alphabet.holds(networks.wordSet, Int(columns[place]))
            return (before != after) == (assertion == .wordBoundary)
        }
    }

    /// All rounds of one counted loop that are under way: when each was entered, oldest first.
    /// They grow older together, so that however many there are, a scalar costs the same.
    private struct Counter {
        private var entries: [Int] = []
        private var first = 0

        mutating func enter(_ step: Int, isUnlimited: Bool) {
            // Without an upper bound the oldest can do all that younger ones can.
            if isUnlimited, first < entries.count || entries.last == step { return }
            entries.append(step)
        }

        mutating func leave() {
            entries.removeAll(keepingCapacity: true)
            first = 0
        }

        /// How many scalars the oldest has taken that has not taken too many.
        mutating func longest(at step: Int, max: Int) -> Int? {
            while first < entries.count, step - entries[first] > max { first += 1 }
            if first == entries.count {
                leave()
                return nil
            }
            if first > 1_024, first * 2 > entries.count {
                entries.removeFirst(first)
                first = 0
            }
            return step - entries[first]
        }
    }
}
