/// `idn-hostname`: RFC 5890 to 5892, as far as the standard library knows Unicode.
///
/// The properties of RFC 5892 are derived from general categories; joining types, which the library
/// does not have, are taken for the scripts where zero-width joiners occur.
enum InternationalHost {
    static func isHostname(_ text: String) -> Bool {
        var labels: [[Unicode.Scalar]] = [[]]
        var length = 0
        for scalar in text.unicodeScalars {
            length += 1
            switch scalar.value {
            // Full stops of East Asian scripts separate labels too.
            case 0x2E, 0x3002, 0xFF0E, 0xFF61: labels.append([])
            default: labels[labels.count - 1].append(scalar)
            }
        }
        guard length > 0, length <= 253 else { return false }
        for index in labels.indices {
            if labels[index].allSatisfy(\.isASCII) {
                let bytes = labels[index].map { UInt8(truncatingIfNeeded: $0.value) }
                guard HostFormats.isHostname(bytes, isEncodable: true) else { return false }
                if bytes.count > 4, let decoded = HostFormats.decoded(bytes) { labels[index] = decoded }
            } else if !isLabel(labels[index]) {
                return false
            }
        }
        return BidirectionalRule.isSatisfied(by: labels)
    }

    /// A label as Unicode: RFC 5891, 4.2.
    static func isLabel(_ label: [Unicode.Scalar]) -> Bool {
        guard let first = label.first, let last = label.last, Punycode.encode(label).count + 4 <= 63 else { return false }
        guard first != "-", last != "-" else { return false }
        if label.count >= 4, label[2] == "-", label[3] == "-" { return false }
        switch first.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return false
        default: break
        }
        for index in label.indices where !isAllowed(label[index], at: index, in: label) { return false }
        return true
    }

    private static func isAllowed(_ scalar: Unicode.Scalar, at index: Int, in label: [Unicode.Scalar]) -> Bool {
        switch scalar.value {
        // RFC 5892, appendix A: allowed in some company only.
        case 0xB7:
            return index > 0 && index + 1 < label.count && label[index - 1] == "l" && label[index + 1] == "l"
        case 0x375: return index + 1 < label.count && isGreek(label[index + 1])
        case 0x5F3, 0x5F4: return index > 0 && isHebrew(label[index - 1])
        case 0x30FB: return label.contains { isKana($0) }
        case 0x660...0x669: return !label.contains { $0.value >= 0x6F0 && $0.value <= 0x6F9 }
        case 0x6F0...0x6F9: return !label.contains { $0.value >= 0x660 && $0.value <= 0x669 }
        case 0x200C, 0x200D: return index > 0 && followsVirama(label[index - 1], scalar)
        // RFC 5892, 2.6: exceptions by name.
        case 0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007: return true
        case 0x640, 0x7FA, 0x302E, 0x302F, 0x3031...0x3035, 0x303B: return false
        default: return isValid(scalar)
        }
    }

    /// PVALID by category; what folding would change is not allowed.
    private static func isValid(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            let byte = UInt8(truncatingIfNeeded: scalar.value)
            return byte.isDigit || byte == UInt8(ascii: "-") || (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x41 && byte <= 0x5A)
        }
        let properties = scalar.properties
        if properties.isDefaultIgnorableCodePoint || properties.isWhitespace || properties.isNoncharacterCodePoint { return false }
        switch properties.generalCategory {
        case .lowercaseLetter, .uppercaseLetter, .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark, .decimalNumber:
            // Conjoining Hangul letters.
            return !(scalar.value >= 0x1100 && scalar.value <= 0x11FF)
        default: return false
        }
    }

    private static func isGreek(_ scalar: Unicode.Scalar) -> Bool {
        (scalar.value >= 0x370 && scalar.value <= 0x3FF) || (scalar.value >= 0x1F00 && scalar.value <= 0x1FFF)
    }

    private static func isHebrew(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x590 && scalar.value <= 0x5FF }

    /// Hiragana, Katakana or Han; the middle dot itself does not count.
    private static func isKana(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value == 0x30FB { return false }
        return (scalar.value >= 0x3040 && scalar.value <= 0x30FF) || (scalar.value >= 0x4E00 && scalar.value <= 0x9FFF)
            || (scalar.value >= 0x3400 && scalar.value <= 0x4DBF)
    }

    /// A joiner stands behind a virama; a non-joiner also between letters that join, as in Arabic script.
    private static func followsVirama(_ before: Unicode.Scalar, _ joiner: Unicode.Scalar) -> Bool {
        if before.properties.canonicalCombiningClass == .virama { return true }
        return joiner.value == 0x200C && before.value >= 0x620 && before.value <= 0x8FF
    }
}
