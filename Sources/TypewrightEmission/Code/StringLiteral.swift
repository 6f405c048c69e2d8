import TypewrightSource

/// Text from a document as a Swift string literal.
package enum StringLiteral {
    /// Escapes what would end the literal or start an interpolation, control characters, and the
    /// invisible characters that make source read differently from what it means (bidirectional
    /// controls, the byte order mark, line and paragraph separators).
    package static func write(_ text: String, into bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        writeInside(text, into: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    /// Without the quotes.
    static func writeInside(_ text: String, into bytes: inout [UInt8]) {
        let start = bytes.count
        bytes.append(text: text)
        if bytes[start...].allSatisfy(isPlain) { return }
        bytes.removeSubrange(start...)
        for scalar in text.unicodeScalars {
            write(scalar, into: &bytes)
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte <= 0x7E && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    private static func write(_ scalar: Unicode.Scalar, into bytes: inout [UInt8]) {
        switch scalar {
        case "\"": bytes.append(contentsOf: "\\\"".utf8)
        case "\\": bytes.append(contentsOf: "\\\\".utf8)
        case "\n": bytes.append(contentsOf: "\\n".utf8)
        case "\r": bytes.append(contentsOf: "\\r".utf8)
        case "\t": bytes.append(contentsOf: "\\t".utf8)
        default:
            if SourceText.isUnsafe(scalar) {
                bytes.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".utf8)
            } else {
                bytes.append(contentsOf: String(scalar).utf8)
            }
        }
    }
}

enum SourceText {
    /// Characters that have no business in source text, whether in a literal or in a comment.
    static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x1F, 0x7F...0x9F: true
        case 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
        case 0xE0000...0xE007F, 0xFFF9...0xFFFB: true
        // Noncharacters are refused by the compiler even inside literals.
        case 0xFDD0...0xFDEF: true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }
}
