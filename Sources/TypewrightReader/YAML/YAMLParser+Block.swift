/// Block collections: structure by indentation.
extension YAMLParser {
    /// Reads the nodes of a document up to the marker or end after it.
    mutating func parseBlockNodes() throws(ReadFault) {
        while true {
            skipToToken()
            if position >= count || (column == 0 && isFirstOnLine && isAnyDocumentMarker) { break }
            if isFirstOnLine {
                dedent()
                if column == blocks.top.indent {
                    try continueCollection()
                    continue
                }
            }
            guard blocks.top.awaitsNode else { throw strayNodeFault() }
            try parseBlockNode()
        }
        while blocks.top.kind != .document { closeBlock() }
    }

    /// Closes what is deeper than this line.
    private mutating func dedent() {
        while blocks.top.indent > column { closeBlock() }
        // A sequence as a mapping's value may stand at the mapping's column; another key there ends it.
        let top = blocks.top
        if top.kind == .sequence, top.indent == column, !isIndicator(UInt8(ascii: "-")), blocks.belowTop.indent == column { closeBlock() }
    }

    private mutating func closeBlock() {
        finishEntry()
        let end = YAMLEvent(blocks.top.kind == .sequence ? .sequenceEnd : .mappingEnd, .block, from: position, to: lastContentEnd())
        events.append(end)
        blocks.pop()
    }

    /// The end of what was read last: a block collection does not extend to the line that ends it.
    private func lastContentEnd() -> Int {
        events.count > 0 ? Int(events.base[events.count &- 1].end) : position
    }

    /// Gives an awaited node as empty, and an explicit key its empty value.
    private mutating func finishEntry() {
        if blocks.top.state == .explicitKey {
            fillWithEmpty()
        } else if blocks.top.state == .value {
            return fillWithEmpty()
        }
        if blocks.top.state == .afterExplicitKey {
            appendEmpty()
            blocks.setState(.idle)
        }
    }

    /// The awaited node is empty.
    mutating func fillWithEmpty() {
        appendEmpty()
        consumeAwaited()
    }

    /// An empty scalar with the properties that wait for a node. It stands behind the indicator or node before it.
    mutating func appendEmpty() {
        let place = pending.isEmpty ? max(indicatorEnd, lastContentEnd()) : pending.start
        var event = YAMLEvent(.scalar, .plain, from: place, to: pending.isEmpty ? place : pending.end)
        event.says(from: place, to: place)
        event.properties = takePending()
        events.append(event)
    }

    private mutating func skipIndicator() {
        position = position &+ 1
        indicatorEnd = position
    }

    /// The awaited node begins.
    mutating func consumeAwaited() {
        blocks.setState(blocks.top.state == .explicitKey ? .afterExplicitKey : .idle)
    }

    /// At the column of the open collection: its next entry.
    private mutating func continueCollection() throws(ReadFault) {
        if followsTab { throw tabFault() }
        if blocks.top.kind == .sequence {
            guard isIndicator(UInt8(ascii: "-")) else { throw missingDashFault() }
            finishEntry()
            return beginEntry()
        }
        if isIndicator(UInt8(ascii: "-")) {
            guard blocks.top.awaitsNode else { throw strayDashFault() }
            return try openSequence()
        }
        if isIndicator(UInt8(ascii: "?")) {
            finishEntry()
            return beginExplicitKey()
        }
        if isIndicator(UInt8(ascii: ":")) { return beginValue() }
        finishEntry()
        try parseImplicitKey()
    }

    private mutating func beginEntry() {
        blocks.setState(.value)
        skipIndicator()
        allowsCompact = true
    }

    private mutating func beginExplicitKey() {
        blocks.setState(.explicitKey)
        skipIndicator()
        allowsCompact = true
    }

    /// At a `:` that begins a line: the value of an explicit key, or of an empty one.
    private mutating func beginValue() {
        if blocks.top.state == .explicitKey { fillWithEmpty() }
        let isExplicit = blocks.top.state == .afterExplicitKey
        if !isExplicit {
            finishEntry()
            appendEmpty()
        }
        blocks.setState(.value)
        skipIndicator()
        allowsCompact = isExplicit
    }

    private mutating func openSequence() throws(ReadFault) {
        try openBlock(.sequence, start: position, column: column)
        beginEntry()
    }

