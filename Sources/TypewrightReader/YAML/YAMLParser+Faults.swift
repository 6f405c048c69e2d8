/// What to say when a text is no YAML: what was expected, what is there, and the remedy for the usual slips.
extension YAMLParser {
    private func fault(_ start: Int, _ end: Int, _ message: String, help: String? = nil, note: (message: String, start: Int)? = nil) -> ReadFault {
        ReadFault("invalid-yaml", start, max(start, end), message, help: help, note: note)
    }

    /// The word or character at a place, for "found …".
    private func found(at start: Int) -> (said: String, end: Int) {
        guard start < count else { return ("the end of the text", start) }
        var end = start
        while end < count, end - start < 40, !Self.isBlankOrBreak(bytes.base[end]), !Self.isFlowIndicator(bytes.base[end]) { end += 1 }
        if end == start { end += 1 }
        while end < count, bytes.base[end] & 0xC0 == 0x80 { end += 1 }
        if Self.isBreak(bytes.base[start]) { return ("the end of the line", start) }
        return ("`\(string(from: start, to: end))`", end)
    }

    private func collectionName(_ kind: YAMLBlockFrame.Kind) -> String { kind == .sequence ? "list" : "mapping" }

    // Lines and indentation.

    func lineRestFault() -> ReadFault {
        let (said, end) = found(at: position)
        if byte == UInt8(ascii: "#") {
            return fault(position, end, "expected a blank before the comment", help: "put a blank before `#`")
        }
        if isIndicator(UInt8(ascii: ":")) {
            return fault(position, position + 1, "a key cannot stand here", help: "put the value on a line of its own, or in quotes if it contains `: `")
        }
        let last = events.count > 0 ? events.base[events.count - 1].style : .plain
        var help: String?
        if last == .singleQuoted { help = "put the whole value in quotes; in '…' a quote is written as ''" }
        if last == .doubleQuoted { help = "put the whole value in quotes; in \"…\" a quote is written as \\\"" }
        return fault(position, end, "expected the end of the line, found \(said)", help: help)
    }

    func tabFault() -> ReadFault {
        var tab = position
        while tab > lineStart, bytes.base[tab - 1] != 0x09 { tab -= 1 }
        return tabFault(at: max(tab - 1, lineStart))
    }

    func tabFault(at tab: Int) -> ReadFault {
        fault(tab, tab + 1, "a tab cannot indent", help: "indent with spaces")
    }

    /// A node that is deeper than the open collection, which awaits none.
    func strayNodeFault() -> ReadFault {
        let (said, end) = found(at: position)
        let top = blocks.top
        if top.kind == .document {
            return fault(
                position, end, "expected the end of the document, found \(said)",
                help: "a document holds one value; see whether the indentation of this line and of those before it is right"
            )
        }
        return fault(
            position, end, "the indentation of this line fits nothing before it",
            help: "entries of a \(collectionName(top.kind)) begin at the same column", note: ("this \(collectionName(top.kind)) is open", top.start)
        )
    }

    func missingDashFault() -> ReadFault {
        let (said, end) = found(at: position)
        return fault(position, end, "expected `-` and a blank, found \(said)", note: ("this list is open", blocks.top.start))
    }

    func strayDashFault() -> ReadFault {
        fault(position, position + 1, "expected a key, found `-`", help: "indent the list deeper than its key", note: ("this mapping is open", blocks.top.start))
    }

    func missingColonFault(from start: Int) -> ReadFault {
        if let line = colonWithoutBlank(from: start) {
            return fault(start, position, "expected `:` and a blank after the key", help: "put a blank after the colon: `\(line)`")
        }
        return fault(
            start, max(position, start + 1), "expected a key and `:`", help: "if this continues the value above, indent it deeper",
            note: ("this mapping is open", blocks.top.start)
        )
    }

