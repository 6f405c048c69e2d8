import TypewrightPattern

extension CompiledPattern {
    ///     let matcher = pattern.matcher()     // keep it
    ///     matcher.search(Array("abc".utf8))   // .matched
    package func matcher() -> PatternMatcher {
        PatternMatcher(node, sets: sets, captures: captures)
    }
}

package enum PatternVerdict: Sendable {
    case matched, notMatched
    /// Look-around or back-references would have taken too long.
    case stepLimitExceeded
}

/// Matches by backtracking over the instructions of a pattern. It is there for the interpreting
/// validator, shares nothing with the runtime's matcher, and so checks it.
///
/// Without back-references, a place in the program at a place in the text either leads to a
/// match or does not, however it was reached. Each is tried once, which keeps `^(a+)+$` linear.
package struct PatternMatcher: Sendable {
    enum Instruction: Sendable {
        case scalar(UInt32)
        case set(Int)
        /// `min` to `max` scalars of the set: a loop that need not be unrolled.
        case run(Int, LoopBounds)
        case assertion(PatternAssertion)
        /// Goes on at the first, and at the second should that fail.
        case fork(Int, Int)
        case jump(Int)
        case save(Int)
        case clear(Range<Int>)
        /// Fails if nothing was matched since the register was saved.
        case progress(Int)
        /// The body begins behind this instruction.
        case look(isNegated: Bool, next: Int)
        case backReference(Int)
        case matched
    }

    /// Beyond this a counted pattern is not unrolled, and no text is judged.
    private static let maximumSize = 10_000

    private(set) var program: [Instruction] = []
    /// Per instruction: towards the start of the text, inside look-behind.
    private(set) var goesBack: [Bool] = []
    let sets: [ScalarSet]
    private(set) var registerCount: Int
    let hasCaptures: Bool
    private var isTooLarge = false

    init(_ node: PatternNode, sets: [ScalarSet], captures: Int) {
        self.sets = sets
        hasCaptures = captures > 0
        registerCount = hasCaptures ? 2 * (captures + 1) : 0
        compile(node, backwards: false)
        emit(.matched, false)
    }

    /// Whether the pattern is found somewhere in the text, which is UTF-8.
    package func search(_ text: [UInt8]) -> PatternVerdict {
        if isTooLarge { return .stepLimitExceeded }
        let scalars = String(decoding: text, as: UTF8.self).unicodeScalars.map(\.value)
        var search = PatternSearch(matcher: self, text: scalars)
        for start in 0...scalars.count {
            search.forgetCaptures()
            if search.leadsToMatch(0, start) { return .matched }
            if search.steps <= 0 { return .stepLimitExceeded }
            if case .assertion(.start) = program[0] { break }
        }
        return .notMatched
    }

    // MARK: Compiling

    private mutating func emit(_ instruction: Instruction, _ backwards: Bool) {
        if program.count >= Self.maximumSize { isTooLarge = true }
        program.append(instruction)
        goesBack.append(backwards)
    }

    private mutating func compile(_ node: PatternNode, backwards: Bool) {
        if isTooLarge { return }
        switch node {
        case .empty: break
        case .text(let text):
            for scalar in backwards ? text.reversed() : text { emit(.scalar(scalar), backwards) }
        case .set(let set): emit(.set(set), backwards)
        case .sequence(let nodes):
            for node in backwards ? nodes.reversed() : nodes { compile(node, backwards: backwards) }
        case .alternation(let nodes): compile(alternatives: nodes, backwards: backwards)
        case .loop(let body, let bounds): compile(loop: body, bounds, backwards: backwards)
        case .capture(let body, let number):
            emit(.save(2 * number + (backwards ? 1 : 0)), backwards)
            compile(body, backwards: backwards)
            emit(.save(2 * number + (backwards ? 0 : 1)), backwards)
        case .assertion(let assertion): emit(.assertion(assertion), backwards)
        case .look(let body, let ahead, let negated):
            let start = program.count
            emit(.matched, backwards)
            compile(body, backwards: !ahead)
            emit(.matched, backwards)
            program[start] = .look(isNegated: negated, next: program.count)
        case .backReference(let number): emit(.backReference(number), backwards)
        }
    }

    private mutating func compile(alternatives: [PatternNode], backwards: Bool) {
        var jumps: [Int] = []
        for (index, node) in alternatives.enumerated() {
            let fork = program.count
            let isLast = index == alternatives.count - 1
            if !isLast { emit(.matched, backwards) }
            compile(node, backwards: backwards)
            if isLast { break }
            jumps.append(program.count)
            emit(.matched, backwards)
            program[fork] = .fork(fork + 1, program.count)
        }
        for jump in jumps { program[jump] = .jump(program.count) }
    }

    private mutating func compile(loop body: PatternNode, _ bounds: LoopBounds, backwards: Bool) {
        var required = bounds.min
        if case .set(let set) = body, max(required, bounds.max == LoopBounds.unlimited ? 0 : bounds.max) > 16 {
            // The part without end stays a fork, of which each place is visited but once.
            var run = bounds
            if bounds.max == LoopBounds.unlimited { run.max = run.min }
            emit(.run(set, run), backwards)
            if bounds.max != LoopBounds.unlimited { return }
            required = 0
        }
        func fork(_ into: Int, _ past: Int) -> Instruction { bounds.isLazy ? .fork(past, into) : .fork(into, past) }
        func round(_ matcher: inout PatternMatcher) {
            if matcher.hasCaptures, !bounds.captures.isEmpty { matcher.emit(.clear(bounds.captures), backwards) }
            matcher.compile(body, backwards: backwards)
        }
        while required > 0, !isTooLarge {
            round(&self)
            required -= 1
        }
        let register = registerCount
        if hasCaptures { registerCount += 1 }
        if bounds.max == LoopBounds.unlimited {
            let start = program.count
            emit(.matched, backwards)
            if hasCaptures { emit(.save(register), backwards) }
            round(&self)
            if hasCaptures { emit(.progress(register), backwards) }
            emit(.jump(start), backwards)
            program[start] = fork(start + 1, program.count)
            return
        }
        var forks: [Int] = []
        while forks.count < bounds.max - bounds.min, !isTooLarge {
            forks.append(program.count)
            emit(.matched, backwards)
            if hasCaptures { emit(.save(register), backwards) }
            round(&self)
            if hasCaptures { emit(.progress(register), backwards) }
        }
        for start in forks { program[start] = fork(start + 1, program.count) }
    }
}
