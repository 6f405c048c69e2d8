extension JSONParser {
    /// Reads the string that begins here. What it says is taken from the text as it stands; only a string with
    /// escapes is spelled out.
    mutating func readString() -> Record? {
        let start = position
        let text = builder.bytes.base
        var index = start &+ 1
        while true {
            let byte = text[index]
            // Controls and the NUL at the end, `"`, `\`: everything else is part of the string.
            if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
            index = index &+ 1
        }
        var record = Record()
        record.kind = .string
        record.start = UInt32(truncatingIfNeeded: start)
        if text[index] == UInt8(ascii: "\"") {
            record.first = UInt32(truncatingIfNeeded: start &+ 1)
            record.count = UInt32(truncatingIfNeeded: index &- start &- 1)
            position = index &+ 1
        } else {
            let first = builder.bytes.count
            guard readEscapedString(from: start, plainTo: index) else { return nil }
            record.first = UInt32(truncatingIfNeeded: first)
            record.count = UInt32(truncatingIfNeeded: builder.bytes.count &- first)
        }
        record.end = UInt32(truncatingIfNeeded: position)
        return record
    }

    private mutating func readEscapedString(from start: Int, plainTo first: Int) -> Bool {
        var runStart = start &+ 1
        var index = first
        while true {
            let byte = builder.bytes.base[index]
            if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
                index = index &+ 1
                continue
            }
            builder.bytes.append(from: runStart, count: index &- runStart)
            position = index
            if byte == UInt8(ascii: "\"") {
                position = index &+ 1
                return true
            }
            guard byte == UInt8(ascii: "\\") else { return fail(stringFault(from: start)) }
            guard readEscape() else { return false }
            index = position
            runStart = index
        }
    }

    private mutating func readEscape() -> Bool {
        let escape = builder.bytes.base[position &+ 1]
        let byte: UInt8
        switch escape {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte = escape
        case UInt8(ascii: "b"): byte = 0x08
        case UInt8(ascii: "f"): byte = 0x0C
        case UInt8(ascii: "n"): byte = 0x0A
        case UInt8(ascii: "r"): byte = 0x0D
        case UInt8(ascii: "t"): byte = 0x09
        case UInt8(ascii: "u"): return readUnicodeEscape()
        default: return fail(escapeFault())
        }
        builder.bytes.append(byte)
        position = position &+ 2
        return true
    }

    /// `\uXXXX`, or two of them where UTF-16 needs a pair of surrogates.
    private mutating func readUnicodeEscape() -> Bool {
        guard var scalar = hexDigits(at: position &+ 2) else { return fail(escapeFault()) }
        var length = 6
        if scalar & 0xFC00 == 0xD800 {
            let text = builder.bytes.base
            guard text[position &+ 6] == UInt8(ascii: "\\"), text[position &+ 7] == UInt8(ascii: "u"),
                let low = hexDigits(at: position &+ 8), low & 0xFC00 == 0xDC00
            else { return fail(surrogateFault()) }
            scalar = 0x10000 &+ (scalar & 0x3FF) << 10 &+ (low & 0x3FF)
            length = 12
        } else if scalar & 0xFC00 == 0xDC00 {
            return fail(surrogateFault())
        }
        builder.bytes.append(scalar: scalar)
        position = position &+ length
        return true
    }

    /// The NUL at the end is no digit, so that no read goes beyond it.
    private func hexDigits(at start: Int) -> UInt32? {
        var value: UInt32 = 0
        var index = start
        while index < start &+ 4 {
            guard let digit = HexDigit.value(builder.bytes.base[index]) else { return nil }
            value = value << 4 | digit
            index = index &+ 1
        }
        return value
    }
}

enum HexDigit {
    static func value(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte &- UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte &- UInt8(ascii: "a") &+ 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte &- UInt8(ascii: "A") &+ 10)
        default: nil
        }
    }
}
