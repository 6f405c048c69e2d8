import TypewrightPattern

private struct PatternThread {
    var instruction: Int
    var place: Int
    var registers: [Int]
}

/// One search over a text.
struct PatternSearch {
    private let matcher: PatternMatcher
    private let text: [UInt32]
    private(set) var steps: Int
    private var registers: [Int]
    private var visits: PatternVisits
    private var lookDepth = 0

    init(matcher: PatternMatcher, text: [UInt32]) {
        self.matcher = matcher
        self.text = text
        steps = 2_000_000 + 64 * text.count
        registers = Array(repeating: -1, count: matcher.registerCount)
        visits = PatternVisits(count: (text.count + 1) * matcher.program.count)
    }

    mutating func forgetCaptures() {
        for register in registers.indices { registers[register] = -1 }
    }

    /// Runs the program from an instruction to `.matched`.
    mutating func leadsToMatch(_ start: Int, _ place: Int) -> Bool {
        var threads = [PatternThread(instruction: start, place: place, registers: registers)]
        while let thread = threads.popLast() {
            registers = thread.registers
            if advance(thread.instruction, thread.place, &threads) { return true }
            if steps <= 0 { return false }
        }
        return false
    }

    private mutating func advance(_ start: Int, _ startPlace: Int, _ threads: inout [PatternThread]) -> Bool {
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
                threads.append(PatternThread(instruction: second, place: place, registers: registers))
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
        _ set: Int, _ bounds: LoopBounds, _ at: Int, _ start: Int, _ back: Bool, _ threads: inout [PatternThread]
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
            threads.append(PatternThread(instruction: at + 1, place: start + other * step, registers: registers))
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
private struct PatternVisits {
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
