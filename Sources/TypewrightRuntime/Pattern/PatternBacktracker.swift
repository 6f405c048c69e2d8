/// Tries one way after the other, as ECMA-262 describes matching, for what no network can
/// decide: back-references, and counts too high to unroll. Its memory is its own stack, and
/// both that and its steps are limited.
struct PatternBacktracker: Sendable {
    enum Instruction: Sendable {
        case scalar(UInt32)
        case set(Int)
        case assertion(PatternAssertion)
        /// Goes on at the first, and at the second should that fail.
        case fork(Int, Int)
        case jump(Int)
        case save(Int)
        case clear(Range<Int>)
        /// Registers: rounds begun, and where the last of them began.
        case beginLoop(Int)
        case loop(Int, min: Int, max: Int, isLazy: Bool, next: Int)
        /// The body begins behind this instruction and ends with `.endLook`.
        case look(isNegated: Bool, next: Int)
        case endLook
        case backReference(Int)
        case matched
    }

    private(set) var program: [Instruction] = []
    /// Per instruction: towards the start of the text, inside look-behind.
    private(set) var goesBack: [Bool] = []
    private(set) var registerCount: Int
    let sets: [PatternSet]

    init(_ tree: PatternTree, sets: [PatternSet], captures: Int) {
        self.sets = sets
        registerCount = 2 * (captures + 1)
        add(tree, false)
        append(.matched, false)
    }

    func search(_ text: PatternText) -> Pattern.Outcome {
        guard text.count < Int32.max else { return .stepLimitExceeded }
        var trial = PatternTrial(self, text: text)
        var place = 0
        while true {
            let outcome = trial.run(from: place)
            if outcome != .notMatched || place == text.count { return outcome }
            if case .assertion(.start) = program[0] { return outcome }
            place = text.scalar(at: place).end
        }
    }

    private mutating func append(_ instruction: Instruction, _ back: Bool) {
        program.append(instruction)
        goesBack.append(back)
    }

    private mutating func add(_ tree: PatternTree, _ back: Bool) {
        switch tree {
        case .empty: break
        case .text(let text):
            for scalar in back ? text.reversed() : text { append(.scalar(scalar), back) }
        case .set(let set): append(.set(set), back)
        case .sequence(let nodes):
            for node in back ? nodes.reversed() : nodes { add(node, back) }
        case .alternation(let nodes): add(alternatives: nodes, back)
        case .loop(let body, let loop): add(loop: body, loop, back)
        case .capture(let body, let capture):
            append(.save(2 * capture + (back ? 1 : 0)), back)
            add(body, back)
            append(.save(2 * capture + (back ? 0 : 1)), back)
        case .assertion(let assertion): append(.assertion(assertion), back)
        case .look(let body, let ahead, let isNegated):
            let start = program.count
            append(.endLook, back)
            add(body, !ahead)
            append(.endLook, back)
            program[start] = .look(isNegated: isNegated, next: program.count)
        case .backReference(let capture): append(.backReference(capture), back)
        }
    }

    private mutating func add(alternatives nodes: [PatternTree], _ back: Bool) {
        var jumps: [Int] = []
        for (index, node) in nodes.enumerated() {
            let fork = program.count
            if index == nodes.count - 1 {
                add(node, back)
                break
            }
            append(.matched, back)
            add(node, back)
            jumps.append(program.count)
            append(.matched, back)
            program[fork] = .fork(fork + 1, program.count)
        }
        for jump in jumps { program[jump] = .jump(program.count) }
    }

    private mutating func add(loop body: PatternTree, _ loop: PatternLoop, _ back: Bool) {
        let register = registerCount
        registerCount += 2
        append(.beginLoop(register), back)
        let test = program.count
        append(.matched, back)
        if !loop.captures.isEmpty { append(.clear(loop.captures), back) }
        add(body, back)
        append(.jump(test), back)
        program[test] = .loop(register, min: loop.min, max: loop.max, isLazy: loop.isLazy, next: program.count)
    }
}
