/// Room for the elements of all arrays that are being read, each filled where it stands. When
/// an array ends, its elements are moved into an `Array` of just the right size: one that
/// grows would be allocated and copied several times.
///
/// Made of chunks that never move, for elements further down are in the middle of being
/// filled.
@usableFromInline
struct ElementStack: ~Copyable {
    /// Where the next element goes, unless it has to be aligned.
    @usableFromInline var top: UnsafeMutableRawPointer
    /// How many bytes the current chunk has left.
    @usableFromInline var left = 0
    @usableFromInline var chunks: [UnsafeMutableRawPointer] = []
    private var chunkSize: Int

    /// The larger the text, the larger the first chunk: what has been read need not move to another one as often.
    init(textCount: Int) {
        chunkSize = min(max(textCount / 16, 1024), 12 * 1024)
        // Any address will do: no byte is left there.
        top = UnsafeMutableRawPointer(bitPattern: 16).unsafelyUnwrapped
    }

    @inlinable deinit {
        for chunk in chunks { chunk.deallocate() }
    }

    /// Starts a new chunk with room for so many bytes and more.
    @usableFromInline @inline(never)
    mutating func addChunk(_ bytes: Int) {
        chunkSize = max(chunkSize * 4, bytes)
        top = .allocate(byteCount: chunkSize, alignment: 16)
        left = chunkSize
        chunks.append(top)
    }
}

/// The elements of one array in an `ElementStack`.
@usableFromInline
struct ElementFrame<Element> {
    @usableFromInline var first: UnsafeMutablePointer<Element>?
    @usableFromInline var count = 0
    /// The stack as it was below the first element.
    @usableFromInline var outerTop: UnsafeMutableRawPointer?
    @usableFromInline var outerLeft = 0

    @inlinable init() {}

    /// Puts an element on the stack.
    @inlinable
    mutating func push(_ element: consuming Element, on stack: inout ElementStack) -> UnsafeMutablePointer<Element> {
        let stride = MemoryLayout<Element>.stride
        if end != stack.top || stack.left < stride { moveToTop(of: &stack) }
        let place = stack.top.bindMemory(to: Element.self, capacity: 1)
        place.initialize(to: element)
        stack.top += stride
        stack.left &-= stride
        count &+= 1
        return place
    }

    @inlinable
    var end: UnsafeMutableRawPointer? {
        guard let first else { return nil }
        return UnsafeMutableRawPointer(first + count)
    }

    /// Makes room for one element more at the top of the stack. The elements that are there
    /// are moved, which happens when a chunk is full.
    @inlinable @inline(never)
    mutating func moveToTop(of stack: inout ElementStack) {
        let stride = MemoryLayout<Element>.stride
        let needed = (count + 1) * stride + MemoryLayout<Element>.alignment
        if stack.left < needed { stack.addChunk(needed * 2) }
        outerTop = stack.top
        outerLeft = stack.left
        let start = stack.top.alignedUp(for: Element.self).bindMemory(to: Element.self, capacity: count + 1)
        if let first { start.moveInitialize(from: first, count: count) }
        first = start
        let top = UnsafeMutableRawPointer(start + count)
        stack.left -= top - stack.top
        stack.top = top
    }

    /// Takes all elements off the stack.
    @inlinable
    mutating func pop(from stack: inout ElementStack) -> [Element] {
        guard let first else { return [] }
        // Otherwise another array has begun a new chunk since: then that one stays current.
        if end == stack.top, let outerTop {
            stack.top = outerTop
            stack.left = outerLeft
        }
        // Not `Array(unsafeUninitializedCapacity:)`, which is not specialised and has to look up
        // its metadata.
        var elements: [Element] = []
        elements.reserveCapacity(count)
        for index in 0..<count { elements.append((first + index).move()) }
        return elements
    }
}
