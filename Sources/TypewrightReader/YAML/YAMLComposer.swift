import TypewrightSource

/// Puts the tree together from events: resolves scalars, aliases and merges.
struct YAMLComposer {
    var builder: TreeBuilder
    private let events: YAMLEventBuffer
    private let properties: [YAMLProperties]
    private let limits: ReaderLimits
    private(set) var warnings: [ReadFault]

    private var anchors: [String: Anchor] = [:]
    /// Open collections with an anchor, the innermost last.
    private var openAnchors: [OpenAnchor] = []
    /// How deep the values in each open collection stand in one another so far.
    private var heights: [Int] = []
    /// Open mappings that merge others, by their place among the builder's waiting records.
    private var merging: [Int] = []
    /// Values so far; what an alias stands for counts again.
    private var total = 0
    private var aliased = 0

    private struct Anchor {
        /// `nil` while its collection is open: an alias to it would be a cycle.
        var record: Record?
        /// The values it consists of, and how deep they stand in one another.
        var weight = 1
        var height = 0
    }

    private struct OpenAnchor {
        let name: String
        let container: Int
        let totalBefore: Int
    }

    init(_ parser: YAMLParser, file: SourceFile.ID, limits: ReaderLimits) {
        properties = parser.properties
        warnings = parser.warnings
        self.limits = limits
        builder = TreeBuilder(file: file, bytes: parser.bytes)
        events = parser.events
    }

    mutating func compose() throws(ReadFault) {
        var index = 0
        while index < events.count {
            let event = events.base[index]
            switch event.kind {
            case .documentStart: anchors = [:]
            case .documentEnd: break
            case .scalar: try addScalar(event)
            case .alias: try addAlias(event)
            case .sequenceStart: open(.array, event)
            case .mappingStart: open(.object, event)
            case .sequenceEnd, .mappingEnd: try close(event)
            }
            index = index &+ 1
        }
    }

    /// One value per document.
    func finish() -> [Node] { builder.finish() }

    /// Whether the next value is a member's key.
    private var awaitsKey: Bool { builder.depth > 0 && builder.openKind == .object && builder.openCount & 1 == 0 }

    private func properties(of event: YAMLEvent) -> YAMLProperties? {
        event.properties == 0 ? nil : properties[Int(event.properties) - 1]
    }

    private func text(_ start: Int, _ end: Int) -> String {
        String(decoding: UnsafeBufferPointer(start: builder.bytes.base + start, count: end - start), as: UTF8.self)
    }

    // Scalars.

    private mutating func addScalar(_ event: YAMLEvent) throws(ReadFault) {
        var record = Record()
        record.start = event.start
        record.end = event.end
        record.first = event.first
        record.count = event.count
        record.kind = .string
        let properties = properties(of: event)
        total += 1
        guard properties != nil || !awaitsKey else { return addKey(record, event, nil) }
        var value = record
        resolve(&value, event, tag: properties.flatMap { $0.hasTag ? $0.tag : nil })
        if let properties, properties.hasAnchor {
            anchors[text(properties.anchorStart, properties.anchorEnd)] = Anchor(record: value)
        }
        if awaitsKey { addKey(record, event, properties) } else { builder.add(value) }
    }

    /// A key's text is what is written, whatever it would mean as a value.
    private mutating func addKey(_ record: Record, _ event: YAMLEvent, _ properties: YAMLProperties?) {
        var key = record
        if isMergeKey(event, properties) {
            key.flags = Record.isMerge
            if merging.last != builder.open { merging.append(builder.open) }
        }
        builder.addKey(key)
    }

    private mutating func resolve(_ record: inout Record, _ event: YAMLEvent, tag: String?) {
        guard let tag else {
            if event.style == .plain { resolvePlain(&record, event) }
            return
        }
        guard tag.hasPrefix(YAMLTag.core) else {
            if tag != "!" { warnOfTag(tag, event) }
            return
        }
        switch tag.dropFirst(YAMLTag.core.count) {
        case "null", "bool", "int", "float":
            resolvePlain(&record, event)
            let isMeant =
                switch tag.dropFirst(YAMLTag.core.count) {
                case "null": record.kind == .null
                case "bool": record.kind == .boolean
                default: record.kind == .number
                }
            if !isMeant {
                record.kind = .string
                warn("wrong-tag", event, "`\(text(Int(event.first), Int(event.first + event.count)))` is not what its tag `\(tag)` says; taken as a string")
            }
        case "str", "binary", "timestamp", "value", "yaml", "merge": break
        default: warnOfTag(tag, event)
        }
    }

    private mutating func warnOfTag(_ tag: String, _ event: YAMLEvent) {
        guard let own = properties(of: event) else { return }
        warnings.append(ReadFault("unknown-tag", own.tagStart, own.tagEnd, "the tag `\(tag)` says nothing here; ignored"))
    }

    private mutating func resolvePlain(_ record: inout Record, _ event: YAMLEvent) {
        let start = UnsafePointer(builder.bytes.base + Int(event.first))
        switch CoreSchema.meaning(start, Int(event.count)) {
        case .string: break
        case .null: record.kind = .null
        case .boolean(let value):
            record.kind = .boolean
            record.flags = value ? Record.isTrue : 0
        case .number: record.kind = .number
        case .otherNumber:
            guard let number = OtherNumber(start, Int(event.count)) else { return }
            record.kind = .number
            record.first = UInt32(truncatingIfNeeded: builder.bytes.count)
            for byte in number.text.utf8 { builder.bytes.append(byte) }
            record.count = UInt32(truncatingIfNeeded: builder.bytes.count) - record.first
        case .noJSONNumber:
            warn("not-a-json-number", event, "JSON has no number `\(text(Int(event.first), Int(event.first + event.count)))`; taken as a string")
        }
    }