    func inlineSequenceFault() -> ReadFault {
        fault(position, position + 1, "a list cannot begin on this line", help: "begin it on the next line")
    }

    func inlineMappingFault() -> ReadFault {
        fault(
            max(position - 1, 0), position, "a mapping cannot begin on this line",
            help: "begin it on the next line, or put the value in quotes if it contains `: `"
        )
    }

    func multilineKeyFault(from start: Int) -> ReadFault {
        fault(
            position, position + 1, "a key must stand on one line",
            help: colonWithoutBlank(from: start).map { "put a blank after the colon: `\($0)`" }
                ?? "the lines before it are taken for its beginning; see whether they are indented as they should",
            note: ("the key would begin here", start)
        )
    }

    /// The beginning of a line such as `key:value`, with the blank that is missing.
    private func colonWithoutBlank(from start: Int) -> String? {
        var end = start
        while end < count, end - start < 60, !Self.isBreak(bytes.base[end]) { end += 1 }
        let line = string(from: start, to: end)
        guard let colon = line.firstIndex(of: ":"), !line.contains("://") else { return nil }
        return "\(line[...colon]) \(line[line.index(after: colon)...])"
    }

    static func longKeyFault(from start: Int, to end: Int) -> ReadFault {
        ReadFault("invalid-yaml", start, end, "a list or mapping as a key cannot be longer than \(longestKey) bytes")
    }

    // Flow collections.

    func unclosedFlowFault() -> ReadFault {
        guard let frame = flows.last(where: { $0.kind != .pair }) else { return fault(position, position, "found the end of the text") }
        let isSequence = frame.kind == .sequence
        return fault(
            position, position, "expected `,` or `\(isSequence ? "]" : "}")`, found the end of the text",
            note: ("this `\(isSequence ? "[" : "{")` is not closed", frame.start)
        )
    }

    func flowEntryFault(_ frame: YAMLFlowFrame) -> ReadFault {
        if byte == UInt8(ascii: ",") { return fault(position, position + 1, "expected a value, found `,`", help: "remove the comma") }
        return flowSeparatorFault(frame)
    }

