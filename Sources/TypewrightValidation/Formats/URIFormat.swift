/// `uri`, `uri-reference` (RFC 3986) and `iri`, `iri-reference` (RFC 3987: also with all of Unicode).
struct URIFormat {
    let isInternational: Bool

    func isURI(_ bytes: [UInt8]) -> Bool {
        guard let colon = schemeEnd(bytes) else { return false }
        return isRest(Array(bytes[(colon + 1)...]))
    }

    func isReference(_ bytes: [UInt8]) -> Bool {
        if isURI(bytes) { return true }
        // 4.2: the first segment of a relative path has no colon.
        let path = bytes.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        let segment = path.prefix { $0 != UInt8(ascii: "/") }
        if segment.contains(UInt8(ascii: ":")) { return false }
        return isRest(bytes)
    }

    /// The position of the colon after a scheme.
    private func schemeEnd(_ bytes: [UInt8]) -> Int? {
        guard let first = bytes.first, first.isLetter, let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        for byte in bytes[..<colon] {
            let isAllowed = byte.isLetter || byte.isDigit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
            if !isAllowed { return nil }
        }
        return colon
    }

    /// What follows the scheme: authority, path, query and fragment.
    private func isRest(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
            guard areAllowed(rest[(hash + 1)...], alsoSlashAndQuestion: true) else { return false }
            rest = rest[..<hash]
        }
        if let question = rest.firstIndex(of: UInt8(ascii: "?")) {
            guard areAllowed(rest[(question + 1)...], alsoSlashAndQuestion: true) else { return false }
            rest = rest[..<question]
        }
        if rest.starts(with: "//".utf8) {
            let authority = rest.dropFirst(2).prefix { $0 != UInt8(ascii: "/") }
            guard isAuthority(Array(authority)) else { return false }
            rest = rest[authority.endIndex...]
        }
        for segment in rest.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            guard areAllowed(segment, alsoSlashAndQuestion: false) else { return false }
        }
        return true
    }

    private func isAuthority(_ bytes: [UInt8]) -> Bool {
        var host = bytes[...]
        if let at = host.lastIndex(of: UInt8(ascii: "@")) {
            let user = host[..<at]
            if user.contains(UInt8(ascii: "@")) || !areAllowed(user, alsoSlashAndQuestion: false) { return false }
            host = host[(at + 1)...]
        }
        if host.first == UInt8(ascii: "[") {
            guard let end = host.firstIndex(of: UInt8(ascii: "]")) else { return false }
            guard isLiteral(Array(host[(host.startIndex + 1)..<end])) else { return false }
            let rest = host[(end + 1)...]
            return rest.isEmpty || (rest.first == UInt8(ascii: ":") && rest.dropFirst().allSatisfy(\.isDigit))
        }
        if let colon = host.firstIndex(of: UInt8(ascii: ":")) {
            guard host[(colon + 1)...].allSatisfy(\.isDigit) else { return false }
            host = host[..<colon]
        }
        return areAllowed(host, alsoSlashAndQuestion: false) && !host.contains(UInt8(ascii: "@"))
    }

    /// An IPv6 address or an address of the future.
    private func isLiteral(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first, first | 0x20 == UInt8(ascii: "v") else { return HostFormats.isIPv6(bytes) }
        guard let point = bytes.firstIndex(of: UInt8(ascii: ".")), point > 1, point + 1 < bytes.count else { return false }
        return bytes[1..<point].allSatisfy(\.isHexDigit) && bytes[(point + 1)...].allSatisfy { isUnreserved($0) || isDelimiter($0) || $0 == UInt8(ascii: ":") }
    }

    private func areAllowed(_ bytes: ArraySlice<UInt8>, alsoSlashAndQuestion: Bool) -> Bool {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "%"):
                guard index + 1 < bytes.endIndex, bytes[index].isHexDigit, bytes[index + 1].isHexDigit else { return false }
                index += 2
            case UInt8(ascii: ":"), UInt8(ascii: "@"): break
            case UInt8(ascii: "/"), UInt8(ascii: "?"):
                if !alsoSlashAndQuestion { return false }
            default:
                let isAllowed = isUnreserved(byte) || isDelimiter(byte) || (isInternational && byte >= 0x80)
                if !isAllowed { return false }
            }
        }
        return true
    }

    private func isUnreserved(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "~")
    }

    private func isDelimiter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: ")"),
             UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="):
            true
        default: false
        }
    }
}
