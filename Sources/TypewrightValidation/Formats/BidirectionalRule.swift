/// RFC 5893, 2: what a host name with letters that run from right to left has to look like.
///
/// The standard library has no bidirectional classes; they follow here from blocks and categories.
enum BidirectionalRule {
    private enum Class {
        case left, right, arabicNumber, europeanNumber, mark, other
    }

    static func isSatisfied(by labels: [[Unicode.Scalar]]) -> Bool {
        let classes = labels.map { $0.map(classify) }
        let isBidirectional = classes.contains { $0.contains { $0 == .right || $0 == .arabicNumber } }
        return !isBidirectional || classes.allSatisfy(isSatisfied)
    }

    private static func isSatisfied(_ label: [Class]) -> Bool {
        guard let first = label.first, let last = label.last(where: { $0 != .mark }) else { return true }
        switch first {
        case .right:
            if label.contains(.left) { return false }
            if label.contains(.europeanNumber) && label.contains(.arabicNumber) { return false }
            return last == .right || last == .europeanNumber || last == .arabicNumber
        case .left:
            if label.contains(.right) || label.contains(.arabicNumber) { return false }
            return last == .left || last == .europeanNumber
        default: return false
        }
    }

    private static func classify(_ scalar: Unicode.Scalar) -> Class {
        switch scalar.value {
        case 0x30...0x39, 0x6F0...0x6F9: return .europeanNumber
        case 0x660...0x669: return .arabicNumber
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return .mark
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .spacingMark, .decimalNumber:
            return runsLeft(scalar.value) ? .right : .left
        default: return .other
        }
    }

    /// The blocks of Hebrew, Arabic, Syriac, Thaana, N'Ko and the like.
    private static func runsLeft(_ value: UInt32) -> Bool {
        switch value {
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }
}
