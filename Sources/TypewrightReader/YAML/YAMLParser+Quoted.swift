/// Scalars in quotes.
extension YAMLParser {
    mutating func parseSingleQuoted(indent: Int) throws(ReadFault) {
        let start = position
        let quote = UInt8(ascii: "'")
        position = position &+ 1
        var run = position
        var spelled: Int?
        while true {
            let byte = byte
            if byte == quote {
                guard nextByte == quote else { break }
                // `''` stands for one quote, the first of the two.
                if spelled == nil { spelled = bytes.count }
                bytes.append(from: run, count: position &+ 1 &- run)
                position = position &+ 2
                run = position
            } else if byte > 0x20 || byte == 0x20 || byte == 0x09 {
                position = position &+ 1
            } else {
                guard position < count else { throw unclosedQuoteFault(from: start) }
                if spelled == nil { spelled = bytes.count }
                try foldQuotedLine(from: run, indent: indent, start: start)
                run = position
            }
        }
        position = position &+ 1
        appendQuoted(.singleQuoted, from: start, run: run, spelled: spelled)
    }

    mutating func parseDoubleQuoted(indent: Int) throws(ReadFault) {
        let start = position
        position = position &+ 1
        var run = position
        var spelled: Int?
        while true {
            let byte = byte
            if byte == UInt8(ascii: "\"") { break }
            if byte == UInt8(ascii: "\\") {
                if spelled == nil { spelled = bytes.count }
                bytes.append(from: run, count: position &- run)
                try parseEscape(indent: indent, start: start)
                run = position
            } else if byte > 0x20 || byte == 0x20 || byte == 0x09 {
                position = position &+ 1
            } else {
                guard position < count else { throw unclosedQuoteFault(from: start) }
                if spelled == nil { spelled = bytes.count }
                try foldQuotedLine(from: run, indent: indent, start: start)
                run = position
            }
        }
        position = position &+ 1
        appendQuoted(.doubleQuoted, from: start, run: run, spelled: spelled)
    }

    /// At the closing quote's end; `run` is what was not spelled out yet.
    private mutating func appendQuoted(_ style: YAMLEvent.Style, from start: Int, run: Int, spelled: Int?) {
        var event = YAMLEvent(.scalar, style, from: start, to: position)
        if let spelled {
            bytes.append(from: run, count: position &- 1 &- run)
            event.says(from: spelled, to: bytes.count)
        } else {
            event.says(from: run, to: position &- 1)
        }
        events.append(event)
    }

    /// At a line end in a quoted scalar: folds it, and goes on to the first character of the next line.
    private mutating func foldQuotedLine(from run: Int, indent: Int, start: Int) throws(ReadFault) {
        var end = position
        while end > run, bytes.base[end &- 1] == 0x20 || bytes.base[end &- 1] == 0x09 { end = end &- 1 }
        bytes.append(from: run, count: end &- run)
        let breaks = skipBreaks()
        try checkQuotedLine(indent: indent, start: start)
        appendFolded(breaks: breaks)
    }

    private func checkQuotedLine(indent: Int, start: Int) throws(ReadFault) {
        guard position < count else { throw unclosedQuoteFault(from: start) }
        if isAnyDocumentMarker { throw markerInQuotesFault(from: start) }
        if spaces(from: lineStart) <= indent { throw quotedIndentFault(from: start) }
    }

    /// At a backslash (5.7).
    private mutating func parseEscape(indent: Int, start: Int) throws(ReadFault) {
        let escape = nextByte
        switch escape {
        case UInt8(ascii: "x"): return try parseHexEscape(digits: 2)
        case UInt8(ascii: "u"): return try parseHexEscape(digits: 4)
        case UInt8(ascii: "U"): return try parseHexEscape(digits: 8)
        case 0x0A, 0x0D:
            // An escaped line end joins the lines; blank lines after it still count.
            position = position &+ 1
            let breaks = skipBreaks()
            try checkQuotedLine(indent: indent, start: start)
            if breaks > 1 { appendFolded(breaks: breaks) }
            return
        default: break
        }
        guard let scalar = Self.escapes(escape) else { throw escapeFault() }
        bytes.append(scalar: scalar)
        position = position &+ 2
    }

    private static func escapes(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0"): 0x00
        case UInt8(ascii: "a"): 0x07
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "t"), 0x09: 0x09
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "v"): 0x0B
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "e"): 0x1B
        case UInt8(ascii: " "), UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "\\"): UInt32(byte)
        case UInt8(ascii: "N"): 0x85
        case UInt8(ascii: "_"): 0xA0
        case UInt8(ascii: "L"): 0x2028
        case UInt8(ascii: "P"): 0x2029
        default: nil
        }
    }

    private mutating func parseHexEscape(digits: Int) throws(ReadFault) {
        guard var scalar = hexValue(at: position &+ 2, digits: digits) else { throw hexEscapeFault(digits: digits) }
        var length = digits &+ 2
        // YAML has no pairs of surrogates, but JSON, which it includes, does.
        if digits == 4, scalar & 0xFC00 == 0xD800, bytes.base[position &+ 6] == UInt8(ascii: "\\"),
            bytes.base[position &+ 7] == UInt8(ascii: "u"), let low = hexValue(at: position &+ 8, digits: 4), low & 0xFC00 == 0xDC00
        {
            scalar = 0x10000 &+ (scalar & 0x3FF) << 10 &+ (low & 0x3FF)
            length = 12
        }
        guard Unicode.Scalar(scalar) != nil else { throw noCharacterFault(length: length) }
        bytes.append(scalar: scalar)
        position = position &+ length
    }

    private func hexValue(at start: Int, digits: Int) -> UInt32? {
        var value: UInt32 = 0
        var index = start
        while index < start &+ digits {
            guard let digit = HexDigit.value(bytes.base[index]) else { return nil }
            value = value << 4 | digit
            index = index &+ 1
        }
        return value
    }
}
