/// `uuid`: RFC 4122, in any case.
enum UUIDFormat {
    static func isUUID(_ bytes: [UInt8]) -> Bool {
        guard bytes.count == 36 else { return false }
        for (index, byte) in bytes.enumerated() {
            switch index {
            case 8, 13, 18, 23: if byte != UInt8(ascii: "-") { return false }
            default: if !byte.isHexDigit { return false }
            }
        }
        return true
    }
}

/// `json-pointer` (RFC 6901) and `relative-json-pointer`.
enum PointerFormats {
    static func isPointer(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first else { return true }
        guard first == UInt8(ascii: "/") else { return false }
        for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "~") {
            guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "0") || bytes[index + 1] == UInt8(ascii: "1") else { return false }
        }
        return true
    }

    /// A number of steps up without leading zeros, then `#` or a pointer.
    static func isRelativePointer(_ bytes: [UInt8]) -> Bool {
        var cursor = ByteCursor(bytes)
        let digits = cursor.skipDigits()
        guard digits > 0, digits == 1 || bytes.first != UInt8(ascii: "0") else { return false }
        let rest = Array(bytes[cursor.index...])
        return rest == [UInt8(ascii: "#")] || isPointer(rest)
    }
}

/// `uri-template`: RFC 6570.
enum URITemplateFormat {
    static func isTemplate(_ bytes: [UInt8]) -> Bool {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "{"):
                guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "}")), isExpression(Array(bytes[index..<end])) else { return false }
                index = end + 1
            case UInt8(ascii: "%"):
                guard index + 1 < bytes.count, bytes[index].isHexDigit, bytes[index + 1].isHexDigit else { return false }
                index += 2
            case 0x00...0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "^"),
                 UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "}"):
                return false
            default: break
            }
        }
        return true
    }

    private static func isExpression(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        // Operators, also those that are kept for later.
        if let first = rest.first, "+#./;?&=,!@|".utf8.contains(first) { rest = rest.dropFirst() }
        for variable in rest.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) where !isVariable(Array(variable)) {
            return false
        }
        return true
    }

    /// A name, with `*` or `:` and a length behind it.
    private static func isVariable(_ bytes: [UInt8]) -> Bool {
        var name = bytes[...]
        if name.last == UInt8(ascii: "*") {
            name = name.dropLast()
        } else if let colon = name.firstIndex(of: UInt8(ascii: ":")) {
            let length = name[(colon + 1)...]
            guard !length.isEmpty, length.count <= 4, length.allSatisfy(\.isDigit), length.first != UInt8(ascii: "0") else { return false }
            name = name[..<colon]
        }
        for part in name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
            if part.isEmpty { return false }
            var cursor = ByteCursor(Array(part))
            while let byte = cursor.next {
                cursor.index += 1
                if byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") { continue }
                guard byte == UInt8(ascii: "%"), let high = cursor.next, high.isHexDigit else { return false }
                cursor.index += 1
                guard let low = cursor.next, low.isHexDigit else { return false }
                cursor.index += 1
            }
        }
        return true
    }
}
