/// Scalars after `|` and `>`, whose lines are told by their indentation.
extension YAMLParser {
    private enum Chomping { case clip, strip, keep }

    mutating func parseBlockScalar(indent: Int) throws(ReadFault) {
        let start = position
        let isFolded = byte == UInt8(ascii: ">")
        let (chomping, increment) = try parseBlockHeader()
        try finishLine()
        var event = YAMLEvent(.scalar, isFolded ? .folded : .literal, from: start, to: position)
        if position < count { skipBreak() }
        let first = bytes.count
        let contentIndent = increment > 0 ? max(indent, 0) + increment : try detectIndent(above: indent)
        let (end, breaks) = appendBlockLines(indent: contentIndent, isFolded: isFolded)
        let isEmpty = bytes.count == first
        switch chomping {
        case .strip: break
        // The end of the text ends a line, too.
        case .clip: if !isEmpty { bytes.append(0x0A) }
        case .keep: appendBreaks(breaks)
        }
        if let end { event.end = UInt32(truncatingIfNeeded: end) }
        event.says(from: first, to: bytes.count)
        events.append(event)
    }

    /// An indentation digit and `+` or `-`, in either order (8.1.1).
    private mutating func parseBlockHeader() throws(ReadFault) -> (Chomping, Int) {
        var chomping: Chomping?
        var increment = 0
        position = position &+ 1
        while true {
            switch byte {
            case UInt8(ascii: "+") where chomping == nil: chomping = .keep
            case UInt8(ascii: "-") where chomping == nil: chomping = .strip
            case UInt8(ascii: "1")...UInt8(ascii: "9") where increment == 0: increment = Int(byte &- UInt8(ascii: "0"))
            case 0x20, 0x09, 0x0A, 0x0D: return (chomping ?? .clip, increment)
            default:
                if position >= count { return (chomping ?? .clip, increment) }
                throw blockHeaderFault()
            }
            position = position &+ 1
        }
    }

    /// The indentation of the first line that is not blank.
    private func detectIndent(above indent: Int) throws(ReadFault) -> Int {
        var line = position
        var widestBlank = 0
        var widestLine = position
        while true {
            let width = spaces(from: line)
            var end = line &+ width
            guard Self.isBreak(bytes.base[end]) else {
                if end >= count { return max(widestBlank, width, indent + 1) }
                // A line that is not deeper ends the scalar before it began.
                if width <= indent {
                    if bytes.base[end] == 0x09 { throw tabFault(at: end) }
                    return max(widestBlank, indent + 1)
                }
                if widestBlank > width { throw blankIndentFault(at: widestLine, width: widestBlank, indent: width) }
                return width
            }
            if width > widestBlank {
                widestBlank = width
                widestLine = line
            }
            if bytes.base[end] == 0x0D, bytes.base[end &+ 1] == 0x0A { end = end &+ 1 }
            line = end &+ 1
        }
    }

    /// Spells out the lines. Gives the end of the last that is not blank, and the line ends after it.
    private mutating func appendBlockLines(indent: Int, isFolded: Bool) -> (end: Int?, breaks: Int) {
        var breaks = 0
        var end: Int?
        var wasSpaced = false
        while position < count {
            var leading = 0
            while leading < indent, bytes.base[position &+ leading] == 0x20 { leading = leading &+ 1 }
            let content = position &+ leading
            if Self.isBreak(bytes.base[content]) {
                position = content
                skipBreak()
                breaks = breaks &+ 1
                continue
            }
            if content >= count {
                // Blanks before the end of the text are a line, too, though nothing ends it.
                if leading > 0, end == nil { breaks = breaks &+ 1 }
                position = content
                break
            }
            if leading < indent || (indent == 0 && isAnyDocumentMarker) { break }
            let isSpaced = bytes.base[content] == 0x20 || bytes.base[content] == 0x09
            // Folding leaves the ends of lines that begin with more blanks (8.1.3).
            if isFolded, end != nil, !isSpaced, !wasSpaced { appendFolded(breaks: breaks) } else { appendBreaks(breaks) }
            position = content
            skipToLineEnd()
            bytes.append(from: content, count: position &- content)
            end = position
            wasSpaced = isSpaced
            breaks = 0
            if position < count {
                skipBreak()
                breaks = 1
            }
        }
        return (end, breaks)
    }

    private mutating func appendBreaks(_ count: Int) {
        var index = 0
        while index < count {
            bytes.append(0x0A)
            index = index &+ 1
        }
    }
}