    private mutating func warn(_ code: String, _ event: YAMLEvent, _ message: String, help: String? = nil) {
        warnings.append(ReadFault(code, Int(event.start), Int(event.end), message, help: help))
    }

    // Aliases.

    private mutating func addAlias(_ event: YAMLEvent) throws(ReadFault) {
        let name = text(Int(event.first), Int(event.first + event.count))
        guard let anchor = anchors[name] else {
            var fault = ReadFault("unknown-alias", Int(event.start), Int(event.end), "there is no anchor `&\(name)` before this alias")
            fault.help = closestMatch(to: name, in: anchors.keys.sorted()).map { "did you mean `*\($0)`?" }
                ?? "a text that begins with `*` stands in quotes"
            throw fault
        }
        guard let record = anchor.record else {
            throw ReadFault("cyclic-alias", Int(event.start), Int(event.end), "the alias `*\(name)` stands inside what it stands for")
        }
        try count(aliased: anchor.weight, at: event)
        guard builder.depth + anchor.height <= limits.depth else { throw Nesting.fault(limit: limits.depth, at: Int(event.start)) }
        raise(to: anchor.height)
        guard awaitsKey else { return builder.add(record) }
        builder.addKey(try keyRecord(of: record))
    }

    /// What keeps a few lines of aliases to aliases from standing for billions of values.
    private mutating func count(aliased weight: Int, at event: YAMLEvent) throws(ReadFault) {
        total += weight
        aliased += weight
        if aliased > limits.aliasedValues {
            throw ReadFault(
                "too-many-aliases", Int(event.start), Int(event.end),
                "the aliases up to here stand for more than \(limits.aliasedValues) values"
            )
        }
    }

    // Collections.

    private mutating func open(_ kind: Node.Kind, _ event: YAMLEvent) {
        let totalBefore = total
        total += 1
        builder.open(kind, at: Int(event.start))
        heights.append(0)
        guard let properties = properties(of: event) else { return }
        if properties.hasTag { checkTag(properties.tag, event) }
        guard properties.hasAnchor else { return }
        let name = text(properties.anchorStart, properties.anchorEnd)
        anchors[name] = Anchor(record: nil)
        openAnchors.append(OpenAnchor(name: name, container: builder.open, totalBefore: totalBefore))
    }

    /// The innermost open collection holds something that high.
    private mutating func raise(to height: Int) {
        guard let last = heights.indices.last else { return }
        heights[last] = max(heights[last], height)
    }

    private mutating func checkTag(_ tag: String, _ event: YAMLEvent) {
        guard tag.hasPrefix(YAMLTag.core) else {
            if tag != "!" { warnOfTag(tag, event) }
            return
        }
        switch tag.dropFirst(YAMLTag.core.count) {
        case "map", "seq", "set", "omap", "pairs": break
        default: warnOfTag(tag, event)
        }
    }

    private mutating func close(_ event: YAMLEvent) throws(ReadFault) {
        let container = builder.open
        if merging.last == container {
            merging.removeLast()
            let (added, refused) = builder.merge()
            if let refused {
                warnings.append(ReadFault(
                    "invalid-merge", Int(refused.start), Int(refused.end),
                    "`<<` merges a mapping, or a list of mappings; kept as a key like any other"
                ))
            }
            try count(aliased: added, at: event)
        }
        builder.close(at: Int(event.end))
        let record = builder.last
        let height = (heights.popLast() ?? 0) + 1
        raise(to: height)
        if let anchor = openAnchors.last, anchor.container == container {
            openAnchors.removeLast()
            // The name may have been given anew inside.
            if let known = anchors[anchor.name], known.record == nil {
                anchors[anchor.name] = Anchor(record: record, weight: total - anchor.totalBefore, height: height)
            }
        }
        // A collection that is itself a key: what was added is a key when the count is odd now.
        if builder.depth > 0, builder.openKind == .object, builder.openCount & 1 == 1 {
            builder.replaceLast(withKey: try keyRecord(of: record))
        }
    }

    /// A key is a text in JSON: a collection becomes its own text.
    private mutating func keyRecord(of record: Record) throws(ReadFault) -> Record {
        var key = record
        key.kind = .string
        key.flags = 0
        guard record.kind == .array || record.kind == .object else { return key }
        let start = Int(record.start)
        let end = Int(record.end)
        // Keys inside keys inside keys would copy a text over and over.
        guard end - start <= YAMLParser.longestKey else { throw YAMLParser.longKeyFault(from: start, to: end) }
        key.first = UInt32(truncatingIfNeeded: builder.bytes.count)
        appendWithPlainLineEnds(from: start, to: end)
        key.count = UInt32(truncatingIfNeeded: builder.bytes.count) - key.first
        warnings.append(ReadFault("complex-key", start, end, "a key that is a list or mapping is taken as its text"))
        return key
    }

    /// The text's own line ends are not what a document says.
    private mutating func appendWithPlainLineEnds(from start: Int, to end: Int) {
        for index in start..<max(start, end) {
            let byte = builder.bytes.base[index]
            if byte != 0x0D {
                builder.bytes.append(byte)
            } else if builder.bytes.base[index + 1] != 0x0A {
                builder.bytes.append(0x0A)
            }
        }
    }

    // Merges (https://yaml.org/type/merge.html).

    private func isMergeKey(_ event: YAMLEvent, _ properties: YAMLProperties?) -> Bool {
        if let properties, properties.hasTag { return properties.tag == YAMLTag.core + "merge" }
        return event.style == .plain && event.count == 2 && builder.bytes.base[Int(event.first)] == UInt8(ascii: "<")
            && builder.bytes.base[Int(event.first) + 1] == UInt8(ascii: "<")
    }
}
