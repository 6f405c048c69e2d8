/// Whether a text is a regular expression of ECMA-262 under the flag `u`: its syntax, without its meaning.
struct RegexSyntax {
    private var text: FormatScanner
    private var openGroups = 0

    static func accepts(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var syntax = RegexSyntax(text: FormatScanner(bytes))
        return syntax.takePattern()
    }

    private init(text: FormatScanner) {
        self.text = text
    }

    private mutating func takePattern() -> Bool {
        // Whether a quantifier may follow.
        var isAtom = false
        while !text.isAtEnd {
            let byte = text.next
            switch byte {
            case 0x28:
                guard openGroup() else { return false }
                isAtom = false
            case 0x29:
                guard openGroups > 0 else { return false }
                openGroups -= 1
                text.at += 1
                isAtom = true
            case 0x7C, 0x5E, 0x24:
                text.at += 1
                isAtom = false
            case 0x2A, 0x2B, 0x3F, 0x7B:
                guard isAtom, takeQuantifier() else { return false }
                isAtom = false
            case 0x5B:
                guard takeClass() else { return false }
                isAtom = true
            case 0x5D, 0x7D: return false
            case 0x5C:
                let isBoundary = text.peek(1) | 0x20 == 0x62
                guard takeEscape(inClass: false) else { return false }
                isAtom = !isBoundary
            default:
                text.at += 1
                isAtom = true
            }
        }
        return openGroups == 0
    }

    private mutating func openGroup() -> Bool {
        text.at += 1
        openGroups += 1
        guard text.take(0x3F) else { return true }
        if text.take({ $0 == 0x3A || $0 == 0x3D || $0 == 0x21 }) { return true }
        guard text.take(0x3C) else { return false }
        if text.take({ $0 == 0x3D || $0 == 0x21 }) { return true }
        return takeName()
    }

    private mutating func takeName() -> Bool {
        guard text.take({ Bytes.isLetter($0) || $0 == 0x24 || $0 == 0x5F || $0 >= 0x80 }) else { return false }
        text.takeAll { Bytes.isAlphanumeric($0) || $0 == 0x24 || $0 == 0x5F || $0 >= 0x80 }
        return text.take(0x3E)
    }

    private mutating func takeQuantifier() -> Bool {
        if text.take(0x7B) {
            let least = takeCount()
            guard let least else { return false }
            if text.take(0x2C), Bytes.isDigit(text.next) {
                guard let most = takeCount(), least <= most else { return false }
            }
            guard text.take(0x7D) else { return false }
        } else {
            text.at += 1
        }
        _ = text.take(0x3F)
        return true
    }

    private mutating func takeCount() -> Double? {
        let first = text.at
        guard text.takeAll(Bytes.isDigit) > 0 else { return nil }
        var value = 0.0
        for index in first..<text.at { value = value * 10 + Double(text.bytes[index] - 0x30) }
        return value
    }

    private mutating func takeClass() -> Bool {
        text.at += 1
        _ = text.take(0x5E)
        while !text.isAtEnd, text.next != 0x5D {
            guard let low = takeClassMember() else { return false }
            guard text.next == 0x2D, text.peek(1) != 0x5D, text.peek(1) != 0 else { continue }
            text.at += 1
            guard let high = takeClassMember() else { return false }
            // A set has no place in a range, and ranges go upwards.
            guard let from = low.scalar, let to = high.scalar, from <= to else { return false }
        }
        return text.take(0x5D)
    }

    private struct Member {
        /// None for a set such as `\d`.
        var scalar: UInt32?
    }

    private mutating func takeClassMember() -> Member? {
        guard text.next == 0x5C else {
            guard let (value, length) = text.scalar else { return nil }
            text.at += length
            return Member(scalar: value)
        }
        let start = text.at
        guard takeEscape(inClass: true) else { return nil }
        let kind = text.bytes[start + 1]
        if Bytes.isIn("dDsSwWpP", kind) { return Member(scalar: nil) }
        return Member(scalar: escapedScalar(from: start))
    }

    private func escapedScalar(from start: Int) -> UInt32 {
        let kind = text.bytes[start + 1]
        switch kind {
        case 0x74: return 9
        case 0x6E: return 10
        case 0x76: return 11
        case 0x66: return 12
        case 0x72: return 13
        case 0x62: return 8
        case 0x30: return 0
        case 0x63: return UInt32(text.bytes[start + 2] & 0x1F)
        case 0x78, 0x75:
            var value: UInt32 = 0
            for index in (start + 2)..<text.at where Bytes.isHexDigit(text.bytes[index]) {
                let byte = text.bytes[index]
                value = value &* 16 &+ UInt32(byte <= 0x39 ? byte - 0x30 : (byte | 0x20) - 0x57)
            }
            return value
        default: return UInt32(kind)
        }
    }

    /// "Under the flag u, an escape that has no meaning is an error."
    private mutating func takeEscape(inClass: Bool) -> Bool {
        text.at += 1
        let kind = text.next
        guard !text.isAtEnd else { return false }
        text.at += 1
        switch kind {
        case 0x64, 0x44, 0x73, 0x53, 0x77, 0x57, 0x74, 0x6E, 0x76, 0x66, 0x72: return true
        case 0x62: return true
        case 0x42: return !inClass
        case 0x2D: return inClass
        case 0x30: return !Bytes.isDigit(text.next)
        case 0x31...0x39:
            text.takeAll(Bytes.isDigit)
            return !inClass
        case 0x6B: return !inClass && text.take(0x3C) && takeName()
        case 0x63: return text.take(Bytes.isLetter)
        case 0x78: return text.take(Bytes.isHexDigit) && text.take(Bytes.isHexDigit)
        case 0x75: return takeUnicodeEscape()
        case 0x70, 0x50: return takeProperty()
        default: return Bytes.isIn("^$\\.*+?()[]{}|/", kind)
        }
    }

    private mutating func takeUnicodeEscape() -> Bool {
        if text.take(0x7B) { return text.takeAll(Bytes.isHexDigit) > 0 && text.take(0x7D) }
        for _ in 0..<4 {
            guard text.take(Bytes.isHexDigit) else { return false }
        }
        return true
    }

    private mutating func takeProperty() -> Bool {
        guard text.take(0x7B) else { return false }
        func isPart(_ byte: UInt8) -> Bool { Bytes.isAlphanumeric(byte) || byte == 0x5F }
        guard text.takeAll(isPart) > 0 else { return false }
        if text.take(0x3D), text.takeAll(isPart) == 0 { return false }
        return text.take(0x7D)
    }
}
