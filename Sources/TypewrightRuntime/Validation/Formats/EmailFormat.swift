/// RFC 5321, section 4.1.2, and RFC 6531 for international ones.
enum EmailFormat {
    static func accepts(_ text: UnsafeBufferPointer<UInt8>, isInternational: Bool) -> Bool {
        var scanner = FormatScanner(text)
        let hasLocalPart = scanner.next == 0x22
            ? takeQuoted(&scanner, isInternational) : takeDotted(&scanner, isInternational)
        guard hasLocalPart, scanner.at <= 64, scanner.take(0x40) else { return false }
        if scanner.next == 0x5B { return takeLiteral(&scanner) && scanner.isAtEnd }
        let domain = UnsafeBufferPointer(rebasing: text[scanner.at...])
        return isInternational ? InternationalHost.acceptsLoosely(domain) : HostFormats.isPlainHostname(domain)
    }

    private static func takeDotted(_ scanner: inout FormatScanner, _ isInternational: Bool) -> Bool {
        repeat {
            let count = scanner.takeAll { byte in
                Bytes.isAlphanumeric(byte) || Bytes.isIn("!#$%&'*+-/=?^_`{|}~", byte) || (isInternational && byte >= 0x80)
            }
            if count == 0 { return false }
        } while scanner.take(0x2E)
        return true
    }

    private static func takeQuoted(_ scanner: inout FormatScanner, _ isInternational: Bool) -> Bool {
        guard scanner.take(0x22) else { return false }
        while !scanner.isAtEnd, scanner.next != 0x22 {
            if scanner.take(0x5C) {
                guard scanner.take({ $0 >= 0x20 && $0 < 0x7F }) else { return false }
            } else {
                guard scanner.take({ $0 >= 0x20 && $0 != 0x7F && ($0 < 0x80 || isInternational) }) else { return false }
            }
        }
        return scanner.take(0x22)
    }

    /// `[127.0.0.1]`, `[IPv6:::1]`
    private static func takeLiteral(_ scanner: inout FormatScanner) -> Bool {
        guard scanner.take(0x5B) else { return false }
        let isIPv6 = scanner.next | 0x20 == 0x69
        if isIPv6 {
            for byte in [0x69, 0x70, 0x76, 0x36, 0x3A] as [UInt8] {
                guard scanner.take({ $0 | 0x20 == byte || $0 == byte }) else { return false }
            }
        }
        guard isIPv6 ? scanner.takeIPv6() : scanner.takeIPv4() else { return false }
        return scanner.take(0x5D)
    }
}
