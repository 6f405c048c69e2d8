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

    private var program: [Instruction] = []
    /// Per instruction: towards the start of the text, inside look-behind.
    private var goesBack: [Bool] = []
    private let sets: [ScalarSet]
    private var registerCount: Int
    private let hasCaptures: Bool
    private var isTooLarge = false

    init(_ node: PatternNode, sets: [ScalarSet], captures: Int) {
        self.sets = sets
        hasCaptures = captures > 0
        registerCount = hasCaptures ? 2 * (captures + 1) : 0
        compile(node, backwards: false)
        emit(.matched, false)
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
        if case .set(let set) = body, bounds.max > 16 {
            emit(.run(set, bounds), backwards)
            return
        }
        func fork(_ into: Int, _ past: Int) -> Instruction { bounds.isLazy ? .fork(past, into) : .fork(into, past) }
        func round(_ matcher: inout PatternMatcher) {
            if matcher.hasCaptures, !bounds.captures.isEmpty { matcher.emit(.clear(bounds.captures), backwards) }
            matcher.compile(body, backwards: backwards)
        }
        for _ in 0..<bounds.min where !isTooLarge { round(&self) }
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
        for _ in 0..<(bounds.max - bounds.min) where !isTooLarge {
            forks.append(program.count)
            emit(.matched, backwards)
            if hasCaptures { emit(.save(register), backwards) }
            round(&self)
            if hasCaptures { emit(.progress(register), backwards) }
        }
        for start in forks { program[start] = fork(start + 1, program.count) }
    }

    // MARK: Matching

    /// Whether the pattern is found somewhere in the text, which is UTF-8.
    package func search(_ text: [UInt8]) -> PatternVerdict {
        if isTooLarge { return .stepLimitExceeded }
        let scalars = String(decoding: text, as: UTF8.self).unicodeScalars.map(\.value)
        var run = Run(matcher: self, text: scalars)
        for start in 0...scalars.count {
            run.forgetCaptures()
            if run.leadsToMatch(0, start) { return .matched }
            if run.steps <= 0 { return .stepLimitExceeded }
            if case .assertion(.start) = program[0] { break }
        }
        return .notMatched
    }

    private struct Thread {
        var instruction: Int
        var place: Int
        var registers: [Int]
    }

    private struct Run {
        let matcher: PatternMatcher
        let text: [UInt32]
        var steps: Int
        var registers: [Int]
        private var visits: Visits
        private var lookDepth = 0

        init(matcher: PatternMatcher, text: [UInt32]) {
            self.matcher = matcher
            self.text = text
            steps = 2_000_000 + 64 * text.count
            registers = Array(repeating: -1, count: matcher.registerCount)
            visits = Visits(count: (text.count + 1) * matcher.program.count)
        }

        mutating func forgetCaptures() {
            for register in registers.indices { registers[register] = -1 }
        }

        /// Runs the program from an instruction to `.matched`.
        mutating func leadsToMatch(_ start: Int, _ place: Int) -> Bool {
            var threads = [Thread(instruction: start, place: place, registers: registers)]
            while let thread = threads.popLast() {
                registers = thread.registers
                if advance(thread.instruction, thread.place, &threads) { return true }
                if steps <= 0 { return false }
            }
            return false
        }

        private mutating func advance(_ start: Int, _ startPlace: Int, _ threads: inout [Thread]) -> Bool {
            var at = start
            var place = startPlace
            while true {
                steps -= 1
                if steps <= 0 { return false }
                let back = matcher.goesBack[at]
                switch matcher.program[at] {
                case .matched: return true
                case .scalar(let scalar):
                    guard next(place, back) == scalar else { return false }
                    place += back ? -1 : 1
                case .set(let set):
                    guard let scalar = next(place, back), matcher.sets[set].contains(scalar) else { return false }
                    place += back ? -1 : 1
                case .run(let set, let bounds):
                    if isVisited(at, place) { return false }
                    guard let end = run(set, bounds, at, place, back, &threads) else { return false }
                    place = end
                case .assertion(let assertion):
                    guard holds(assertion, place) else { return false }
                case .fork(let first, let second):
                    if isVisited(at, place) { return false }
                    threads.append(Thread(instruction: second, place: place, registers: registers))
                    at = first
                    continue
                case .jump(let target):
                    at = target
                    continue
                case .save(let register): registers[register] = place
                case .clear(let captures):
                    for register in 2 * captures.lowerBound..<2 * captures.upperBound { registers[register] = -1 }
                case .progress(let register):
                    guard registers[register] != place else { return false }
                case .look(let isNegated, let next):
                    guard look(at + 1, place) != isNegated else { return false }
                    at = next
                    continue
                case .backReference(let number):
                    guard let end = repeats(number, place, back) else { return false }
                    place = end
                }
                at += 1
            }
        }

        /// With captures it matters how a place was reached, and nothing counts as visited.
        private mutating func isVisited(_ instruction: Int, _ place: Int) -> Bool {
            if matcher.hasCaptures { return false }
            return !visits.insert(instruction * (text.count + 1) + place, isLogged: lookDepth > 0)
        }

        /// Where the preferred run ends; the other ends are left for later, next best on top.
        private mutating func run(
            _ set: Int, _ bounds: LoopBounds, _ at: Int, _ start: Int, _ back: Bool, _ threads: inout [Thread]
        ) -> Int? {
            var count = 0
            let step = back ? -1 : 1
            while count < bounds.max, let scalar = next(start + count * step, back), matcher.sets[set].contains(scalar) {
                count += 1
            }
            steps -= count
            guard count >= bounds.min else { return nil }
            let rest = bounds.isLazy ? Array((bounds.min + 1..<count + 1).reversed()) : Array(bounds.min..<count)
            for other in rest {
                threads.append(Thread(instruction: at + 1, place: start + other * step, registers: registers))
            }
            return start + (bounds.isLazy ? bounds.min : count) * step
        }

        /// Captures made inside stay only where the look-around holds and is not negated, in
        /// which case the caller goes on with them.
        private mutating func look(_ body: Int, _ place: Int) -> Bool {
            let before = registers
            let mark = visits.log.count
            lookDepth += 1
            let isFound = leadsToMatch(body, place)
            lookDepth -= 1
            if isFound {
                // Not all that was visited failed: it may be visited from elsewhere again.
                visits.forget(since: mark)
            } else {
                registers = before
            }
            if lookDepth == 0 { visits.log.removeAll(keepingCapacity: true) }
            return isFound
        }

        private func next(_ place: Int, _ back: Bool) -> UInt32? {
            if back { return place > 0 ? text[place - 1] : nil }
            return place < text.count ? text[place] : nil
        }

        private func holds(_ assertion: PatternAssertion, _ place: Int) -> Bool {
            switch assertion {
            case .start: return place == 0
            case .end: return place == text.count
            case .wordBoundary, .notWordBoundary:
                let before = place > 0 && ScalarSet.word.contains(text[place - 1])
                let after = place < text.count && ScalarSet.word.contains(text[place])
                return (before != after) == (assertion == .wordBoundary)
            }
        }

        /// The place behind what a capture matched, should the same stand here; a capture that
        /// has not matched is empty (ECMA-262, BackreferenceMatcher).
        private mutating func repeats(_ capture: Int, _ place: Int, _ back: Bool) -> Int? {
            let start = registers[2 * capture]
            let end = registers[2 * capture + 1]
            guard start >= 0, end >= start else { return place }
            let length = end - start
            let first = back ? place - length : place
            guard first >= 0, first + length <= text.count else { return nil }
            steps -= length
            for offset in 0..<length where text[first + offset] != text[start + offset] { return nil }
            return back ? first : first + length
        }
    }

    /// What has been visited: bits, or where these would take too much memory, a set.
    private struct Visits {
        private var bits: [UInt64]
        private var sparse: Set<Int> = []
        var log: [Int] = []

        init(count: Int) {
            bits = count <= 1 << 27 ? Array(repeating: 0, count: count / 64 + 1) : []
        }

        /// False if it was there already.
        mutating func insert(_ visit: Int, isLogged: Bool) -> Bool {
            let bit: UInt64 = 1 << UInt64(visit & 63)
            if bits.isEmpty {
                guard sparse.insert(visit).inserted else { return false }
            } else {
                if bits[visit >> 6] & bit != 0 { return false }
                bits[visit >> 6] |= bit
            }
            if isLogged { log.append(visit) }
            return true
        }

        mutating func forget(since mark: Int) {
            for visit in log[mark...] {
                if bits.isEmpty { sparse.remove(visit) } else { bits[visit >> 6] &= ~(1 << UInt64(visit & 63)) }
            }
            log.removeSubrange(mark...)
        }
    }
}
