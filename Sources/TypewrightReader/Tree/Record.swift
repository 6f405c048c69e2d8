/// One value of a document, flat and trivially copyable: what a `Node` is a handle on.
struct Record {
    /// Where it stands in the text.
    var start: UInt32 = 0
    var end: UInt32 = 0
    /// A container: the index of its first child's record; an object's children are key, value, key, value.
    /// Otherwise: the offset in the tree's bytes of what it says.
    var first: UInt32 = 0
    /// A container: the number of elements or members. Otherwise: the length of what it says.
    var count: UInt32 = 0
    var kind = Node.Kind.null
    var flags: UInt8 = 0
    /// Keys only: a hash of a few of its bytes, which settles nearly every comparison.
    var hash: UInt16 = 0

    /// A boolean: it is true.
    static let isTrue: UInt8 = 1
    /// An object: the record before its first child leads to its index.
    static let isIndexed: UInt8 = 2
    /// A key: it merges other objects, until its object is closed.
    static let isMerge: UInt8 = 4
}

/// Gives memory back when nobody refers to it any more.
///
/// Buffers that are not copyable would need none of this, but the compiler takes a second longer to follow them, and
/// whoever uses the plugin waits for that. Nobody copies a buffer and goes on writing to both.
final class Memory {
    private let start: UnsafeMutableRawPointer

    init(_ start: UnsafeMutableRawPointer) { self.start = start }

    deinit { start.deallocate() }
}

/// A growing array of records. `Array` would do, but is slow where generics are not specialised,
/// and a plugin's tool is built without optimisation.
struct RecordBuffer {
    private(set) var base: UnsafeMutablePointer<Record>
    private(set) var count = 0
    private var capacity: Int
    private var memory: Memory

    init(capacity: Int) {
        self.capacity = max(capacity, 16)
        base = .allocate(capacity: self.capacity)
        memory = Memory(base)
    }

    @inline(__always)
    mutating func append(_ record: Record) {
        if count == capacity { grow(to: count &+ 1) }
        base[count] = record
        count = count &+ 1
    }

    /// `source` must not lie in this buffer.
    mutating func append(from source: UnsafeMutablePointer<Record>, count added: Int) {
        if capacity &- count < added { grow(to: count &+ added) }
        (base + count).initialize(from: source, count: added)
        count = count &+ added
    }

    mutating func truncate(to count: Int) { self.count = count }

    private mutating func grow(to needed: Int) {
        capacity = max(capacity * 2, needed)
        let larger = UnsafeMutablePointer<Record>.allocate(capacity: capacity)
        larger.initialize(from: base, count: count)
        base = larger
        memory = Memory(larger)
    }
}

/// A growing array of bytes: the text, a NUL, and what had to be spelled out.
struct ByteBuffer {
    private(set) var base: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private var capacity: Int
    private var memory: Memory

    init(capacity: Int) {
        self.capacity = max(capacity, 64)
        base = .allocate(capacity: self.capacity)
        memory = Memory(base)
    }

    /// The text and a NUL, with room for more.
    init(_ text: [UInt8]) {
        self.init(capacity: text.count + text.count / 2 + 64)
        text.withUnsafeBufferPointer { bytes in
            if let first = bytes.baseAddress { base.initialize(from: first, count: bytes.count) }
        }
        base[text.count] = 0
        count = text.count + 1
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        if count == capacity { grow(to: count &+ 1) }
        base[count] = byte
        count = count &+ 1
    }

    /// Copies bytes of this buffer to its end.
    mutating func append(from offset: Int, count added: Int) {
        if capacity &- count < added { grow(to: count &+ added) }
        (base + count).initialize(from: base + offset, count: added)
        count = count &+ added
    }

    mutating func append(_ text: StaticString) {
        var index = 0
        while index < text.utf8CodeUnitCount {
            append(text.utf8Start[index])
            index += 1
        }
    }

    /// Adds a scalar as UTF-8; the value must be one of Unicode's scalars.
    mutating func append(scalar: UInt32) {
        if scalar < 0x80 {
            append(UInt8(truncatingIfNeeded: scalar))
        } else if scalar < 0x800 {
            append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        } else if scalar < 0x10000 {
            append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        } else {
            append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        }
    }

    mutating func truncate(to count: Int) { self.count = count }

    private mutating func grow(to needed: Int) {
        capacity = max(capacity * 2, needed)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.initialize(from: base, count: count)
        base = larger
        memory = Memory(larger)
    }
}
