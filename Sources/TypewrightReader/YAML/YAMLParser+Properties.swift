/// Anchors, aliases and tags.
extension YAMLParser {
    /// Reads the anchor and tag that begin here, if any, in either order, and the blanks after them.
    mutating func parseProperties() throws(ReadFault) -> YAMLProperties {
        var own = YAMLProperties()
        own.start = position
        while true {
            if byte == UInt8(ascii: "&") {
                if own.hasAnchor { throw secondPropertyFault("anchor") }
                own.anchorStart = position + 1
                own.anchorEnd = try scanAnchorName()
            } else if byte == UInt8(ascii: "!") {
                if own.hasTag { throw secondPropertyFault("tag") }
                own.tagStart = position
                own.tag = try parseTag()
                own.tagEnd = position
            } else {
                return own
            }
            own.end = position
            let isSeparated = Self.isBlankOrBreak(byte) || (!flows.isEmpty && Self.isFlowIndicator(byte))
            guard isSeparated else { throw unseparatedPropertyFault(own) }
            skipBlanks()
        }
    }

    mutating func parseAlias() throws(ReadFault) {
        let start = position
        var event = YAMLEvent(.alias, .plain, from: start, to: start)
        let end = try scanAnchorName()
        event.says(from: start + 1, to: end)
        event.end = UInt32(truncatingIfNeeded: end)
        events.append(event)
    }

    /// At `&` or `*`: goes to the end of the name, which may hold all but blanks and flow indicators (6.9.2).
    private mutating func scanAnchorName() throws(ReadFault) -> Int {
        let start = position
        position = position &+ 1
        while !Self.isBlankOrBreak(byte), !Self.isFlowIndicator(byte) { position = position &+ 1 }
        if position == start + 1 { throw missingNameFault(at: start) }
        return position
    }

    /// Adds to the properties that wait for their node on a later line.
    mutating func keepForLater(_ own: YAMLProperties) throws(ReadFault) {
        if own.isEmpty { return }
        if pending.isEmpty {
            pending = own
            return
        }
        if pending.hasAnchor && own.hasAnchor { throw secondPropertyFault("anchor", at: own) }
        if pending.hasTag && own.hasTag { throw secondPropertyFault("tag", at: own) }
        if own.hasAnchor {
            pending.anchorStart = own.anchorStart
            pending.anchorEnd = own.anchorEnd
        } else {
            pending.tagStart = own.tagStart
            pending.tagEnd = own.tagEnd
            pending.tag = own.tag
        }
        pending.end = own.end
    }

    mutating func takePending() -> UInt32 {
        if pending.isEmpty { return 0 }
        let kept = keep(pending)
        pending = YAMLProperties()
        return kept
    }

    mutating func keep(_ own: YAMLProperties) -> UInt32 {
        if own.isEmpty { return 0 }
        properties.append(own)
        return UInt32(truncatingIfNeeded: properties.count)
    }
}

// Tags (6.9.1).
extension YAMLParser {
    /// At `!`: gives the tag's full name.
    private mutating func parseTag() throws(ReadFault) -> String {
        let start = position
        if nextByte == UInt8(ascii: "<") { return try parseVerbatimTag() }
        position = position &+ 1
        while Self.isHandleByte(byte) { position = position &+ 1 }
        var handle = "!"
        if byte == UInt8(ascii: "!") {
            position = position &+ 1
            handle = string(from: start, to: position)
        } else {
            position = start &+ 1
        }
        let suffixStart = position
        while isTagByte(byte) { position = position &+ 1 }
        let suffix = try percentDecoded(from: suffixStart, to: position)
        if suffixStart == position {
            // `!` alone: not to be resolved by its look.
            guard handle == "!" && suffixStart == start + 1 else { throw missingSuffixFault(from: start) }
            return "!"
        }
        if let prefix = tagHandles[handle] { return prefix + suffix }
        switch handle {
        case "!": return "!" + suffix
        case "!!": return YAMLTag.core + suffix
        default: throw unknownHandleFault(handle, from: start)
        }
    }

    private mutating func parseVerbatimTag() throws(ReadFault) -> String {
        let start = position
        position = position &+ 2
        while isTagByte(byte) || byte == UInt8(ascii: "!") || Self.isFlowIndicator(byte), !Self.isBlankOrBreak(byte) {
            position = position &+ 1
        }
        let name = string(from: start + 2, to: position)
        guard byte == UInt8(ascii: ">"), !name.isEmpty, name != "!" else { throw verbatimTagFault(from: start) }
        position = position &+ 1
        return name
    }

    static func isHandleByte(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "-")
    }

    /// `ns-tag-char` (6.9.1), and letters beyond ASCII, which should be escaped but often are not.
    private func isTagByte(_ byte: UInt8) -> Bool {
        if Self.isHandleByte(byte) || byte >= 0x80 { return true }
        switch byte {
        case UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: ";"), UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: ":"),
            UInt8(ascii: "@"), UInt8(ascii: "&"), UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "$"), UInt8(ascii: "_"),
            UInt8(ascii: "."), UInt8(ascii: "~"), UInt8(ascii: "*"), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: ")"):
            return true
        default: return false
        }
    }

    func string(from start: Int, to end: Int) -> String {
        String(decoding: UnsafeBufferPointer(start: text + start, count: max(0, end - start)), as: UTF8.self)
    }

    private func percentDecoded(from start: Int, to end: Int) throws(ReadFault) -> String {
        var decoded: [UInt8] = []
        var index = start
        while index < end {
            if bytes.base[index] == UInt8(ascii: "%") {
                guard let high = HexDigit.value(bytes.base[index + 1]), let low = HexDigit.value(bytes.base[index + 2]) else {
                    throw ReadFault("invalid-yaml", index, index + 1, "expected two hexadecimal digits after `%` in a tag")
                }
                decoded.append(UInt8(truncatingIfNeeded: high << 4 | low))
                index += 3
            } else {
                decoded.append(bytes.base[index])
                index += 1
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }
}

enum YAMLTag {
    /// What `!!` stands for.
    static let core = "tag:yaml.org,2002:"
}
