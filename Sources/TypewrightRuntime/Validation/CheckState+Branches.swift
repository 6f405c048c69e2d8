/// Schemas that are tried on the same value:
///
///     c.anyOf()
///     if c.branch() { c.string() }
///     if c.branch(.object) { Voice.check(c) }
///     c.end()
///
/// A branch runs as a trial: it notes nothing, and its first failure ends it. `branch()` also settles
/// the branch before it, and is false when no further branch can change the outcome.
extension CheckState {
    @usableFromInline mutating func anyOf(at location: StaticString) { beginBranches(.anyOf, location) }
    @usableFromInline mutating func oneOf(at location: StaticString) { beginBranches(.oneOf, location) }
    @usableFromInline mutating func not(at location: StaticString) { beginBranches(.not, location) }
    /// `branch()` is then `if`; `then()` and `otherwise()` follow.
    @usableFromInline mutating func condition(at location: StaticString) { beginBranches(.condition, location) }

    /// Branches are told apart by the value of a property, which stands in `branch`.
    @usableFromInline mutating func anyOf(by property: StaticString, at location: StaticString) {
        beginBranches(.anyOf, location)
        findTag(property)
    }

    @usableFromInline mutating func oneOf(by property: StaticString, at location: StaticString) {
        beginBranches(.oneOf, location)
        findTag(property)
    }

    @inline(__always)
    mutating func beginBranches(_ role: Frame.Role, _ location: StaticString = "") {
        if push(role, location) { top.pointee.matches = 0 }
    }

    @usableFromInline mutating func branch() -> Bool {
        nextBranch() && begin(branch: top)
    }

    /// A branch that accepts values of some kinds only: others are not tried.
    @usableFromInline mutating func branch(_ kinds: Kinds) -> Bool {
        // One branch that matches is enough for `anyOf`: that it has is settled in the end.
        if top.pointee.isOpen, top.pointee.role == .anyOf, reader.fault == nil, !top.pointee.collects, explanations == nil { return false }
        guard nextBranch() else { return false }
        let frame = top
        if canPassOver && !kinds.areBegun(by: frame.pointee.start.pointee) { return false }
        return begin(branch: frame)
    }

    /// A branch that accepts only objects in which the property of the choice has that value.
    @usableFromInline mutating func branch(_ tag: StaticString) -> Bool {
        guard nextBranch() else { return false }
        let frame = top
        if frame.pointee.hasTag && canPassOver && frame.pointee.refuses(tag) { return false }
        return begin(branch: frame)
    }

    /// Whether there is a further branch.
    @inline(__always)
    private mutating func nextBranch() -> Bool {
        settle()
        guard reader.fault == nil else { return false }
        top.pointee.index += 1
        return true
    }

    /// A branch that is explained runs, for it is to say why it does not fit.
    @inline(__always)
    private var canPassOver: Bool { mutating get { explanations == nil || trials > 0 } }

    @inline(__always)
    private mutating func begin(branch frame: UnsafeMutablePointer<Frame>) -> Bool {
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
    @usableFromInline mutating func then() -> Bool {
        settle()
        return take(.thenBranch, top.pointee.matches > 0)
    }

    /// `if` has not accepted the value.
    @usableFromInline mutating func otherwise() -> Bool {
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
    @inline(__always)
    private mutating func settle() {
        // Without room for it, the frame on top is another one's.
        if top.pointee.isOpen && overflow == 0 { settleBranch() }
    }

    @inline(never)
    private mutating func settleBranch() {
        let frame = top
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
    @usableFromInline mutating func end() {
        let frame = top
        let role = frame.pointee.role
        if role == .anyOf, frame.pointee.isOpen, frame.pointee.matches == 0, reader.fault == nil, explanations == nil {
            // The first branch that has run has matched.
            trials -= 1
            reader.levels = frame.pointee.levels
            alternatives.at = nil
            return pop()
        }
        settle()
        if role == .scope {
            if reader.at == frame.pointee.start { skipValue() }
            if frame.pointee.isShared && overflow == 0 { sides.ends.shrink(to: frame.pointee.firstEnd) }
            return pop()
        }
        guard role == .anyOf || role == .oneOf, frame.pointee.matches == 1, reader.fault == nil, explanations == nil else { return endBranches() }
        reader.at = frame.pointee.valueEnd
        reader.levels = frame.pointee.levels
        alternatives.at = nil
        pop()
    }

    @inline(never)
    private mutating func endBranches() {
        let frame = top
        if frame.pointee.role != .condition && frame.pointee.role != .nothing {
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
        if frame.pointee.role == .condition, reader.at != frame.pointee.start, frame.pointee.step != .ifBranch { return }
        rewind()
        if frame.pointee.matches > 0 { reader.at = frame.pointee.valueEnd } else { skipValue() }
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

    // MARK: What tells objects apart

    /// Looks for the property that tells the branches apart, where the value is an object. Of duplicates the
    /// first is as good as any, for each of them has to fit.
    private mutating func findTag(_ property: StaticString) {
        guard reader.fault == nil, reader.at.pointee == 0x7B else { return }
        let frame = top
        if findMember(property) {
            reader.skipWhitespace()
            guard reader.at.pointee == 0x3A else { return reader.fail(.expected(.colon)) }
            reader.at += 1
            reader.skipWhitespace()
            frame.pointee.key = reader.at
        } else {
            frame.pointee.key = frame.pointee.start
        }
        frame.pointee.hasTag = true
        rewind()
    }
}

extension Frame {
    /// Whether the property that tells branches apart is known to have another value than this, or to be missing.
    fileprivate func refuses(_ tag: StaticString) -> Bool {
        guard key.pointee == 0x22 else { return true }
        let end = JSONReader.special(from: key + 1)
        // What is not plain ASCII is left to the branch itself.
        guard end.pointee == 0x22 else { return false }
        return end - key - 1 != tag.utf8CodeUnitCount || !CheckState.bytes(from: key + 1, equal: tag)
    }
}
