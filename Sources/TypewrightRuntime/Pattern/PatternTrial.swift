/// One backtracking search over a text.
struct PatternTrial {
    private static let maximumFrames = 8_000_000

    /// What to do when the way taken fails, from the top of the stack.
    private enum Frame {
        case goOn(instruction: Int32, place: Int32)
        /// A lazy loop takes a round after all.
        case beginRound(instruction: Int32, place: Int32)
        case restore(register: Int32, value: Int32)
        /// The body of the innermost look-around has failed.
        case endLook
    }

    private struct Look {
        var instruction: Int
        var place: Int
        var height: Int
    }

    private let program: PatternBacktracker
    private let text: PatternText
    private var steps: Int
    private var registers: [Int32]
    private var frames: [Frame] = []
    private var looks: [Look] = []

    private var at = 0
    private var place = 0

    init(_ program: PatternBacktracker, text: PatternText) {
        self.program = program
        self.text = text
        steps = 1_000_000 + 64 * text.count
        registers = [Int32](repeating: -1, count: program.registerCount)
    }

    mutating func run(from start: Int) -> Pattern.Outcome {
        at = 0
        place = start
        frames.removeAll(keepingCapacity: true)
        for register in registers.indices { registers[register] = -1 }
        while true {
            steps -= 1
            if steps <= 0 || frames.count > Self.maximumFrames { return .stepLimitExceeded }
            if case .matched = program.program[at] { return .matched }
            if !advance(), !retreat() { return .notMatched }
        }
    }

    /// One instruction; false if it fails.
    private mutating func advance() -> Bool {
        let back = program.goesBack[at]
        switch program.program[at] {
        case .matched: return true
        case .scalar(let scalar): guard take(back) == scalar else { return false }
        case .set(let set): guard let scalar = take(back), program.sets[set].contains(scalar) else { return false }
        case .assertion(let assertion): guard holds(assertion) else { return false }
        case .fork(let first, let second):
            frames.append(.goOn(instruction: Int32(second), place: Int32(place)))
            at = first
            return true
        case .jump(let target):
            at = target
            return true
        case .save(let register): set(register, place)
        case .clear(let captures):
            for register in 2 * captures.lowerBound..<2 * captures.upperBound { set(register, -1) }
        case .beginLoop(let register):
            set(register, 0)
            set(register + 1, -1)
        case .loop(let register, let min, let max, let isLazy, let next):
            return loop(register, min, max, isLazy, next)
        case .look:
            looks.append(Look(instruction: at, place: place, height: frames.count))
            frames.append(.endLook)
        case .endLook: return endLook()
        case .backReference(let capture): guard repeats(capture, back) else { return false }
        }
        at += 1
        return true
    }

    /// Back to the last way not taken; false if there is none.
    private mutating func retreat() -> Bool {
        while let frame = frames.popLast() {
            switch frame {
            case .goOn(let instruction, let place):
                at = Int(instruction)
                self.place = Int(place)
                return true
            case .beginRound(let instruction, let place):
                at = Int(instruction)
                self.place = Int(place)
                guard case .loop(let register, _, _, _, _) = program.program[at] else { return false }
                beginRound(register)
                return true
            case .restore(let register, let value): registers[Int(register)] = value
            case .endLook:
                guard let look = looks.popLast() else { return false }
                if case .look(true, let next) = program.program[look.instruction] {
                    at = next
                    place = look.place
                    return true
                }
            }
        }
        return false
    }

    private mutating func set(_ register: Int, _ value: Int) {
        frames.append(.restore(register: Int32(register), value: registers[register]))
        registers[register] = Int32(value)
    }

    /// ECMA-262, RepeatMatcher: a round that the lower bound does not ask for and that matched
    /// nothing fails.
    private mutating func loop(_ register: Int, _ min: Int, _ max: Int, _ isLazy: Bool, _ next: Int) -> Bool {
        let rounds = Int(registers[register])
        if rounds > min, registers[register + 1] == Int32(place) { return false }
        if rounds >= max {
            at = next
            return true
        }
        if rounds >= min {
            if isLazy {
                frames.append(.beginRound(instruction: Int32(at), place: Int32(place)))
                at = next
                return true
            }
            frames.append(.goOn(instruction: Int32(next), place: Int32(place)))
        }
        beginRound(register)
        return true
    }

    private mutating func beginRound(_ register: Int) {
        set(register, Int(registers[register]) + 1)
        set(register + 1, place)
        at += 1
    }

    /// The body of a look-around has matched.
    private mutating func endLook() -> Bool {
        guard let look = looks.popLast(), case .look(let isNegated, let next) = program.program[look.instruction] else { return false }
        if isNegated {
            while frames.count > look.height {
                if case .restore(let register, let value)? = frames.popLast() { registers[Int(register)] = value }
            }
            return false
        }
        // Look-around is never entered again, but what it captured is undone on the way back.
        var kept = look.height
        for index in look.height..<frames.count {
            if case .restore = frames[index] {
                frames[kept] = frames[index]
                kept += 1
            }
        }
        frames.removeSubrange(kept...)
        place = look.place
        at = next
        return true
    }

    private mutating func take(_ back: Bool) -> UInt32? {
        if back {
            guard place > 0 else { return nil }
            let before = text.scalar(before: place)
            place = before.start
            return before.value
        }
        guard place < text.count else { return nil }
        let next = text.scalar(at: place)
        place = next.end
        return next.value
    }

    private func holds(_ assertion: PatternAssertion) -> Bool {
        switch assertion {
        case .start: return place == 0
        case .end: return place == text.count
        case .wordBoundary, .notWordBoundary:
            let before = place > 0 && PatternSet.word.contains(text.scalar(before: place).value)
            let after = place < text.count && PatternSet.word.contains(text.scalar(at: place).value)
            return (before != after) == (assertion == .wordBoundary)
        }
    }

    /// A capture that has not matched is empty (ECMA-262, BackreferenceMatcher). Equal scalars
    /// are equal bytes.
    private mutating func repeats(_ capture: Int, _ back: Bool) -> Bool {
        let start = Int(registers[2 * capture])
        let end = Int(registers[2 * capture + 1])
        guard start >= 0, end >= start else { return true }
        let length = end - start
        let first = back ? place - length : place
        guard first >= 0, first + length <= text.count else { return false }
        steps -= length
        for offset in 0..<length where text.bytes[first + offset] != text.bytes[start + offset] { return false }
        place = back ? first : first + length
        return true
    }
}
