/// A URI or a relative reference, in the five parts of RFC 3986.
///
/// Also serves for paths of files: a base without scheme and without a leading `/` is a path relative
/// to the folder of the root document, and resolving may then leave `..` at its front.
struct URIReference: Hashable {
    var scheme: String?
    var authority: String?
    var path: String
    var query: String?
    var fragment: String?

    init(_ text: String) {
        var rest = Substring(text)
        fragment = URIReference.cut(&rest, at: UInt8(ascii: "#"))
        query = URIReference.cut(&rest, at: UInt8(ascii: "?"))
        scheme = URIReference.cutScheme(&rest)
        authority = URIReference.cutAuthority(&rest)
        path = String(rest)
    }

    /// Cuts off what follows the first such byte.
    private static func cut(_ text: inout Substring, at byte: UInt8) -> String? {
        guard let index = text.utf8.firstIndex(of: byte) else { return nil }
        let tail = String(text[text.utf8.index(after: index)...])
        text = text[..<index]
        return tail
    }

    private static func cutScheme(_ text: inout Substring) -> String? {
        var index = text.utf8.startIndex
        while index < text.utf8.endIndex {
            let byte = text.utf8[index]
            if byte == UInt8(ascii: ":") {
                let scheme = text[..<index]
                // One letter is the drive of a Windows path.
                guard scheme.utf8.count > 1 else { return nil }
                text = text[text.utf8.index(after: index)...]
                return scheme.lowercased()
            }
            guard isSchemeByte(byte, first: index == text.utf8.startIndex) else { return nil }
            index = text.utf8.index(after: index)
        }
        return nil
    }

    private static func isSchemeByte(_ byte: UInt8, first: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): !first
        default: false
        }
    }

    private static func cutAuthority(_ text: inout Substring) -> String? {
        guard text.utf8.starts(with: "//".utf8) else { return nil }
        let start = text.utf8.index(text.utf8.startIndex, offsetBy: 2)
        let rest = text[start...]
        let end = rest.utf8.firstIndex(of: UInt8(ascii: "/")) ?? rest.utf8.endIndex
        let authority = String(rest[..<end])
        text = rest[end...]
        return authority
    }

    var text: String {
        var text = ""
        if let scheme { text += scheme + ":" }
        if let authority { text += "//" + authority }
        text += path
        if let query { text += "?" + query }
        if let fragment { text += "#" + fragment }
        return text
    }

    var withoutFragment: URIReference {
        var copy = self
        copy.fragment = nil
        return copy
    }

    /// RFC 3986, 5.2.2: the reference as seen from `base`.
    func resolved(against base: URIReference) -> URIReference {
        if scheme != nil {
            var copy = self
            if authority != nil { copy.path = URIReference.withoutDots(path) }
            return copy
        }
        var target = self
        target.scheme = base.scheme
        if authority != nil { return target }
        target.authority = base.authority
        if path.isEmpty {
            target.path = base.path
            target.query = query ?? base.query
        } else if path.utf8.first == UInt8(ascii: "/") {
            target.path = URIReference.withoutDots(path)
        } else {
            target.path = URIReference.withoutDots(merged(with: base))
        }
        return target
    }

    private func merged(with base: URIReference) -> String {
        if base.authority != nil && base.path.isEmpty { return "/" + path }
        guard let slash = base.path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
        return String(base.path[...slash]) + path
    }

    /// Takes out `.` and `..`. A relative path keeps the `..` that lead above its start.
    static func withoutDots(_ path: String) -> String {
        let isAbsolute = path.utf8.first == UInt8(ascii: "/")
        let segments = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        var kept: [Substring] = []
        var endsInFolder = false
        for (index, segment) in segments.enumerated() {
            if index == 0 && isAbsolute { continue }
            let text = Substring(segment)
            endsInFolder = text == "." || text == ".."
            if text == "." { continue }
            if text == ".." {
                if let last = kept.last, last != ".." {
                    kept.removeLast()
                } else if !isAbsolute {
                    kept.append(text)
                }
                continue
            }
            kept.append(text)
        }
        var result = kept.joined(separator: "/")
        if endsInFolder && !kept.isEmpty { result += "/" }
        return isAbsolute ? "/" + result : result
    }

    /// Undoes `%41`. Bytes that then are no UTF-8 come out as replacement characters.
    static func percentDecoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        var bytes: [UInt8] = []
        var pending = Array(text.utf8)[...]
        while let byte = pending.popFirst() {
            if byte == UInt8(ascii: "%"), pending.count >= 2,
               let high = hexDigit(pending[pending.startIndex]), let low = hexDigit(pending[pending.startIndex + 1]) {
                bytes.append(high << 4 | low)
                pending = pending.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
