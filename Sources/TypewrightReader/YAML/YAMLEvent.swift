/// What a YAML text consists of, one after the other: the event tree of the specification, flat.
struct YAMLEvent {
    enum Kind: UInt8 {
        case documentStart, documentEnd
        case sequenceStart, sequenceEnd
        case mappingStart, mappingEnd
        case scalar, alias
    }

    enum Style: UInt8 {
        case plain, singleQuoted, doubleQuoted, literal, folded
        /// Of collections.
        case block, flow
        /// Of documents: with its `---` or `...`.
        case explicit
    }

    var kind: Kind
    var style: Style
    /// One more than the place of its anchor and tag among the properties; 0 when it has none.
    var properties: UInt32 = 0
    /// Where it stands in the text.
    var start: UInt32
    var end: UInt32
    /// Where what it says lies in the bytes: a scalar's text, an alias's name.
    var first: UInt32 = 0
    var count: UInt32 = 0

    init(_ kind: Kind, _ style: Style, from start: Int, to end: Int) {
        self.kind = kind
        self.style = style
        self.start = UInt32(truncatingIfNeeded: start)
        self.end = UInt32(truncatingIfNeeded: end)
    }

    mutating func says(from first: Int, to end: Int) {
        self.first = UInt32(truncatingIfNeeded: first)
        count = UInt32(truncatingIfNeeded: end &- first)
    }
}

/// The anchor and tag before a node; where both ends are equal there is none.
struct YAMLProperties {
    /// The anchor's name, without `&`.
    var anchorStart = 0
    var anchorEnd = 0
    /// The tag as it is written.
    var tagStart = 0
    var tagEnd = 0
    /// The full name of the tag.
    var tag = ""
    /// Where they begin.
    var start = 0
    var end = 0

    var hasAnchor: Bool { anchorEnd > anchorStart }
    var hasTag: Bool { tagEnd > tagStart }
    var isEmpty: Bool { !hasAnchor && !hasTag }
}

/// A growing array of events; see `RecordBuffer` for why.
struct YAMLEventBuffer {
    private(set) var base: UnsafeMutablePointer<YAMLEvent>
    private(set) var count = 0
    private var capacity: Int
    private var memory: Memory

    init(capacity: Int) {
        self.capacity = max(capacity, 16)
        base = .allocate(capacity: self.capacity)
        memory = Memory(base)
    }

    @inline(__always)
    mutating func append(_ event: YAMLEvent) {
        if count == capacity { grow() }
        base[count] = event
        count = count &+ 1
    }

    mutating func insert(_ event: YAMLEvent, at index: Int) {
        append(event)
        var place = count &- 1
        while place > index {
            base[place] = base[place &- 1]
            place = place &- 1
        }
        base[index] = event
    }

    private mutating func grow() {
        capacity = capacity * 2
        let larger = UnsafeMutablePointer<YAMLEvent>.allocate(capacity: capacity)
        larger.initialize(from: base, count: count)
        base = larger
        memory = Memory(larger)
    }
}
