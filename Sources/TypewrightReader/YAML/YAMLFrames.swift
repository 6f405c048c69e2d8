/// A block collection that is open, or the document itself.
struct YAMLBlockFrame {
    enum Kind: UInt8 { case document, sequence, mapping }

    enum State: UInt8 {
        /// The next entry is awaited; of a document: it is complete.
        case idle
        /// A value is awaited: after `-`, after a key's `:`, at the beginning of a document.
        case value
        /// A key is awaited after `?`.
        case explicitKey
        /// The `:` of an explicit key is awaited.
        case afterExplicitKey
    }

    var kind: Kind
    var state: State
    /// The column of its entries; -1 for a document.
    var indent: Int
    var start: Int

    var awaitsNode: Bool {
        switch state {
        case .value, .explicitKey: true
        case .idle, .afterExplicitKey: false
        }
    }
}

/// A flow collection that is open.
struct YAMLFlowFrame {
    /// A `pair` is a mapping of one entry without braces in a sequence: `[a: b]`.
    enum Kind: UInt8 { case sequence, mapping, pair }

    enum State: UInt8 {
        /// An entry, or the end, is awaited.
        case entry
        /// An entry of a sequence was read, which may prove to be a key.
        case afterEntry
        /// A pair was read.
        case afterPair
        /// A key is awaited after `?`.
        case explicitKey
        case afterKey
        case value
        case afterValue
    }

    var kind: Kind
    var state: State
    var start: Int
    /// Of the sequence's entry: its first event, where it begins, and on which line.
    var entryEvent = 0
    var entryStart = 0
    var entryLine = 0
}

/// A stack of trivially copyable values; see `RecordBuffer` for why it is not an array.
struct YAMLBlockStack {
    private var base: UnsafeMutablePointer<YAMLBlockFrame>
    private(set) var count = 0
    private var capacity = 64
    private var memory: Memory

    init() {
        base = .allocate(capacity: 64)
        memory = Memory(base)
    }

    /// The innermost; the document's frame is always there while a document is read.
    var top: YAMLBlockFrame {
        get { base[count &- 1] }
        set { base[count &- 1] = newValue }
    }

    var belowTop: YAMLBlockFrame { base[count &- 2] }

    mutating func setState(_ state: YAMLBlockFrame.State) { base[count &- 1].state = state }

    mutating func push(_ frame: YAMLBlockFrame) {
        if count == capacity {
            capacity = capacity * 2
            let larger = UnsafeMutablePointer<YAMLBlockFrame>.allocate(capacity: capacity)
            larger.initialize(from: base, count: count)
            base = larger
            memory = Memory(larger)
        }
        base[count] = frame
        count = count &+ 1
    }

    mutating func pop() { count = count &- 1 }
}
