/// `email` (RFC 5321, 4.1.2: a mailbox) and `idn-email` (RFC 6531: the same with all of Unicode).
enum EmailFormat {
    static func isEmail(_ bytes: [UInt8], isInternational: Bool) -> Bool {
        guard let at = bytes.lastIndex(of: UInt8(ascii: "@")), at > 0, at + 1 < bytes.count else { return false }
        return isLocalPart(Array(bytes[..<at]), isInternational) && isDomain(Array(bytes[(at + 1)...]), isInternational)
    }

    private static func isLocalPart(_ bytes: [UInt8], _ isInternational: Bool) -> Bool {
        guard bytes.count <= 64 || isInternational else { return false }
        if bytes.first == UInt8(ascii: "\"") { return isQuoted(bytes, isInternational) }
        for atom in bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
            if atom.isEmpty { return false }
            for byte in atom where !isAtomByte(byte, isInternational) { return false }
        }
        return true
    }

    private static func isAtomByte(_ byte: UInt8, _ isInternational: Bool) -> Bool {
        if byte.isLetter || byte.isDigit { return true }
        if byte >= 0x80 { return isInternational }
        switch byte {
        case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "'"),
             UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "?"),
             UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"),
             UInt8(ascii: "~"):
            return true
        default: return false
        }
    }

    private static func isQuoted(_ bytes: [UInt8], _ isInternational: Bool) -> Bool {
        guard bytes.count >= 2, bytes.last == UInt8(ascii: "\"") else { return false }
        var isEscaped = false
        for byte in bytes[1..<(bytes.count - 1)] {
            if byte >= 0x80 && !isInternational { return false }
            if byte < 0x20 || byte == 0x7F { return false }
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                return false
            }
        }
        return !isEscaped
    }

    private static func isDomain(_ bytes: [UInt8], _ isInternational: Bool) -> Bool {
        if bytes.first == UInt8(ascii: "["), bytes.last == UInt8(ascii: "]"), bytes.count > 2 {
            let literal = Array(bytes[1..<(bytes.count - 1)])
            let prefix = Array("IPv6:".utf8)
            if literal.starts(with: prefix) { return HostFormats.isIPv6(Array(literal.dropFirst(prefix.count))) }
            return HostFormats.isIPv4(literal)
        }
        return isInternational ? InternationalHost.isHostname(String(decoding: bytes, as: UTF8.self)) : HostFormats.isHostname(bytes, isEncodable: true)
    }
}
