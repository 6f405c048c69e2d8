/// An expression without captures as a network of states (Thompson's construction).
///
/// Look-around is a network of its own; where it holds is found in a pass over the whole text
/// before the pass that asks for it. A network that reads backwards (look-ahead: what matters
/// is where its match begins) is built mirrored.
struct PatternNetwork: Sendable {
    enum State: Sendable {
        /// Takes one scalar of the set.
        case set(Int, next: Int)
        /// Takes `min` to `max` scalars of the set; for counts too high to unroll.
        case counter(Int, set: Int, min: Int, max: Int, next: Int)
        case fork(Int, Int)
        case assertion(PatternAssertion, next: Int)
        case look(Int, next: Int)
        case accepted
    }

    var states: [State] = [.accepted]
    var start = 0
    var counterCount = 0
    /// A match can only begin where the pass over the text does.
    var isAnchored = false
    var readsBackwards: Bool
}

/// The networks of a pattern: those of look-around, inner before outer, and the main one.
final class PatternNetworks: Sendable {
    struct Look: Sendable {
        let network: PatternNetwork
        let isNegated: Bool
    }

    let main: PatternNetwork
    let looks: [Look]
    let alphabet: PatternAlphabet
    /// The set of word characters, for `\b`.
    let wordSet: Int

    /// `nil` for what must be left to the backtracker.
    init?(_ tree: PatternTree, sets: [PatternSet]) {
        var builder = PatternNetworkBuilder(sets: sets)
        let main = builder.network(tree, backwards: false)
        let wordSet = builder.intern(.word)
        guard !builder.isTooLarge, let alphabet = PatternAlphabet(builder.sets) else { return nil }
        self.main = main
        self.wordSet = wordSet
        self.alphabet = alphabet
        looks = builder.looks
    }
}

struct PatternNetworkBuilder {
    private static let maximumStates = 20_000
    private static let maximumUnrolled = 128
    private static let maximumLooks = 32

    private(set) var sets: [PatternSet]
    private(set) var looks: [PatternNetworks.Look] = []
    private(set) var isTooLarge = false
    private var known: [PatternSet: Int] = [:]
    private var stateCount = 0

    init(sets: [PatternSet]) {
        self.sets = sets
        for (index, set) in sets.enumerated() { known[set] = index }
    }

    mutating func intern(_ set: PatternSet) -> Int {
        if let index = known[set] { return index }
        known[set] = sets.count
        sets.append(set)
        return sets.count - 1
    }

    mutating func network(_ tree: PatternTree, backwards: Bool) -> PatternNetwork {
        var network = PatternNetwork(readsBackwards: backwards)
        network.start = add(tree, to: &network, next: 0)
        network.isAnchored = begins(tree, with: backwards ? .end : .start, atEnd: backwards)
        return network
    }

    private func begins(_ tree: PatternTree, with assertion: PatternAssertion, atEnd: Bool) -> Bool {
        switch tree {
        case .assertion(let found): found == assertion
        case .sequence(let nodes): (atEnd ? nodes.last : nodes.first).map { begins($0, with: assertion, atEnd: atEnd) } ?? false
        case .alternation(let nodes): nodes.allSatisfy { begins($0, with: assertion, atEnd: atEnd) }
        default: false
        }
    }

    private mutating func append(_ state: PatternNetwork.State, to network: inout PatternNetwork) -> Int {
        stateCount += 1
        if stateCount > Self.maximumStates { isTooLarge = true }
        network.states.append(state)
        return network.states.count - 1
    }

    /// Adds the states of a node; returns where it begins. It goes on at `next`.
    private mutating func add(_ tree: PatternTree, to network: inout PatternNetwork, next: Int) -> Int {
        if isTooLarge { return next }
        var next = next
        switch tree {
        case .empty: return next
        case .text(let text):
            for scalar in network.readsBackwards ? text : text.reversed() {
                let set = intern(PatternSet(bounds: [scalar, scalar]))
                next = append(.set(set, next: next), to: &network)
            }
            return next
        case .set(let set): return append(.set(set, next: next), to: &network)
        case .sequence(let nodes):
            for node in network.readsBackwards ? nodes : nodes.reversed() { next = add(node, to: &network, next: next) }
            return next
        case .alternation(let nodes):
            var entry: Int?
            for node in nodes.reversed() {
                let start = add(node, to: &network, next: next)
                entry = entry.map { append(.fork(start, $0), to: &network) } ?? start
            }
            return entry ?? next
        case .loop(let body, let loop): return add(loop: body, loop, to: &network, next: next)
        case .capture(let body, _): return add(body, to: &network, next: next)
        case .assertion(let assertion): return append(.assertion(assertion, next: next), to: &network)
        case .look(let body, let ahead, let isNegated):
            let look = PatternNetworks.Look(network: self.network(body, backwards: ahead), isNegated: isNegated)
            looks.append(look)
            if looks.count > Self.maximumLooks { isTooLarge = true }
            return append(.look(looks.count - 1, next: next), to: &network)
        case .backReference:
            isTooLarge = true
            return next
        }
    }

    private mutating func add(loop body: PatternTree, _ loop: PatternLoop, to network: inout PatternNetwork, next: Int) -> Int {
        let isUnlimited = loop.max == Int.max
        if let set = single(body), (isUnlimited ? loop.min : loop.max) > Self.maximumUnrolled {
            network.counterCount += 1
            let counter = network.counterCount - 1
            return append(.counter(counter, set: set, min: loop.min, max: loop.max, next: next), to: &network)
        }
        var entry = next
        var required = loop.min
        if isUnlimited {
            let fork = append(.accepted, to: &network)
            let round = add(body, to: &network, next: fork)
            network.states[fork] = .fork(round, next)
            entry = fork
            if required > 0 {
                entry = round
                required -= 1
            }
        } else {
            var optional = loop.max - loop.min
            while optional > 0, !isTooLarge {
                let round = add(body, to: &network, next: entry)
                entry = append(.fork(round, next), to: &network)
                optional -= 1
            }
        }
        while required > 0, !isTooLarge {
            entry = add(body, to: &network, next: entry)
            required -= 1
        }
        return entry
    }

    private mutating func single(_ body: PatternTree) -> Int? {
        switch body {
        case .set(let set): return set
        case .text(let text) where text.count == 1: return intern(PatternSet(bounds: [text[0], text[0]]))
        default: return nil
        }
    }
}
