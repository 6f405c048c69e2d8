/// The elements and member values of all arrays and objects that are being read. When one ends,
/// its part is moved into an array of just the right size.
struct ValueStack: ~Copyable {
    private var entries: UnsafeMutablePointer<JSONValue>?
    private var capacity = 0
    private(set) var count = 0

    deinit {
        entries?.deinitialize(count: count)
        entries?.deallocate()
    }

    @inline(__always)
    mutating func push(_ entry: consuming JSONValue) {
        if count == capacity { grow() }
        guard let entries else { return }
        (entries + count).initialize(to: entry)
        count &+= 1
    }

    @inline(never)
    private mutating func grow() {
        let larger = max(128, capacity * 2)
        let moreEntries = UnsafeMutablePointer<JSONValue>.allocate(capacity: larger)
        if let entries {
            moreEntries.moveInitialize(from: entries, count: count)
            entries.deallocate()
        }
        entries = moreEntries
        capacity = larger
    }

    /// Puts a value in the place of another.
    mutating func replace(_ index: Int, by entry: consuming JSONValue) {
        entries?[index] = entry
    }

    mutating func pop(from first: Int) -> [JSONValue] {
        let popped = count - first
        guard popped > 0, let entries else { return [] }
        count = first
        // Not `Array(unsafeUninitializedCapacity:)`, which is not specialised and has to look up
        // its metadata.
        var values: [JSONValue] = []
        values.reserveCapacity(popped)
        for index in 0..<popped { values.append((entries + first + index).move()) }
        return values
    }
}