    func flowSeparatorFault(_ frame: YAMLFlowFrame) -> ReadFault {
        let closer = frame.kind == .mapping ? "}" : "]"
        let expectsColon = frame.state == .afterKey ? "`:`, " : ""
        let (said, end) = found(at: position)
        var help: String?
        if byte == UInt8(ascii: "#") { help = "put a blank before `#`" }
        return fault(
            position, end, "expected \(expectsColon)`,` or `\(closer)`, found \(said)", help: help,
            note: ("this `\(frame.kind == .mapping ? "{" : "[")` is open", frame.kind == .pair ? flows.dropLast().last?.start ?? frame.start : frame.start)
        )
    }

    func flowIndentFault() -> ReadFault {
        guard let frame = flows.first else { return fault(position, position, "this line must be indented") }
        return fault(
            position, found(at: position).end, "inside brackets, lines must be deeper than what the brackets belong to",
            help: "close the bracket, or indent this line", note: ("this `\(frame.kind == .mapping ? "{" : "[")` is not closed", frame.start)
        )
    }

    func markerInFlowFault() -> ReadFault {
        guard let frame = flows.first else { return fault(position, position + 3, "a document ends here") }
        return fault(
            position, position + 3, "the document ends inside brackets",
            note: ("this `\(frame.kind == .mapping ? "{" : "[")` is not closed", frame.start)
        )
    }

    // Scalars.

    func plainStartFault(inFlow: Bool) -> ReadFault {
        let (said, end) = found(at: position)
        let help: String
        switch byte {
        case UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"): help = "a value that begins with it stands in quotes"
        case UInt8(ascii: "-") where inFlow: help = "a list in brackets has no dashes; a value that begins with `-` stands in quotes"
        case UInt8(ascii: "]"), UInt8(ascii: "}"): help = "there is one closing bracket too many"
        case UInt8(ascii: ","): help = "remove the comma, or put the value in quotes"
        case UInt8(ascii: "#"): help = "put a blank before `#`"
        case UInt8(ascii: "|"), UInt8(ascii: ">"): help = "inside brackets, text over several lines stands in quotes"
        default: help = "put the value in quotes"
        }
        return fault(position, min(end, position + 1), "expected a value, found \(said)", help: help)
    }

    func unclosedQuoteFault(from start: Int) -> ReadFault {
        let quote = bytes.base[start] == UInt8(ascii: "'") ? "'" : "\""
        return fault(position, position, "expected `\(quote)`, found the end of the text", note: ("the string begins here", start))
    }

    func markerInQuotesFault(from start: Int) -> ReadFault {
        fault(position, position + 3, "the document ends inside a string", note: ("the string begins here", start))
    }

    func quotedIndentFault(from start: Int) -> ReadFault {
        fault(
            position, found(at: position).end, "the lines of a string must be deeper than what it belongs to",
            help: "close the string, or indent this line", note: ("the string begins here", start)
        )
    }

    func escapeFault() -> ReadFault {
        var end = position + 2
        while end < count, bytes.base[end] & 0xC0 == 0x80 { end += 1 }
        end = min(end, count)
        return fault(
            position, end, "`\(string(from: position, to: end))` is no escape in YAML",
            help: "a backslash itself is written `\\\\`; in single quotes it needs none"
        )
    }

    func hexEscapeFault(digits: Int) -> ReadFault {
        fault(position, min(position + 2 + digits, count), "expected \(digits) hexadecimal digits after `\\\(string(from: position + 1, to: position + 2))`")
    }

    func noCharacterFault(length: Int) -> ReadFault {
        fault(position, min(position + length, count), "the escape stands for no character")
    }

    func blockHeaderFault() -> ReadFault {
        let (said, end) = found(at: position)
        return fault(
            position, end, "expected the end of the line after `\(string(from: position - 1, to: position))`, found \(said)",
            help: "the text begins on the next line; only `+`, `-` and an indentation from 1 to 9 may stand here"
        )
    }

    func blankIndentFault(at line: Int, width: Int, indent: Int) -> ReadFault {
        fault(line, line + width, "a blank line before the text has more spaces (\(width)) than its first line (\(indent))", help: "remove the spaces")
    }

    // Properties.

    func secondPropertyFault(_ what: String, at own: YAMLProperties? = nil) -> ReadFault {
        let start = own?.start ?? position
        return fault(start, own?.end ?? found(at: position).end, "a value has only one \(what)")
    }

    func unseparatedPropertyFault(_ own: YAMLProperties) -> ReadFault {
        fault(position, found(at: position).end, "expected a blank after the \(own.tagEnd == position ? "tag" : "anchor")")
    }

    func missingNameFault(at start: Int) -> ReadFault {
        fault(
            start, start + 1, "expected a name after `\(string(from: start, to: start + 1))`",
            help: "if it is a text, put it in quotes"
        )
    }

    func missingSuffixFault(from start: Int) -> ReadFault {
        fault(start, max(position, start + 1), "`\(string(from: start, to: position))` is not a whole tag")
    }

    func unknownHandleFault(_ handle: String, from start: Int) -> ReadFault {
        fault(start, position, "the tag's handle `\(handle)` is not declared", help: "declare it with `%TAG \(handle) …` before `---`")
    }

    func verbatimTagFault(from start: Int) -> ReadFault {
        fault(start, max(position, start + 1), "expected the tag's name and `>` after `!<`")
    }

    func aliasPropertiesFault() -> ReadFault {
        fault(position, found(at: position).end, "an alias has no anchor or tag of its own")
    }

    func propertiesBeforeDashFault(_ own: YAMLProperties) -> ReadFault {
        fault(own.start, own.end, "an anchor or tag before `-` stands on the line before")
    }
}
