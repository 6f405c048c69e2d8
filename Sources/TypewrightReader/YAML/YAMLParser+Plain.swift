/// Scalars without quotes.
extension YAMLParser {
    mutating func parsePlain(indent: Int, inFlow: Bool) throws(ReadFault) {
        try checkPlainStart(inFlow: inFlow)
        let start = position
        scanPlainLine(inFlow: inFlow)
        var event = YAMLEvent(.scalar, .plain, from: start, to: position)
        event.says(from: start, to: position)
        if let spelled = continuePlain(from: start, indent: indent, inFlow: inFlow) {
            event.says(from: spelled, to: bytes.count)
            event.end = UInt32(truncatingIfNeeded: position)
        }
        events.append(event)
    }

    /// Goes to the end of the scalar's part of this line, without the blanks after it.
    private mutating func scanPlainLine(inFlow: Bool) {
        let text = bytes.base
        var index = position
        var end = index
        while true {
            let byte = text[index]
            if byte > UInt8(ascii: ":") {
                if inFlow, Self.isFlowIndicator(byte) { break }
                index = index &+ 1
                end = index
            } else if byte == 0x20 || byte == 0x09 {
                index = index &+ 1
            } else if byte == UInt8(ascii: ":") {
                let next = text[index &+ 1]
                if Self.isBlankOrBreak(next) || (inFlow && Self.isFlowIndicator(next)) { break }
                index = index &+ 1
                end = index
            } else if byte < 0x20 || (byte == UInt8(ascii: "#") && end < index) || (byte == UInt8(ascii: ",") && inFlow) {
                break
            } else {
                index = index &+ 1
                end = index
            }
        }
        position = end
    }

    /// Reads the scalar's further lines. Gives where its text is spelled out, if it has any.
    private mutating func continuePlain(from start: Int, indent: Int, inFlow: Bool) -> Int? {
        var spelled: Int?
        while true {
            let end = position
            let line = lineStart
            skipBlanks()
            guard Self.isBreak(byte) else {
                position = end
                return spelled
            }
            let breaks = skipBreaks()
            guard continuesPlain(indent: indent, inFlow: inFlow) else {
                position = end
                lineStart = line
                return spelled
            }
            if spelled == nil {
                spelled = bytes.count
                bytes.append(from: start, count: end - start)
            }
            appendFolded(breaks: breaks)
            let lineContent = position
            scanPlainLine(inFlow: inFlow)
            bytes.append(from: lineContent, count: position - lineContent)
            if position == lineContent { return spelled }
        }
    }

    private func continuesPlain(indent: Int, inFlow: Bool) -> Bool {
        guard position < count, byte != UInt8(ascii: "#"), spaces(from: lineStart) > indent, !isAnyDocumentMarker else { return false }
        guard inFlow else { return true }
        return !Self.isFlowIndicator(byte)
            && !(byte == UInt8(ascii: ":") && (Self.isBlankOrBreak(nextByte) || Self.isFlowIndicator(nextByte)))
    }

    /// `ns-plain-first` (7.3.3): no indicator, or one of `-?:` that does not stand alone.
    private func checkPlainStart(inFlow: Bool) throws(ReadFault) {
        switch byte {
        case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
            if Self.isBlankOrBreak(nextByte) || (inFlow && Self.isFlowIndicator(nextByte)) { throw plainStartFault(inFlow: inFlow) }
        case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
            UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"),
            UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"):
            throw plainStartFault(inFlow: inFlow)
        default: break
        }
    }
}
