/// The elements and members of all arrays and objects that are being read. When one ends,
/// its part is moved into an array of just the right size.
struct ValueStack: ~Copyable {
    private var entries: UnsafeMutablePointer<JSONMembers.Member>?
    /// Marks of the keys: different marks mean different keys.
    private var marks: UnsafeMutablePointer<UInt64>?
    private var capacity = 0
    private(set) var count = 0
    /// The last long key with each slot's mark: documents repeat their keys, and a long
    /// `String` costs an allocation.
    private var keys: [(mark: UInt64, key: String)] = []

    deinit {
        entries?.deinitialize(count: count)
        entries?.deallocate()
        marks?.deallocate()
    }

    /// Different for most different keys: the length with the first and the last bytes.
    static func mark(_ key: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
        UInt64(truncatingIfNeeded: JSONKeys.hash(key, count)) &+ UInt64(truncatingIfNeeded: count) << 40
    }

    @inline(__always)
    mutating func push(_ entry: consuming JSONMembers.Member, _ mark: UInt64) {
        if count == capacity { grow() }
        guard let entries, let marks else { return }
        (entries + count).initialize(to: entry)
        marks[count] = mark
        count += 1
    }

    @inline(never)
    private mutating func grow() {
        let larger = max(64, capacity * 2)
        let moreEntries = UnsafeMutablePointer<JSONMembers.Member>.allocate(capacity: larger)
        let moreMarks = UnsafeMutablePointer<UInt64>.allocate(capacity: larger)
        if let entries, let marks {
            moreEntries.moveInitialize(from: entries, count: count)
            moreMarks.update(from: marks, count: count)
            entries.deallocate()
            marks.deallocate()
        }
        entries = moreEntries
        marks = moreMarks
        capacity = larger
    }

    /// Where a member with a key is, among those from `first` on. Large objects are looked
    /// through at their end.
    @inline(never)
    func place(of key: String, _ mark: UInt64, from first: Int) -> Int? {
        guard count - first <= JSONMembers.indexedCount, let entries, let marks else { return nil }
        for index in first..<count where marks[index] == mark {
            if ExactText(text: entries[index].key) == ExactText(text: key) { return index }
        }
        return nil
    }

    /// Pushes a member, or puts it where one with the same key is.
    @inline(__always)
    mutating func put(_ member: consuming JSONMembers.Member, _ mark: UInt64, at place: Int?) {
        if let place { entries?[place] = member } else { push(member, mark) }
    }

    mutating func popMembers(from first: Int) -> [JSONMembers.Member] {
        let popped = count - first
        guard popped > 0, let entries else { return [] }
        count = first
        // Not `Array(unsafeUninitializedCapacity:)`, which is not specialised and has to look up
        // its metadata.
        var members: [JSONMembers.Member] = []
        members.reserveCapacity(popped)
        for index in 0..<popped { members.append((entries + first + index).move()) }
        return members
    }

    mutating func popElements(from first: Int) -> [JSONValue] {
        let popped = count - first
        guard popped > 0, let entries else { return [] }
        count = first
        var elements: [JSONValue] = []
        elements.reserveCapacity(popped)
        for index in 0..<popped { elements.append((entries + first + index).move().value) }
        return elements
    }

    /// The `String` of a long key without escapes, made once.
    mutating func key(_ text: JSONStringText, _ mark: UInt64) -> String? {
        guard text.isASCII else { return nil }
        if keys.isEmpty { keys = Array(repeating: (mark: 0, key: ""), count: 64) }
        let slot = Int(truncatingIfNeeded: mark & 63)
        if keys[slot].mark == mark, Self.same(keys[slot].key, text) { return keys[slot].key }
        let key = JSONReader.string(UnsafeBufferPointer(start: text.start, count: text.count), isASCII: true)
        keys[slot] = (mark: mark, key: key)
        return key
    }

    private static func same(_ key: String, _ text: JSONStringText) -> Bool {
        key.utf8.withContiguousStorageIfAvailable { utf8 in
            guard utf8.count == text.count, let base = utf8.baseAddress else { return false }
            var offset = 0
            // Long keys have at least sixteen bytes; the last word may overlap.
            while offset + 8 <= text.count {
                if JSONReader.word(base + offset) != JSONReader.word(text.start + offset) { return false }
                offset += 8
            }
            return JSONReader.word(base + (text.count - 8)) == JSONReader.word(text.start + (text.count - 8))
        } ?? false
    }
}
