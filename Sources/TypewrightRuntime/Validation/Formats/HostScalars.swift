/// RFC 5892: which characters may stand in a label, and which of them only in some company.
enum HostScalars {
    static func isAllowed(_ label: [Unicode.Scalar], at index: Int) -> Bool {
        let value = label[index].value
        if value < 0x80 { return isASCIIAllowed(value) }
        switch value {
        case 0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007: return true
        case 0x640, 0x7FA, 0x302E, 0x302F, 0x3031...0x3035, 0x303B: return false
        case 0xB7: return neighbour(label, index - 1) == 0x6C && neighbour(label, index + 1) == 0x6C
        case 0x375: return isGreek(neighbour(label, index + 1))
        case 0x5F3, 0x5F4: return isHebrew(neighbour(label, index - 1))
        case 0x30FB: return label.contains { isKana($0.value) || isHan($0.value) }
        case 0x660...0x669: return !label.contains { $0.value >= 0x6F0 && $0.value <= 0x6F9 }
        case 0x6F0...0x6F9: return !label.contains { $0.value >= 0x660 && $0.value <= 0x669 }
        case 0x200C: return followsVirama(label, index) || joinsArabic(label, index)
        case 0x200D: return followsVirama(label, index)
        default: return isDerivedAllowed(label[index])
        }
    }

    /// As text is compared without regard to case, capitals pass for small letters in ASCII.
    private static func isASCIIAllowed(_ value: UInt32) -> Bool {
        let byte = UInt8(truncatingIfNeeded: value)
        return Bytes.isAlphanumeric(byte) || byte == 0x2D
    }

    private static func neighbour(_ label: [Unicode.Scalar], _ index: Int) -> UInt32 {
        index >= 0 && index < label.count ? label[index].value : 0
    }

    /// Letters, marks and digits that folding and normalising leave as they are.
    private static func isDerivedAllowed(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        switch properties.generalCategory {
        case .lowercaseLetter, .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark, .decimalNumber: break
        default: return false
        }
        if properties.isDefaultIgnorableCodePoint || properties.changesWhenNFKCCaseFolded { return false }
        // Conjoining jamo.
        return !((scalar.value >= 0x1100 && scalar.value <= 0x11FF) || (scalar.value >= 0xA960 && scalar.value <= 0xA97F)
            || (scalar.value >= 0xD7B0 && scalar.value <= 0xD7FF))
    }

    private static func followsVirama(_ label: [Unicode.Scalar], _ index: Int) -> Bool {
        index > 0 && label[index - 1].properties.canonicalCombiningClass.rawValue == 9
    }

    /// Between letters that join; Arabic letters that join on one side only are few.
    private static func joinsArabic(_ label: [Unicode.Scalar], _ index: Int) -> Bool {
        joins(label[..<index].last { !$0.properties.generalCategory.isMark }, after: false)
            && joins(label[(index + 1)...].first { !$0.properties.generalCategory.isMark }, after: true)
    }

    private static func joins(_ scalar: Unicode.Scalar?, after: Bool) -> Bool {
        guard let value = scalar?.value, value >= 0x620, value <= 0x8FF, scalar?.properties.generalCategory == .otherLetter else { return false }
        if value == 0x621 || value == 0x674 || value == 0x6D5 && !after { return false }
        let joinsOnlyBefore: Set<UInt32> = [
            0x622, 0x623, 0x624, 0x625, 0x627, 0x629, 0x62F, 0x630, 0x631, 0x632, 0x648, 0x671, 0x688, 0x691, 0x698,
        ]
        return after || !joinsOnlyBefore.contains(value)
    }

    // MARK: Scripts, by their blocks

    private static func isGreek(_ value: UInt32) -> Bool {
        (value >= 0x370 && value <= 0x3FF && value != 0x37E && value != 0x387) || (value >= 0x1F00 && value <= 0x1FFF)
    }

    private static func isHebrew(_ value: UInt32) -> Bool {
        (value >= 0x591 && value <= 0x5F4) || (value >= 0xFB1D && value <= 0xFB4F)
    }

    private static func isKana(_ value: UInt32) -> Bool {
        (value >= 0x3041 && value <= 0x3096) || (value >= 0x309D && value <= 0x309F) || (value >= 0x30A1 && value <= 0x30FA)
            || (value >= 0x30FD && value <= 0x30FF) || (value >= 0x31F0 && value <= 0x31FF)
    }

    private static func isHan(_ value: UInt32) -> Bool {
        (value >= 0x3400 && value <= 0x4DBF) || (value >= 0x4E00 && value <= 0x9FFF) || value == 0x3005 || value == 0x3007
            || (value >= 0xF900 && value <= 0xFAFF) || (value >= 0x20000 && value <= 0x323AF)
    }
}

/// RFC 5893, section 2, with directions by block.
enum BidirectionalRule {
    static func accepts(_ labels: [[Unicode.Scalar]]) -> Bool {
        guard labels.contains(where: { $0.contains { direction($0) == .rightToLeft || direction($0) == .arabicNumber } }) else { return true }
        return labels.allSatisfy(accepts)
    }

    private enum Direction { case leftToRight, rightToLeft, number, arabicNumber, neutral, mark }

    private static func accepts(_ label: [Unicode.Scalar]) -> Bool {
        let directions = label.map(direction)
        guard let last = directions.last(where: { $0 != .mark }) else { return false }
        switch directions.first {
        case .rightToLeft:
            if directions.contains(.leftToRight) { return false }
            if directions.contains(.number) && directions.contains(.arabicNumber) { return false }
            return last == .rightToLeft || last == .number || last == .arabicNumber
        case .leftToRight:
            if directions.contains(.rightToLeft) || directions.contains(.arabicNumber) { return false }
            return last == .leftToRight || last == .number
        default: return false
        }
    }

    private static func direction(_ scalar: Unicode.Scalar) -> Direction {
        let value = scalar.value
        if scalar.properties.generalCategory == .nonspacingMark || scalar.properties.generalCategory == .enclosingMark { return .mark }
        switch value {
        case 0x30...0x39, 0x6F0...0x6F9: return .number
        case 0x660...0x669: return .arabicNumber
        case 0x2D, 0x200C, 0x200D, 0x30FB, 0xB7: return .neutral
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: return .rightToLeft
        default: return .leftToRight
        }
    }
}
