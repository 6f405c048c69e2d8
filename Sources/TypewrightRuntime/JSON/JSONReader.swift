/// Reads JSON text into values, in one pass and without an intermediate tree.
///
/// Generated code calls `read(_:)` with the property to fill. Reading does not throw on
/// the way: the first fault is noted, the cursor jumps to the end, and every later read
/// leaves its target as it is. The entry point that made the reader throws in the end.
/// This costs less time and much less code than `try` on every line.
///
/// The text is followed by `padding` zero bytes, or its last part is (`JSONReader+Tail`). No
/// valid JSON contains a zero byte, so scans stop there by themselves, and words of eight
/// bytes can be loaded at any cursor.
public struct JSONReader: ~Copyable, @unchecked Sendable {
    // `@unchecked`: there is no second one, and what its pointers lead to is its own or does not change. Said so that the
    // compiler need not ask of each generated function whether it may be handed on, a twentieth of its time.
    /// The next byte to read.
    var at: UnsafePointer<UInt8>
    let start: UnsafePointer<UInt8>
    let count: Int
    /// Where the cursor moves from the text to a copy of its tail.
    var tailStart: UnsafePointer<UInt8>
    let tail: UnsafePointer<UInt8>
    /// One past the last byte of the text or the copy, where the padding starts.
    let end: UnsafePointer<UInt8>
    /// How many more arrays and objects may be opened.
    var levels: Int
    /// Whether an object of this text repeated a key: from then on values that are filled
    /// in place are emptied first, for the last of the duplicates wins.
    var hasRepeatedKeys = false
    var fault: JSONFault?
    var faultAt: UnsafePointer<UInt8>
    /// How long strings are that are built here; -1 where none are.
    let longestSmallString = SmallString.areAsBuilt ? SmallString.maximumCount : -1
    let smallStringMasks = SmallString.masks
    let longStringType = LongString.type
    /// How many bytes the trials of unions may still read in vain.
    var trialBudget: Int
    /// How much of what was read had no place of its own: unknown members, enum values and alternatives.
    /// Tells which branch of a union suits best.
    var strangers = 0
    /// Where values come from a `Decoder` instead of text: then the text is empty, every
    /// fast path fails at its zero byte, and the slow path looks here.
    var foreign: ForeignReader?
    /// The last key that no table had.
    var otherKeyText: JSONStringText?

    /// The parts of the `JSONValue`s that are being read.
    var values = ValueStack()
    /// The keys of the `JSONValue`s that have been read.
    var keyTree = KeyTree()
    /// The elements of the arrays that are being read.
    @usableFromInline var elements: ElementStack

    static let padding = 16

    /// Text between `start` and `end`, with `padding` zero bytes behind `end`.
    init(start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>, options: JSONReadOptions) {
        let text = UnsafeBufferPointer(start: start, count: end - start)
        self.init(text, tailOffset: 0, tail: start, options: options)
        tailStart = Self.never
    }

    /// Text of which the part from `tailOffset` on has been copied to `tail`, with `padding`
    /// zero bytes behind it.
    init(_ text: UnsafeBufferPointer<UInt8>, tailOffset: Int, tail: UnsafePointer<UInt8>, options: JSONReadOptions) {
        let start = text.baseAddress ?? tail
        self.start = start
        count = text.count
        tailStart = start + tailOffset
        self.tail = tail
        end = tail + (text.count - tailOffset)
        at = start
        faultAt = start
        levels = options.maximumDepth
        trialBudget = 65_536 + text.count * 16
        elements = ElementStack(textCount: text.count)
    }
}

// MARK: - Cursor

extension JSONReader {
    @inline(__always)
    mutating func skipWhitespace() {
        if at.pointee <= 0x20 { skipWhitespaceSlowly() }
    }

    @inline(never)
    mutating func skipWhitespaceSlowly() {
        while true {
            switch at.pointee {
            case 0x20, 0x0A, 0x0D, 0x09: at += 1
            default: return
            }
        }
    }

    /// Eight bytes at a pointer that lies within the text or at its end.
    @inline(__always)
    static func word(_ pointer: UnsafePointer<UInt8>) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(pointer).loadUnaligned(as: UInt64.self))
    }

    /// Notes a fault, unless there was one before, and goes to the end of the text.
    @inline(never)
    mutating func fail(_ fault: JSONFault, at place: UnsafePointer<UInt8>) {
        if self.fault == nil {
            self.fault = fault
            faultAt = place
        }
        at = end
        tailStart = Self.never
    }

    @inline(never)
    mutating func fail(_ fault: JSONFault) {
        fail(fault, at: at)
    }

    /// Consumes `null` if it comes next.
    @inline(__always)
    mutating func takeNull() -> Bool {
        skipWhitespace()
        return (at.pointee == 0x6E || at.pointee == 0) && takeNullSlowly()
    }

    @inline(never)
    mutating func takeNullSlowly() -> Bool {
        if at.pointee == 0 { return foreign?.isNull ?? false }
        guard UInt32(truncatingIfNeeded: Self.word(at)) == 0x6C6C_756E else { return false }
        at += 4
        return true
    }

    /// Checks that nothing but white space is left.
    mutating func finish() {
        watchTail()
        skipWhitespace()
        if at != end { fail(.trailingText) }
    }
}
