/// Flow collections: structure by brackets, as in JSON.
extension YAMLParser {
    private var innermost: Int { flows.count - 1 }

    /// Reads the collection that begins here. Its lines must be deeper than `indent`.
    mutating func parseFlowCollection(indent: Int) throws(ReadFault) {
        try openFlow()
        while !flows.isEmpty {
            try skipFlowSpace(indent: indent)
            guard position < count else { throw unclosedFlowFault() }
            let frame = flows[innermost]
            switch frame.state {
            case .entry: try parseFlowEntry(frame, indent: indent)
            case .afterEntry, .afterPair: try endFlowEntry(frame)
            case .explicitKey: try parseFlowKey(indent: indent)
            case .afterKey: try endFlowKey(frame)
            case .value: try parseFlowValue(indent: indent)
            case .afterValue: try endFlowValue(frame)
            }
        }
    }

    private mutating func openFlow() throws(ReadFault) {
        guard blocks.count + flows.count <= depthLimit else { throw Nesting.fault(limit: depthLimit, at: position) }
        let isSequence = byte == UInt8(ascii: "[")
        events.append(YAMLEvent(isSequence ? .sequenceStart : .mappingStart, .flow, from: position, to: position + 1))
        flows.append(YAMLFlowFrame(kind: isSequence ? .sequence : .mapping, state: .entry, start: position))
        position = position &+ 1
    }

    private mutating func closeFlow(_ frame: YAMLFlowFrame) {
        position = position &+ 1
        events.append(YAMLEvent(frame.kind == .sequence ? .sequenceEnd : .mappingEnd, .flow, from: position - 1, to: position))
        flows.removeLast()
        followsJSONLike = true
    }

    /// A pair ends where the entry of its sequence does.
    private mutating func closePair() {
        events.append(YAMLEvent(.mappingEnd, .flow, from: position, to: position))
        flows.removeLast()
        flows[innermost].state = .afterPair
    }

    private func isClosing(_ frame: YAMLFlowFrame) -> Bool {
        byte == (frame.kind == .mapping ? UInt8(ascii: "}") : UInt8(ascii: "]"))
    }

    /// A `:` that separates: one with a blank after it, or after a key in quotes or brackets.
    private func isFlowColon(afterJSONLike: Bool = false) -> Bool {
        byte == UInt8(ascii: ":") && (afterJSONLike || Self.isBlankOrBreak(nextByte) || Self.isFlowIndicator(nextByte))
    }

    /// Where an entry may begin, or the collection end.
    private mutating func parseFlowEntry(_ frame: YAMLFlowFrame, indent: Int) throws(ReadFault) {
        if isClosing(frame) { return closeFlow(frame) }
        if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { throw flowEntryFault(frame) }
        let isExplicit = isIndicator(UInt8(ascii: "?"))
        let isEmptyKey = isFlowColon()
        if frame.kind == .sequence {
            if isExplicit || isEmptyKey {
                openPair(before: events.count, start: position)
                flows[innermost].state = isExplicit ? .explicitKey : .afterKey
            } else {
                flows[innermost].state = .afterEntry
                flows[innermost].entryEvent = events.count
                flows[innermost].entryStart = position
                flows[innermost].entryLine = lineStart
                return try parseFlowNode(indent: indent)
            }
        } else if !isExplicit && !isEmptyKey {
            flows[innermost].state = .afterKey
            return try parseFlowNode(indent: indent)
        } else {
            flows[innermost].state = isExplicit ? .explicitKey : .afterKey
        }
        if isExplicit { position = position &+ 1 } else { appendEmptyInFlow() }
    }

    private mutating func openPair(before index: Int, start: Int) {
        events.insert(YAMLEvent(.mappingStart, .flow, from: start, to: start), at: index)
        flows.append(YAMLFlowFrame(kind: .pair, state: .afterKey, start: start))
    }

