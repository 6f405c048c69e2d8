/// Percent-encoding, as paths, queries, forms and cookies use it.
enum Percent {
    /// What `%XX` stand for; in queries and forms `+` is a space. What is no encoding stays as it is.
    static func decoded(_ text: Substring, plusIsSpace: Bool = false) -> String {
        let utf8 = text.utf8
        guard utf8.contains(UInt8(ascii: "%")) || (plusIsSpace && utf8.contains(UInt8(ascii: "+"))) else { return String(text) }
        let source = Array(utf8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.count)
        var index = 0
        while index < source.count {
            let byte = source[index]
            if byte == UInt8(ascii: "%"), index + 2 < source.count, let high = digit(source[index + 1]), let low = digit(source[index + 2]) {
                bytes.append(high << 4 | low)
                index += 3
                continue
            }
            bytes.append(plusIsSpace && byte == UInt8(ascii: "+") ? 0x20 : byte)
            index += 1
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Everything but letters, digits and `-._~` encoded.
    static func encoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
                bytes.append(byte)
            default: bytes += [UInt8(ascii: "%"), upper(byte >> 4), upper(byte & 15)]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func upper(_ nibble: UInt8) -> UInt8 { nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "A") + nibble - 10 }

    static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

/// Texts taken apart at bytes; `Foundation` is not here to do it.
extension StringProtocol {
    /// What stands before and after the first such byte; `nil` where there is none.
    func cut(at byte: UInt8) -> (before: SubSequence, after: SubSequence)? {
        guard let place = utf8.firstIndex(of: byte) else { return nil }
        return (self[..<place], self[utf8.index(after: place)...])
    }

    /// The parts between a text of several bytes.
    func parts(between separator: String) -> [SubSequence] {
        let wanted = Array(separator.utf8)
        var parts: [SubSequence] = []
        var start = startIndex
        var index = startIndex
        while index < endIndex {
            if utf8[index...].starts(with: wanted) {
                parts.append(self[start..<index])
                index = utf8.index(index, offsetBy: wanted.count)
                start = index
            } else {
                index = utf8.index(after: index)
            }
        }
        parts.append(self[start...])
        return parts
    }
}
