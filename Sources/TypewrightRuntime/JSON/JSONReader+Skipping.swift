extension JSONReader {
    /// Passes over a value of any kind, with the same checks as if it were read.
    mutating func skipValue() {
        skipWhitespace()
        switch at.pointee {
        case 0x22: _ = scanString()
        case 0x7B: skipObject()
        case 0x5B: skipArray()
        case 0x2D, 0x30...0x39: _ = scanNumber()
        case 0x74, 0x66: _ = boolean()
        case 0x6E: if !takeNullSlowly() { fail(.badLiteral) }
        default: fail(.expected(.value))
        }
    }

    private mutating func skipObject() {
        guard open(0x7B, .object) else { return }
        var isFirst = true
        while nextMember(&isFirst) {
            guard scanKey() != nil else { return }
            skipValue()
        }
        levels += 1
    }

    private mutating func skipArray() {
        guard open(0x5B, .array) else { return }
        var isFirst = true
        while nextElement(&isFirst) { skipValue() }
        levels += 1
    }

    /// Goes to the next element; false at the end of the array.
    @inline(__always)
    mutating func nextElement(_ isFirst: inout Bool) -> Bool {
        watchTail()
        skipWhitespace()
        if isFirst {
            isFirst = false
            if at.pointee != 0x5D { return fault == nil }
            at += 1
            return false
        }
        if at.pointee == 0x2C {
            at += 1
            return true
        }
        if at.pointee == 0x5D { at += 1 } else { fail(.expected(.commaOrBracket)) }
        return false
    }
}
