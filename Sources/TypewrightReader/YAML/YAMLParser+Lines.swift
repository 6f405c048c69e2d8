/// Blanks, comments and line ends.
extension YAMLParser {
    @inline(__always)
    static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    /// A space, tab, line end, or the end of the text.
    @inline(__always)
    static func isBlankOrBreak(_ byte: UInt8) -> Bool {
        byte <= 0x20 && (byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0)
    }

    static func isFlowIndicator(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "{")
            || byte == UInt8(ascii: "}")
    }

    /// Whether the byte here is an indicator of its own, as in `- a`.
    func isIndicator(_ indicator: UInt8) -> Bool { byte == indicator && Self.isBlankOrBreak(nextByte) }

    /// Goes beyond the line end here.
    @inline(__always)
    mutating func skipBreak() {
        let isCarriageReturn = byte == 0x0D
        position = position &+ 1
        if isCarriageReturn, byte == 0x0A { position = position &+ 1 }
        lineStart = position
    }

    mutating func skipBlanks() {
        while byte == 0x20 || byte == 0x09 { position = position &+ 1 }
    }

    /// Only after a blank does `#` begin a comment.
    var followsBlank: Bool { position == lineStart || bytes.base[position &- 1] == 0x20 || bytes.base[position &- 1] == 0x09 }

    mutating func skipToLineEnd() {
        while position < count, !Self.isBreak(byte) { position = position &+ 1 }
    }

    /// Goes on to the next token, over blanks, comments and line ends, and notes
    /// - whether it is the first on its line,
    /// - its column; of the first on a line: how many spaces are before it,
    /// - whether a tab is among the blanks before it. A tab may separate, but never indents (6.1).
    mutating func skipToToken() {
        let text = bytes.base
        var index = position
        var isFirst = index == lineStart
        var hasTab = false
        while true {
            let byte = text[index]
            if byte == 0x20 {
                index = index &+ 1
            } else if byte == 0x0A || byte == 0x0D {
                index = index &+ 1
                if byte == 0x0D, text[index] == 0x0A { index = index &+ 1 }
                lineStart = index
                isFirst = true
                hasTab = false
            } else if byte == 0x09 {
                index = index &+ 1
                hasTab = true
            } else if byte == UInt8(ascii: "#"), index == lineStart || text[index &- 1] == 0x20 || text[index &- 1] == 0x09 {
                while index < count, text[index] != 0x0A, text[index] != 0x0D { index = index &+ 1 }
            } else {
                break
            }
        }
        position = index
        isFirstOnLine = isFirst
        followsTab = hasTab
        column = index &- lineStart
        if hasTab, isFirst { column = spaces(from: lineStart) }
    }

    /// How many spaces begin the line there.
    func spaces(from start: Int) -> Int {
        var index = start
        while bytes.base[index] == 0x20 { index = index &+ 1 }
        return index &- start
    }

    /// After a node: nothing but blanks and a comment may follow on the line.
    mutating func finishLine() throws(ReadFault) {
        skipBlanks()
        if byte == UInt8(ascii: "#"), followsBlank { skipToLineEnd() }
        guard position < count, !Self.isBreak(byte) else { return }
        throw lineRestFault()
    }

    /// `---` or `...` at the beginning of a line, on its own.
    func isDocumentMarker(_ mark: UInt8) -> Bool {
        guard position == lineStart, byte == mark, position &+ 3 <= count else { return false }
        let text = bytes.base
        return text[position &+ 1] == mark && text[position &+ 2] == mark && Self.isBlankOrBreak(text[position &+ 3])
    }

    var isAnyDocumentMarker: Bool { isDocumentMarker(UInt8(ascii: "-")) || isDocumentMarker(UInt8(ascii: ".")) }

    /// Inside a scalar: goes over the blank lines after the one that ends here, to the first character of the
    /// next line that has any. Gives the number of line ends. The line's indentation is checked by the caller.
    mutating func skipBreaks() -> Int {
        var breaks = 0
        while Self.isBreak(byte) {
            skipBreak()
            breaks = breaks &+ 1
            while byte == 0x20 || byte == 0x09 { position = position &+ 1 }
        }
        return breaks
    }

    /// Folding (6.5): one line end becomes a space; of more, the first is dropped.
    mutating func appendFolded(breaks: Int) {
        if breaks == 1 { return bytes.append(0x20) }
        var index = 1
        while index < breaks {
            bytes.append(0x0A)
            index = index &+ 1
        }
    }
}