    /// Opens a block collection as the awaited node, before the event given.
    private mutating func openBlock(_ kind: YAMLBlockFrame.Kind, start: Int, column: Int, before index: Int? = nil) throws(ReadFault) {
        guard blocks.count <= depthLimit else { throw Nesting.fault(limit: depthLimit, at: start) }
        var event = YAMLEvent(kind == .sequence ? .sequenceStart : .mappingStart, .block, from: start, to: start)
        event.properties = takePending()
        if let index { events.insert(event, at: index) } else { events.append(event) }
        consumeAwaited()
        blocks.push(YAMLBlockFrame(kind: kind, state: .idle, indent: column, start: start))
    }

    /// The awaited node, which begins here.
    private mutating func parseBlockNode() throws(ReadFault) {
        let mayNest = isFirstOnLine || allowsCompact
        let isDash = isIndicator(UInt8(ascii: "-"))
        if isDash || isIndicator(UInt8(ascii: "?")) || isIndicator(UInt8(ascii: ":")) {
            guard mayNest else { throw isDash ? inlineSequenceFault() : inlineMappingFault() }
            if followsTab { throw tabFault() }
            if isDash { return try openSequence() }
            try openBlock(.mapping, start: position, column: column)
            return byte == UInt8(ascii: "?") ? beginExplicitKey() : beginValue()
        }
        try parseContentNode(mayNest: mayNest)
    }

    /// Properties and what follows them on the line: a node, or the first key of a mapping.
    private mutating func parseContentNode(mayNest: Bool) throws(ReadFault) {
        let start = position
        let startColumn = column
        let startLine = lineStart
        let followedTab = followsTab
        let own = try parseProperties()
        if !own.isEmpty, Self.isBreak(byte) || position >= count || byte == UInt8(ascii: "#") {
            try keepForLater(own)
            return try finishLine()
        }
        if !own.isEmpty, isIndicator(UInt8(ascii: "-")) { throw propertiesBeforeDashFault(own) }
        let index = events.count
        try parseContent(hasProperties: !own.isEmpty)
        let kind = events.base[index].kind
        let style = events.base[index].style
        if try isKey(style, from: start, on: startLine) {
            guard mayNest else { throw inlineMappingFault() }
            if followedTab { throw tabFault() }
            try openBlock(.mapping, start: start, column: startColumn, before: index)
            events.base[index + 1].properties = keep(own)
            blocks.setState(.value)
            allowsCompact = false
            return
        }
        try keepForLater(own)
        if kind == .alias, !pending.isEmpty { throw aliasPropertiesFault() }
        events.base[index].properties = takePending()
        consumeAwaited()
        if style != .literal, style != .folded { try finishLine() }
    }

    /// A key at the column of the open mapping.
    private mutating func parseImplicitKey() throws(ReadFault) {
        let start = position
        let startLine = lineStart
        let own = try parseProperties()
        let index = events.count
        try parseContent(hasProperties: !own.isEmpty)
        guard try isKey(events.base[index].style, from: start, on: startLine) else { throw missingColonFault(from: start) }
        events.base[index].properties = keep(own)
        blocks.setState(.value)
        allowsCompact = false
    }

    /// Whether the node just read is followed by a `:`; goes beyond that.
    private mutating func isKey(_ style: YAMLEvent.Style, from start: Int, on startLine: Int) throws(ReadFault) -> Bool {
        if style == .literal || style == .folded { return false }
        let end = position
        skipBlanks()
        guard isIndicator(UInt8(ascii: ":")) else {
            position = end
            return false
        }
        guard lineStart == startLine else { throw multilineKeyFault(from: start) }
        if style == .flow, position - start > Self.longestKey { throw Self.longKeyFault(from: start, to: position) }
        skipIndicator()
        return true
    }

    /// A scalar, flow collection or alias, without its properties.
    private mutating func parseContent(hasProperties: Bool) throws(ReadFault) {
        let indent = blocks.top.indent
        switch byte {
        case UInt8(ascii: "\""): try parseDoubleQuoted(indent: indent)
        case UInt8(ascii: "'"): try parseSingleQuoted(indent: indent)
        case UInt8(ascii: "["), UInt8(ascii: "{"): try parseFlowCollection(indent: indent)
        case UInt8(ascii: "*"):
            if hasProperties { throw aliasPropertiesFault() }
            try parseAlias()
        case UInt8(ascii: "|"), UInt8(ascii: ">"): try parseBlockScalar(indent: indent)
        case UInt8(ascii: ":") where hasProperties && Self.isBlankOrBreak(nextByte):
            var event = YAMLEvent(.scalar, .plain, from: position, to: position)
            event.says(from: position, to: position)
            events.append(event)
        default: try parsePlain(indent: indent, inFlow: false)
        }
    }
}
