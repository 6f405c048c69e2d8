/// A URI or a reference to one (formats `uri`, `url`, `uri-reference`, `iri`…).
public struct URIText: FormattedText {
    public var text: String
    public init(_ text: String) { self.text = text }

    /// Whether the text is an absolute URI: a scheme, a colon, and characters that a URI may
    /// have, percent signs followed by two hexadecimal digits (RFC 3986).
    public static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let colon = text.firstIndex(of: 0x3A), colon > 0, isLetter(text[0]) else { return false }
        for byte in text[1..<colon] where !isLetter(byte) && !isDigit(byte) && byte != 0x2B && byte != 0x2D && byte != 0x2E {
            return false
        }
        var position = colon + 1
        while position < text.count {
            if text[position] == 0x25 {
                guard position + 2 < text.count, isHexDigit(text[position + 1]), isHexDigit(text[position + 2])
                else { return false }
                position += 3
            } else {
                if !isAllowed(text[position]) { return false }
                position += 1
            }
        }
        return true
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    private static func isHexDigit(_ byte: UInt8) -> Bool { isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x66) }

    /// Reserved and unreserved characters: visible ASCII without `"<>\^{|}` and backtick.
    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B, 0x7C, 0x7D: false
        default: byte > 0x20 && byte < 0x7F
        }
    }
}
