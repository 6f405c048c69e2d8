/// `hostname` (RFC 1123; from draft-07 on with the encoded labels of RFC 5890), `ipv4` and `ipv6`.
enum HostFormats {
    /// With `isEncodable`, labels that claim to be encoded have to decode.
    static func isHostname(_ bytes: [UInt8], isEncodable: Bool) -> Bool {
        guard !bytes.isEmpty, bytes.count <= 253 else { return false }
        for part in bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
            let label = Array(part)
            guard isLabel(label), !isEncodable || isDecodable(label) else { return false }
        }
        return true
    }

    private static func isLabel(_ label: [UInt8]) -> Bool {
        guard let first = label.first, let last = label.last, label.count <= 63 else { return false }
        guard first != UInt8(ascii: "-"), last != UInt8(ascii: "-") else { return false }
        for byte in label where !(byte.isDigit || byte.isLetter || byte == UInt8(ascii: "-")) { return false }
        return true
    }

    /// RFC 5890, 2.3.1: two hyphens in the third and fourth place are kept for encoded labels.
    private static func isDecodable(_ label: [UInt8]) -> Bool {
        guard label.count >= 4, label[2] == UInt8(ascii: "-"), label[3] == UInt8(ascii: "-") else { return true }
        guard let decoded = decoded(label) else { return false }
        return InternationalHost.isLabel(decoded) && BidirectionalRule.isSatisfied(by: [decoded])
    }

    /// What a label that begins with `xn--` encodes, in the one way that there is to encode it.
    static func decoded(_ label: [UInt8]) -> [Unicode.Scalar]? {
        guard label[0] | 0x20 == UInt8(ascii: "x"), label[1] | 0x20 == UInt8(ascii: "n") else { return nil }
        let encoded = label.dropFirst(4).map { $0.isLetter ? $0 | 0x20 : $0 }
        guard let decoded = Punycode.decode(encoded), Punycode.encode(decoded) == encoded else { return nil }
        return decoded
    }

    /// Four numbers up to 255 without leading zeros.
    static func isIPv4(_ bytes: [UInt8]) -> Bool {
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 4 else { return false }
        for part in parts {
            guard !part.isEmpty, part.count <= 3, part.allSatisfy(\.isDigit) else { return false }
            if part.count > 1 && part.first == UInt8(ascii: "0") { return false }
            var value = 0
            for byte in part { value = value * 10 + Int(byte - 0x30) }
            if value > 255 { return false }
        }
        return true
    }

    /// RFC 4291, 2.2: eight groups, of which `::` stands for one or more, and the last two may be an IPv4 address.
    static func isIPv6(_ bytes: [UInt8]) -> Bool {
        guard bytes.count <= 45 else { return false }
        var cursor = ByteCursor(bytes)
        var groups = 0
        var isShortened = false
        if cursor.take(":") {
            guard cursor.take(":") else { return false }
            isShortened = true
        }
        while !cursor.isAtEnd {
            let start = cursor.index
            while let byte = cursor.next, byte.isHexDigit { cursor.index += 1 }
            if cursor.next == UInt8(ascii: ".") {
                guard isIPv4(Array(bytes[start...])) else { return false }
                groups += 2
                cursor.index = bytes.count
                break
            }
            let length = cursor.index - start
            guard length >= 1, length <= 4 else { return false }
            groups += 1
            if cursor.isAtEnd { break }
            guard cursor.take(":"), !cursor.isAtEnd else { return false }
            if cursor.take(":") {
                if isShortened { return false }
                isShortened = true
            }
        }
        return isShortened ? groups <= 7 : groups == 8
    }
}
