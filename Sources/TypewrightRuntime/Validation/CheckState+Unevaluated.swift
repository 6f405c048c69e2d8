/// `unevaluatedProperties` and `unevaluatedItems`: while the schema's other parts run, the members and
/// items that they evaluate are marked; marks that a failed branch has left are taken back.
extension CheckState {
    /// Like `begin`, for a schema that asks in the end what was not evaluated.
    @usableFromInline mutating func beginCollecting(at location: StaticString) {
        guard push(.scope, location) else { return }
        // Whether the marks are of use to a schema around this one.
        top.pointee.isMatched = top.pointee.collects
        top.pointee.collects = true
        top.pointee.passesOn = true
        top.pointee.marks = marks.count
    }

    mutating func dropMarks(from first: Int) {
        if first < marks.count { marks.removeSubrange(first...) }
    }

    /// Ends `beginCollecting`.
    @usableFromInline mutating func endCollecting() {
        let frame = top
        if !frame.pointee.isMatched { dropMarks(from: frame.pointee.marks) }
        end()
    }

    /// Opens the value if it is an object, for `nextUnevaluated`; otherwise there is nothing to go through.
    @usableFromInline mutating func unevaluatedProperties() {
        openAgain(.object, 0x7B)
    }

    /// Opens the value if it is an array, for `nextUnevaluated`; otherwise there is nothing to go through.
    @usableFromInline mutating func unevaluatedItems() {
        openAgain(.array, 0x5B)
    }

    private mutating func openAgain(_ role: Frame.Role, _ bracket: UInt8) {
        let first = top.pointee.marks
        again()
        guard push(role) else { return }
        top.pointee.beginContainer(noEntry)
        guard reader.fault == nil, reader.at.pointee == bracket, reader.open(bracket, role == .object ? .object : .array) else {
            top.pointee.role = .nothing
            return
        }
        // In the order of the text, so that one look at the next mark is enough for each value.
        marks[first...].sort()
        top.pointee.side = first
        top.pointee.marks = marks.count
    }

    /// Goes to the next value that nothing has evaluated; from then on it is.
    @usableFromInline mutating func nextUnevaluated() -> Bool {
        let frame = top
        while frame.pointee.role == .object ? nextIndex() != nil : frame.pointee.role == .array ? nextItem() : closeNothing() != nil {
            let value = frame.pointee.value
            if takeMark(value) { continue }
            frame.pointee.step = frame.pointee.role == .object ? .unevaluatedProperties : .unevaluatedItems
            marks.append(value)
            return true
        }
        return false
    }

    private mutating func takeMark(_ value: UnsafePointer<UInt8>) -> Bool {
        let frame = top
        var isMarked = false
        while frame.pointee.side < frame.pointee.marks, marks[frame.pointee.side] <= value {
            if marks[frame.pointee.side] == value { isMarked = true }
            frame.pointee.side += 1
        }
        return isMarked
    }

    /// The current value is not allowed: `unevaluatedProperties: false`.
    @usableFromInline mutating func unevaluated() {
        let value = top.pointee.value
        if top.pointee.role == .object {
            report("unevaluatedProperties", at: value, ofFrame: true, .unexpectedProperty)
        } else {
            report("unevaluatedItems", at: value, ofFrame: true, .unexpectedItem)
        }
    }
}