    private mutating func appendEmptyInFlow(_ own: YAMLProperties = YAMLProperties()) {
        let place = own.isEmpty ? position : own.start
        var event = YAMLEvent(.scalar, .plain, from: place, to: own.isEmpty ? place : own.end)
        event.says(from: place, to: place)
        event.properties = keep(own)
        events.append(event)
        followsJSONLike = false
    }

    /// After an entry of a sequence.
    private mutating func endFlowEntry(_ frame: YAMLFlowFrame) throws(ReadFault) {
        if byte == UInt8(ascii: ",") {
            position = position &+ 1
            flows[innermost].state = .entry
        } else if isClosing(frame) {
            closeFlow(frame)
        } else if frame.state == .afterEntry, isFlowColon(afterJSONLike: followsJSONLike) {
            guard lineStart == frame.entryLine else { throw multilineKeyFault(from: frame.entryStart) }
            if events.count - frame.entryEvent > 1, position - frame.entryStart > Self.longestKey {
                throw Self.longKeyFault(from: frame.entryStart, to: position)
            }
            openPair(before: frame.entryEvent, start: frame.entryStart)
            position = position &+ 1
            flows[innermost].state = .value
        } else {
            throw flowSeparatorFault(frame)
        }
    }

    /// After `?`.
    private mutating func parseFlowKey(indent: Int) throws(ReadFault) {
        flows[innermost].state = .afterKey
        if endsFlowNode() { appendEmptyInFlow() } else { try parseFlowNode(indent: indent) }
    }

    private func endsFlowNode() -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") || isFlowColon()
    }

    private mutating func endFlowKey(_ frame: YAMLFlowFrame) throws(ReadFault) {
        if isFlowColon(afterJSONLike: followsJSONLike) {
            position = position &+ 1
            flows[innermost].state = .value
            return
        }
        guard byte == UInt8(ascii: ",") || isClosing(frame) else { throw flowSeparatorFault(frame) }
        appendEmptyInFlow()
        flows[innermost].state = .afterValue
    }

    private mutating func parseFlowValue(indent: Int) throws(ReadFault) {
        flows[innermost].state = .afterValue
        if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
            appendEmptyInFlow()
        } else {
            try parseFlowNode(indent: indent)
        }
    }

    private mutating func endFlowValue(_ frame: YAMLFlowFrame) throws(ReadFault) {
        guard byte == UInt8(ascii: ",") || isClosing(frame) else { throw flowSeparatorFault(frame) }
        if frame.kind == .pair { return closePair() }
        if isClosing(frame) { return closeFlow(frame) }
        position = position &+ 1
        flows[innermost].state = .entry
    }

    /// A node in a flow collection; of a collection only its opening.
    private mutating func parseFlowNode(indent: Int) throws(ReadFault) {
        let own = try parseProperties()
        if !own.isEmpty {
            try skipFlowSpace(indent: indent)
            if position >= count { throw unclosedFlowFault() }
            if endsFlowNode() { return appendEmptyInFlow(own) }
        }
        let index = events.count
        followsJSONLike = true
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"): try openFlow()
        case UInt8(ascii: "\""): try parseDoubleQuoted(indent: indent)
        case UInt8(ascii: "'"): try parseSingleQuoted(indent: indent)
        case UInt8(ascii: "*"):
            if !own.isEmpty { throw aliasPropertiesFault() }
            try parseAlias()
            followsJSONLike = false
        default:
            try parsePlain(indent: indent, inFlow: true)
            followsJSONLike = false
        }
        events.base[index].properties = keep(own)
    }

    /// Goes on to the next token, and checks the indentation of the lines it passes.
    private mutating func skipFlowSpace(indent: Int) throws(ReadFault) {
        skipToToken()
        guard isFirstOnLine, position < count else { return }
        if column == 0, isAnyDocumentMarker { throw markerInFlowFault() }
        if column > indent { return }
        // By the grammar a closing bracket must be deeper, too; but `key: [` … `]` is written everywhere.
        let isCloser = byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
        guard isCloser, column == indent, flows.count == 1 else { throw flowIndentFault() }
    }
}
