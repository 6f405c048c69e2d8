/// RFC 3986, and RFC 3987 for international ones.
enum URIFormats {
    static func accepts(_ text: UnsafeBufferPointer<UInt8>, isInternational: Bool, isReference: Bool) -> Bool {
        var uri = URIScanner(text: FormatScanner(text), isInternational: isInternational)
        let hasScheme = uri.takeScheme()
        guard hasScheme || isReference else { return false }
        return uri.takeRest(hasScheme: hasScheme) && uri.text.isAtEnd
    }
}

private struct URIScanner {
    var text: FormatScanner
    let isInternational: Bool

    /// Takes a scheme with its colon, or nothing.
    mutating func takeScheme() -> Bool {
        let start = text.at
        if text.take(Bytes.isLetter) {
            text.takeAll { Bytes.isAlphanumeric($0) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E }
            if text.take(0x3A) { return true }
        }
        text.at = start
        return false
    }

    mutating func takeRest(hasScheme: Bool) -> Bool {
        if text.next == 0x2F && text.peek(1) == 0x2F {
            text.at += 2
            guard takeAuthority() else { return false }
            // A path that follows an authority begins with a slash.
            guard text.isAtEnd || Bytes.isIn("/?#", text.next) else { return false }
        } else if !hasScheme {
            // "A path segment that contains a colon character cannot be used as the first segment
            // of a relative-path reference."
            guard take(extra: "@") else { return false }
            if text.next == 0x3A { return false }
        }
        guard take(extra: ":@/") else { return false }
        if text.take(0x3F), !take(extra: ":@/?", isQuery: true) { return false }
        if text.take(0x23), !take(extra: ":@/?") { return false }
        return true
    }

    private mutating func takeAuthority() -> Bool {
        let start = text.at
        guard take(extra: ":") else { return false }
        if !text.take(0x40) { text.at = start }
        if text.take(0x5B) {
            guard takeLiteral(), text.take(0x5D) else { return false }
        } else {
            guard take(extra: "") else { return false }
        }
        if text.take(0x3A) { text.takeAll(Bytes.isDigit) }
        return true
    }

    private mutating func takeLiteral() -> Bool {
        guard text.next | 0x20 == 0x76 else { return text.takeIPv6() }
        text.at += 1
        guard text.takeAll(Bytes.isHexDigit) > 0, text.take(0x2E) else { return false }
        return text.takeAll { Bytes.isAlphanumeric($0) || Bytes.isIn("-._~!$&'()*+,;=:", $0) } > 0
    }

    /// Unreserved characters, sub-delimiters, percent-encoded bytes, and some more; false where a percent
    /// sign is not followed by two digits.
    private mutating func take(extra: StaticString, isQuery: Bool = false) -> Bool {
        while !text.isAtEnd {
            let byte = text.next
            if byte == 0x25 {
                guard Bytes.isHexDigit(text.peek(1)), Bytes.isHexDigit(text.peek(2)) else { return false }
                text.at += 3
            } else if Bytes.isAlphanumeric(byte) || Bytes.isIn("-._~!$&'()*+,;=", byte) || Bytes.isIn(extra, byte) {
                text.at += 1
            } else if byte >= 0x80 && isInternational {
                guard let length = internationalLength(isQuery: isQuery) else { return false }
                text.at += length
            } else {
                break
            }
        }
        return true
    }

    /// `ucschar`, and `iprivate` in queries.
    private func internationalLength(isQuery: Bool) -> Int? {
        guard let (scalar, length) = text.scalar else { return nil }
        let isPrivate = (scalar >= 0xE000 && scalar <= 0xF8FF) || scalar >= 0xF0000
        if isPrivate { return isQuery ? length : nil }
        let isCharacter = (scalar >= 0xA0 && scalar <= 0xD7FF) || (scalar >= 0xF900 && scalar <= 0xFDCF)
            || (scalar >= 0xFDF0 && scalar <= 0xFFEF) || (scalar >= 0x10000 && scalar & 0xFFFF <= 0xFFFD && scalar < 0xE0000)
            || (scalar >= 0xE1000 && scalar <= 0xEFFFD)
        return isCharacter ? length : nil
    }
}

extension FormatScanner {
    /// The next scalar of a text that is known to be UTF-8, and its length.
    var scalar: (value: UInt32, length: Int)? {
        let lead = next
        if isAtEnd { return nil }
        if lead < 0x80 { return (UInt32(lead), 1) }
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var value = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        for offset in 1..<length { value = value << 6 | UInt32(peek(offset) & 0x3F) }
        return (value, length)
    }
}

/// RFC 6570, section 2.
enum URITemplateFormat {
    static func accepts(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var text = FormatScanner(bytes)
        while !text.isAtEnd {
            if text.take(0x7B) {
                guard takeExpression(&text) else { return false }
            } else if text.next == 0x25 {
                guard takePercent(&text) else { return false }
            } else {
                // "Any Unicode character except: CTL, SP, DQUOTE, %, <, >, \, ^, `, {, |, }"; the erratum adds the apostrophe.
                guard text.take({ $0 > 0x20 && $0 != 0x7F && !Bytes.isIn("\"<>\\^`{|}", $0) }) else { return false }
            }
        }
        return true
    }

    private static func takePercent(_ text: inout FormatScanner) -> Bool {
        text.take(0x25) && text.take(Bytes.isHexDigit) && text.take(Bytes.isHexDigit)
    }

    private static func takeExpression(_ text: inout FormatScanner) -> Bool {
        _ = text.take { Bytes.isIn("+#./;?&=,!@|", $0) }
        repeat {
            guard takeName(&text) else { return false }
            if text.take(0x3A) {
                guard text.take({ $0 >= 0x31 && $0 <= 0x39 }), text.takeAll(Bytes.isDigit) <= 3 else { return false }
            } else {
                _ = text.take(0x2A)
            }
        } while text.take(0x2C)
        return text.take(0x7D)
    }

    private static func takeName(_ text: inout FormatScanner) -> Bool {
        repeat {
            var count = 0
            while text.next == 0x25 || Bytes.isAlphanumeric(text.next) || text.next == 0x5F {
                guard text.next == 0x25 ? takePercent(&text) : text.take(text.next) else { return false }
                count += 1
            }
            if count == 0 { return false }
        } while text.take(0x2E)
        return true
    }
}
