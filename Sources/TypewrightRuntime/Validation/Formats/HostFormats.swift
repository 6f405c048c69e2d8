/// Names and addresses of hosts.
enum HostFormats {
    /// RFC 1123, section 2.1; labels that begin with `xn--` have to stand for something (RFC 5890).
    static func isHostname(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        isPlainHostname(text) && InternationalHost.encodedLabelsAreSound(text)
    }

    /// Letters, digits and hyphens in labels of up to 63 bytes.
    static func isPlainHostname(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count <= 253 else { return false }
        var scanner = FormatScanner(text)
        repeat {
            let first = scanner.at
            guard scanner.takeAll({ Bytes.isAlphanumeric($0) || $0 == 0x2D }) > 0 else { return false }
            guard text[first] != 0x2D, text[scanner.at - 1] != 0x2D, scanner.at - first <= 63 else { return false }
        } while scanner.take(0x2E)
        return scanner.isAtEnd
    }
}

extension FormatScanner {
    /// Four numbers up to 255 without leading zeros (RFC 2673, section 3.2).
    mutating func takeIPv4() -> Bool {
        for part in 0..<4 {
            if part > 0, !take(0x2E) { return false }
            let first = at
            var value = 0
            while at - first < 3, let digit = Bytes.digit(next) {
                value = value * 10 + digit
                at += 1
            }
            let count = at - first
            guard count > 0, value <= 255, count == 1 || bytes[first] != 0x30 else { return false }
        }
        return true
    }

    /// RFC 4291, section 2.2: eight groups, one run of zeros left out, the last two maybe as IPv4.
    mutating func takeIPv6() -> Bool {
        var groups = 0
        var isShortened = false
        if next == 0x3A {
            guard peek(1) == 0x3A else { return false }
            at += 2
            isShortened = true
            if !Bytes.isHexDigit(next) { return true }
        }
        while true {
            if groups <= 6, isIPv4Next {
                guard takeIPv4() else { return false }
                groups += 2
                break
            }
            let count = takeAll(Bytes.isHexDigit)
            guard count > 0, count <= 4 else { return false }
            groups += 1
            guard next == 0x3A, !isAtEnd else { break }
            at += 1
            if take(0x3A) {
                guard !isShortened else { return false }
                isShortened = true
                if !Bytes.isHexDigit(next) { break }
            }
        }
        return isShortened ? groups <= 7 : groups == 8
    }

    private var isIPv4Next: Bool {
        var offset = 0
        while Bytes.isDigit(peek(offset)), offset < 4 { offset += 1 }
        return offset > 0 && peek(offset) == 0x2E
    }
}
