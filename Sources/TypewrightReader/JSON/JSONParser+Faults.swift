/// What to say when a text is no JSON: what was expected, what is there, and the remedy for the usual slips.
extension JSONParser {
    private func at(_ index: Int) -> UInt8 { index >= 0 && index < count ? builder.bytes.base[index] : 0 }

    private func fault(_ start: Int, _ end: Int, _ message: String, help: String? = nil) -> ReadFault {
        var fault = ReadFault("invalid-json", start, end, message, help: help)
        if start >= count, builder.depth > 0 {
            fault.note = ("this `\(builder.openKind == .object ? "{" : "[")` is not closed", builder.openStart)
        }
        return fault
    }

    /// What stands at a place, for "found …": a word as a whole, or one character.
    private func found(at start: Int) -> (said: String, end: Int) {
        guard start < count else { return ("the end of the text", start) }
        var end = start
        while end < count, end - start < 40, isWordByte(at(end)) { end += 1 }
        if end == start { end += 1 }
        while end < count, at(end) & 0xC0 == 0x80 { end += 1 }
        let bytes = UnsafeBufferPointer(start: text + start, count: end - start)
        let said = String(decoding: bytes, as: UTF8.self)
        return at(start) < 0x20 || at(start) == 0x7F ? ("a control character", end) : ("`\(said)`", end)
    }

    private func commentHelp(at index: Int) -> String? {
        let isComment = at(index) == UInt8(ascii: "#")
            || (at(index) == UInt8(ascii: "/") && (at(index + 1) == UInt8(ascii: "/") || at(index + 1) == UInt8(ascii: "*")))
        return isComment ? "JSON has no comments: remove it" : nil
    }

    private func lastByte(before index: Int) -> Int {
        var index = index - 1
        while index > 0, at(index) <= 0x20 { index -= 1 }
        return index
    }

    func trailingCommaFault() -> ReadFault? {
        let comma = lastByte(before: position)
        guard at(comma) == UInt8(ascii: ","), at(position) == UInt8(ascii: "}") || at(position) == UInt8(ascii: "]") else { return nil }
        let closer = at(position) == UInt8(ascii: "}") ? "}" : "]"
        let expected = builder.openKind == .object ? "a key" : "a value"
        return fault(comma, comma + 1, "expected \(expected) after the comma, found `\(closer)`", help: "remove the comma before `\(closer)`")
    }

    func valueFault(at start: Int? = nil) -> ReadFault {
        let start = start ?? position
        if count - TextCheck.markLength(text, count) <= 0 || (start >= count && builder.depth == 0) {
            return ReadFault("empty-document", start, start, "expected a value, found an empty text")
        }
        if let fault = trailingCommaFault() { return fault }
        let (said, end) = found(at: start)
        return fault(start, end, "expected a value, found \(said)", help: valueHelp(at: start, said))
    }

    private func valueHelp(at start: Int, _ said: String) -> String? {
        switch said {
        case "`NaN`", "`Infinity`", "`nan`", "`inf`": return "JSON has no such number: write null or a string"
        case "`True`", "`TRUE`": return "write `true`"
        case "`False`", "`FALSE`": return "write `false`"
        case "`None`", "`Null`", "`NULL`", "`nil`", "`undefined`": return "write `null`"
        case "`'`": return "strings stand in double quotes"
        case "`+`": return "a number begins with a digit or `-`"
        case "`,`": return "remove the comma"
        default: break
        }
        if let help = commentHelp(at: start) { return help }
        let byte = at(start)
        if byte == UInt8(ascii: "."), at(start + 1) &- UInt8(ascii: "0") < 10 { return "write a 0 before the point" }
        return isWordByte(byte) ? "strings stand in double quotes" : nil
    }

    func keyFault() -> ReadFault {
        if let fault = trailingCommaFault() { return fault }
        let (said, end) = found(at: position)
        var help = commentHelp(at: position)
        if at(position) == UInt8(ascii: "'") {
            help = "keys stand in double quotes"
        } else if at(position) == UInt8(ascii: ",") {
            help = "remove the comma"
        } else if isWordByte(at(position)) {
            help = "keys stand in double quotes: \"\(said.dropFirst().dropLast())\""
        }
        return fault(position, end, "expected a key, found \(said)", help: help)
    }

    func colonFault() -> ReadFault {
        let (said, end) = found(at: position)
        var help = commentHelp(at: position)
        if at(position) == UInt8(ascii: "=") { help = "a `:` stands between a key and its value" }
        return fault(position, end, "expected `:` after the key, found \(said)", help: help)
    }

    func separatorFault(_ isObject: Bool) -> ReadFault {
        let (said, end) = found(at: position)
        let closer = isObject ? "}" : "]"
        var help = commentHelp(at: position)
        switch at(position) {
        case UInt8(ascii: ";"): help = "values are separated by commas"
        case UInt8(ascii: ":"): help = isObject ? "a comma, or the end of the string before, is missing" : "an array has no keys: use `{` and `}`"
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            var mismatch = fault(position, end, "expected `,` or `\(closer)`, found \(said)")
            mismatch.note = ("this `\(isObject ? "{" : "[")` is not closed", builder.openStart)
            return mismatch
        case UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "["): help = "a comma is missing before it"
        default: if help == nil, isWordByte(at(position)) { help = "a comma is missing before it" }
        }
        return fault(position, end, "expected `,` or `\(closer)`, found \(said)", help: help)
    }

    func trailingFault() -> ReadFault {
        let (said, end) = found(at: position)
        var help = commentHelp(at: position)
        if at(position) == UInt8(ascii: "}") || at(position) == UInt8(ascii: "]") { help = "there is one closing bracket too many" }
        return fault(position, end, "expected the end of the text, found \(said)", help: help)
    }

    func numberFault(_ kind: JSONNumber.Fault?, from start: Int) -> ReadFault {
        var end = start
        while end < count, isWordByte(at(end)) || at(end) == UInt8(ascii: "-") || at(end) == UInt8(ascii: "+") { end += 1 }
        end = max(end, start + 1)
        let said = String(decoding: UnsafeBufferPointer(start: text + start, count: min(end - start, 40)), as: UTF8.self)
        let help: String
        switch kind {
        case .leadingZero: help = "a number does not begin with a zero; write it without, or as a string"
        case .noFraction: help = "a digit follows the point"
        case .noExponent: help = "digits follow the exponent's `e`"
        case .noDigit: help = said == "-Infinity" || said == "-NaN" ? "JSON has no such number: write null or a string" : "a digit follows the `-`"
        case nil:
            let isHexadecimal = at(start + 1) | 0x20 == UInt8(ascii: "x") || at(start + 2) | 0x20 == UInt8(ascii: "x")
            help = isHexadecimal ? "JSON's numbers are decimal" : "if it is a string, it stands in double quotes"
        }
        return fault(start, end, "`\(said)` is not a number in JSON", help: help)
    }

    /// A control character in a string, or its missing end.
    func stringFault(from start: Int) -> ReadFault {
        switch at(position) {
        case 0 where position >= count:
            return ReadFault(
                "invalid-json", position, position, "expected `\"`, found the end of the text",
                note: ("the string begins here", start)
            )
        case 0x0A, 0x0D:
            return ReadFault(
                "invalid-json", position, position + 1, "expected `\"`, found the end of the line",
                help: "close the string, or write `\\n` for a line end", note: ("the string begins here", start)
            )
        case 0x09:
            return fault(position, position + 1, "a tab cannot stand in a string", help: "write it as `\\t`")
        case let byte:
            let digits = String(byte, radix: 16)
            let code = String(repeating: "0", count: 4 - digits.utf8.count) + digits
            return fault(position, position + 1, "a control character cannot stand in a string", help: "write it as `\\u\(code)`")
        }
    }

    func escapeFault() -> ReadFault {
        if at(position + 1) == UInt8(ascii: "u") {
            return fault(position, min(position + 6, count), "expected four hexadecimal digits after `\\u`")
        }
        let (said, end) = position + 1 < count ? found(at: position + 1) : ("the end of the text", count)
        let help = at(position + 1) == UInt8(ascii: "'") ? "`'` needs no backslash" : "a backslash itself is written `\\\\`"
        let shown = isWordByte(at(position + 1)) ? "`\\\(said.dropFirst().prefix(1))`" : "`\\` before \(said)"
        return fault(position, min(position + 2, end), "\(shown) is no escape in JSON", help: help)
    }

    func surrogateFault() -> ReadFault {
        fault(
            position, min(position + 6, count), "half of a surrogate pair stands for no character",
            help: "characters beyond U+FFFF are written as two escapes, such as `\\ud83d\\ude00`, or as they are"
        )
    }
}
