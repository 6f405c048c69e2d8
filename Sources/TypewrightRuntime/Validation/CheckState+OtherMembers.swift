// Members that are not listed, and the names of members.
extension CheckState {
    /// The current property is not allowed: `additionalProperties: false`.
    @usableFromInline mutating func unexpected() {
        report("additionalProperties", at: top.pointee.value, ofFrame: true, .unexpectedProperty)
    }

    /// The current property is one that `additionalProperties` is for: neither listed nor matched by a pattern.
    @usableFromInline mutating func isAdditional() -> Bool {
        let frame = top
        guard frame.pointee.role == .object, reader.fault == nil, !frame.pointee.isMatched, !isListed(frame) else { return false }
        frame.pointee.step = .additionalProperties
        if frame.pointee.collects { marks.append(frame.pointee.value) }
        return true
    }

    private mutating func isListed(_ frame: UnsafeMutablePointer<Frame>) -> Bool {
        frame.pointee.index >= 0 && frame.pointee.index < frame.pointee.evaluated
    }

    /// Whether the current key matches; the cursor then stands at the value again, for one more schema.
    @usableFromInline mutating func matches(_ pattern: Pattern) -> Bool {
        let frame = top
        guard frame.pointee.role == .object, reader.fault == nil else { return false }
        let (key, value) = (frame.pointee.key, frame.pointee.value)
        let after = reader.at
        reader.at = key
        guard let text = reader.scanString() else { return false }
        reader.at = after
        guard matches(text, pattern, "patternProperties", at: value) else { return false }
        frame.pointee.isMatched = true
        frame.pointee.step = .patternProperties
        frame.pointee.stepName = pattern.source
        if frame.pointee.collects { marks.append(value) }
        back(to: value)
        return true
    }

    private mutating func back(to value: UnsafePointer<UInt8>) {
        reader.at = value
        reader.levels = top.pointee.levels - 1
    }

    /// Goes to the current key, to be checked as a string; `endName` goes back to the value.
    @usableFromInline mutating func beginName() {
        guard reader.fault == nil else { return }
        top.pointee.step = .propertyNames
        reader.at = top.pointee.key
    }

    @usableFromInline mutating func endName() {
        guard reader.fault == nil else { return }
        top.pointee.step = .property
        reader.at = top.pointee.value
    }
}
