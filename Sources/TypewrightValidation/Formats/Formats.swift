import TypewrightPattern
import TypewrightSpec

/// What the values of `format` demand of a string. Unknown formats demand nothing.
package enum Formats {
    package static func isValid(_ text: String, format: String, draft: Dialect.Draft) -> Bool {
        let bytes = Array(text.utf8)
        switch format {
        case "date-time": return DateFormats.isDateTime(bytes)
        case "date": return DateFormats.isDate(bytes)
        case "time": return DateFormats.isTime(bytes)
        case "duration": return DurationFormat.isDuration(bytes)
        case "email": return EmailFormat.isEmail(bytes, isInternational: false)
        case "idn-email": return EmailFormat.isEmail(bytes, isInternational: true)
        case "hostname": return HostFormats.isHostname(bytes, isEncodable: draft >= .draft7)
        case "idn-hostname": return InternationalHost.isHostname(text)
        case "ipv4": return HostFormats.isIPv4(bytes)
        case "ipv6": return HostFormats.isIPv6(bytes)
        case "uri": return URIFormat(isInternational: false).isURI(bytes)
        case "uri-reference": return URIFormat(isInternational: false).isReference(bytes)
        case "iri": return URIFormat(isInternational: true).isURI(bytes)
        case "iri-reference": return URIFormat(isInternational: true).isReference(bytes)
        case "uri-template": return URITemplateFormat.isTemplate(bytes)
        case "uuid": return UUIDFormat.isUUID(bytes)
        case "json-pointer": return PointerFormats.isPointer(bytes)
        case "relative-json-pointer": return PointerFormats.isRelativePointer(bytes)
        case "regex": return isRegularExpression(text)
        default: return true
        }
    }

    /// Strictly ECMA-262: what is only understood with good will does not count.
    private static func isRegularExpression(_ text: String) -> Bool {
        (try? CompiledPattern(text))?.isStrict ?? false
    }
}

/// Bytes, and how far they were read.
struct ByteCursor {
    let bytes: [UInt8]
    var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { index >= bytes.count }
    var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        index += 1
        return true
    }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        take(UInt8(truncatingIfNeeded: scalar.value))
    }

    /// Exactly so many digits, as a number.
    mutating func digits(_ count: Int) -> Int? {
        guard index + count <= bytes.count else { return nil }
        var value = 0
        for offset in 0..<count {
            let byte = bytes[index + offset]
            guard byte.isDigit else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        index += count
        return value
    }

    /// One digit or more; how many there were.
    mutating func skipDigits() -> Int {
        let start = index
        while let byte = next, byte.isDigit { index += 1 }
        return index - start
    }
}

extension UInt8 {
    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
    var isHexDigit: Bool { isDigit || ((self | 0x20) >= 0x61 && (self | 0x20) <= 0x66) }
}
