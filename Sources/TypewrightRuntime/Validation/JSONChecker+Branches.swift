/// Schemas that are tried on the same value:
///
///     c.anyOf()
///     if c.branch() { c.string() }
///     if c.branch() { Voice.check(&c) }
///     c.end()
///
/// A branch runs as a trial: it notes nothing, and its first failure ends it. `branch()` also settles
/// the branch before it, and is false when no further branch can change the outcome.
extension JSONChecker {
    public mutating func anyOf(at location: StaticString = "") { beginBranches(.anyOf, location) }
    public mutating func oneOf(at location: StaticString = "") { beginBranches(.oneOf, location) }
    public mutating func not(at location: StaticString = "") { beginBranches(.not, location) }
    /// `branch()` is then `if`; `then()` and `otherwise()` follow.
    public mutating func condition(at location: StaticString = "") { beginBranches(.condition, location) }

    @inline(__always)
    mutating func beginBranches(_ role: Frame.Role, _ location: StaticString = "") {
        if push(role, location) { top.pointee.beginBranches() }
    }

    public mutating func branch() -> Bool {
        settle()
        guard reader.fault == nil else { return false }
        let frame = top
        frame.pointee.index += 1
        switch frame.pointee.role {
        case .anyOf:
            if frame.pointee.matches > 0 && !frame.pointee.collects { return false }
            frame.pointee.step = .anyOf
        case .oneOf:
            if frame.pointee.matches > 1 { return false }
            frame.pointee.step = .oneOf
        case .not: frame.pointee.step = .not
        case .condition: frame.pointee.step = .ifBranch
        case .contains: frame.pointee.step = .contains
        default: return false
        }
        rewind()
        frame.pointee.isOpen = true
        frame.pointee.marks = marks.count
        if explanations != nil, frame.pointee.role == .anyOf || frame.pointee.role == .oneOf { explainsBranch = explainBranch() || explainsBranch }
        trials += 1
        return true
    }

    /// `if` has accepted the value.
    public mutating func then() -> Bool {
        settle()
        return take(.thenBranch, top.pointee.matches > 0)
    }

    /// `if` has not accepted the value.
    public mutating func otherwise() -> Bool {
        settle()
        return take(.elseBranch, top.pointee.matches == 0)
    }

    private mutating func take(_ step: Frame.Step, _ isTaken: Bool) -> Bool {
        guard reader.fault == nil, top.pointee.role == .condition, isTaken else { return false }
        top.pointee.step = step
        rewind()
        return true
    }

    /// The outcome of the branch that ran last.
    private mutating func settle() {
        let frame = top
        guard frame.pointee.isOpen else { return }
        frame.pointee.isOpen = false
        trials -= 1
        if explainsBranch && trials == 0 { return settleExplained() }
        if hasFailed {
            hasFailed = false
            reader.fault = nil
            reader.levels = frame.pointee.levels
            dropMarks(from: frame.pointee.marks)
        } else if reader.fault == nil {
            if frame.pointee.matches == 1 { frame.pointee.secondMatch = frame.pointee.index }
            if frame.pointee.matches == 0 { frame.pointee.expected = frame.pointee.index }
            frame.pointee.matches += 1
            frame.pointee.valueEnd = reader.at
            if frame.pointee.role == .not { dropMarks(from: frame.pointee.marks) }
        }
    }

    /// None of the branches that are explained matches: that is known from the first pass.
    private mutating func settleExplained() {
        explainsBranch = false
        if hasFailed {
            hasFailed = false
            reader.fault = nil
        }
        reader.levels = top.pointee.levels
        dropMarks(from: top.pointee.marks)
        if let before = explanations?.endBranch() { memory.outcomes = before }
    }

    /// Ends `begin`, `anyOf` and their like. The value has been taken afterwards.
    public mutating func end() {
        let frame = top
        switch frame.pointee.role {
        case .scope, .nothing: break
        case .condition: settle()
        default:
            settle()
            if explanations?.running?.depth == depth { explanations?.end() }
            if reader.fault == nil { judge() }
        }
        finishValue()
        let (role, matches, evaluates) = (frame.pointee.role, frame.pointee.matches, frame.pointee.isFirst)
        pop()
        if role == .contains && matches > 0 { noteContained(evaluates: evaluates) }
    }

    /// Goes to the end of the value, wherever the last part has left the cursor.
    private mutating func finishValue() {
        guard reader.fault == nil else { return }
        let frame = top
        if frame.pointee.role == .scope { 
            if reader.at == frame.pointee.start { skipValue() }
            return
        }
        if frame.pointee.role == .condition, reader.at != frame.pointee.start, frame.pointee.step != .ifBranch { return }
        rewind()
        if let end = frame.pointee.valueEnd { reader.at = end } else { skipValue() }
    }

    private mutating func judge() {
        let frame = top
        let (start, matches) = (frame.pointee.start, frame.pointee.matches)
        switch frame.pointee.role {
        case .anyOf:
            if matches == 0 { report("anyOf", at: start, ofFrame: true, .alternatives(frame.pointee.index + 1)) }
        case .oneOf:
            if matches == 0 { report("oneOf", at: start, ofFrame: true, .alternatives(frame.pointee.index + 1)) }
            if matches > 1 {
                report("oneOf", at: start, ofFrame: true, .severalAlternatives(frame.pointee.expected + 1, frame.pointee.secondMatch + 1))
            }
        case .not:
            if matches > 0 { report("not", at: start, ofFrame: true, .not) }
        default: break
        }
    }
}
