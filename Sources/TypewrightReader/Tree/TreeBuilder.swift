import TypewrightSource

/// Puts a tree together from values in document order.
///
/// Values that wait for their container lie on a stack; when the container closes, its children move into the
/// arena side by side, so that a container needs to know only where its first child is.
struct TreeBuilder {
    let file: SourceFile.ID
    var bytes: ByteBuffer
    private(set) var waiting = RecordBuffer(capacity: 256)
    private var records: RecordBuffer
    private var slots: [UInt32] = []
    /// The innermost open container's place among the waiting, or -1. While open, its `first` keeps the one around it.
    private(set) var open = -1
    private(set) var depth = 0
    private(set) var duplicates: [Duplicate] = []

    /// A key that stands twice in an object.
    struct Duplicate {
        let earlier: Record
        let later: Record
    }

    init(file: SourceFile.ID, bytes: ByteBuffer) {
        self.file = file
        records = RecordBuffer(capacity: bytes.count / 16 + 64)
        self.bytes = bytes
        // No record has index 0, so that the record before a first child always exists.
        records.append(Record())
    }

    @inline(__always)
    mutating func add(_ record: Record) { waiting.append(record) }

    /// Keys carry a hash.
    mutating func addKey(_ key: Record) {
        var key = key
        key.hash = ObjectIndex.quickHash(bytes.base + Int(key.first), Int(key.count))
        waiting.append(key)
    }

    mutating func open(_ kind: Node.Kind, at start: Int) {
        var record = Record()
        record.kind = kind
        record.start = UInt32(truncatingIfNeeded: start)
        record.first = UInt32(truncatingIfNeeded: open &+ 1)
        open = waiting.count
        waiting.append(record)
        depth = depth &+ 1
    }

    var openKind: Node.Kind { waiting.base[open].kind }
    var openStart: Int { Int(waiting.base[open].start) }
    /// How many records wait inside the open container: for an object, keys count too.
    var openCount: Int { waiting.count &- open &- 1 }

    /// What was added last.
    var last: Record { waiting.base[waiting.count &- 1] }

    mutating func replaceLast(withKey key: Record) {
        waiting.truncate(to: waiting.count &- 1)
        addKey(key)
    }

    mutating func truncate(to count: Int) { waiting.truncate(to: count) }

    /// A record of the arena: a child of a closed container.
    func closed(_ index: Int) -> Record { records.base[index] }

    /// Closes the open container.
    mutating func close(at end: Int) {
        let container = open
        var record = waiting.base[container]
        open = Int(record.first) &- 1
        depth = depth &- 1
        let first = container &+ 1
        record.end = UInt32(truncatingIfNeeded: end)
        if record.kind == .object {
            dropDuplicates(from: first)
            let count = (waiting.count &- first) >> 1
            if count > ObjectIndex.largestSmall {
                record.flags = Record.isIndexed
                records.append(table(of: first, members: count))
            }
            record.count = UInt32(truncatingIfNeeded: count)
        } else {
            record.count = UInt32(truncatingIfNeeded: waiting.count &- first)
        }
        record.first = UInt32(truncatingIfNeeded: records.count)
        records.append(from: waiting.base + first, count: waiting.count &- first)
        waiting.truncate(to: container)
        waiting.append(record)
    }

    /// The finished values: one for JSON, one per document for YAML.
    func finish() -> [Node] {
        var records = records
        let first = records.count
        let count = waiting.count
        records.append(from: waiting.base, count: count)
        let tree = NodeTree(file: file, bytes: bytes, records: records, slots: slots)
        return (0..<count).map { Node(tree: tree, index: first + $0) }
    }
}

extension TreeBuilder {
    private func isSameKey(_ a: Int, _ b: Int) -> Bool {
        let one = waiting.base[a]
        let other = waiting.base[b]
        return one.hash == other.hash && one.count == other.count
            && ObjectIndex.areEqual(bytes.base + Int(one.first), bytes.base + Int(other.first), Int(one.count))
    }

    /// Of members with the same key only the last stays.
    private mutating func dropDuplicates(from first: Int) {
        let count = (waiting.count &- first) >> 1
        if count <= ObjectIndex.largestSmall {
            dropDuplicatesOfSmall(from: first)
        } else {
            dropDuplicatesOfLarge(from: first, count: count)
        }
    }

    private mutating func dropDuplicatesOfSmall(from first: Int) {
        var member = first &+ 2
        while member < waiting.count {
            let hash = waiting.base[member].hash
            var earlier = first
            while earlier < member {
                if waiting.base[earlier].hash == hash, isSameKey(earlier, member) {
                    drop(earlier, for: member)
                    member = member &- 2
                    break
                }
                earlier = earlier &+ 2
            }
            member = member &+ 2
        }
    }

    private mutating func drop(_ earlier: Int, for later: Int) {
        duplicates.append(Duplicate(earlier: waiting.base[earlier], later: waiting.base[later]))
        let after = earlier &+ 2
        (waiting.base + earlier).update(from: waiting.base + after, count: waiting.count &- after)
        waiting.truncate(to: waiting.count &- 2)
    }

    /// With a table, so that a document of very many members takes no quadratic time.
    private mutating func dropDuplicatesOfLarge(from first: Int, count: Int) {
        let slotCount = ObjectIndex.slotCount(for: count)
        var table = [Int32](repeating: 0, count: slotCount)
        var dropped: [Bool] = []
        table.withUnsafeMutableBufferPointer { table in
            var member = 0
            while member < count {
                let index = first &+ member &* 2
                let key = waiting.base[index]
                var slot = ObjectIndex.fullHash(bytes.base + Int(key.first), Int(key.count)) & (slotCount &- 1)
                while table[slot] != 0 {
                    let earlier = Int(table[slot]) &- 1
                    if isSameKey(first &+ earlier &* 2, index) {
                        if dropped.isEmpty { dropped = [Bool](repeating: false, count: count) }
                        dropped[earlier] = true
                        duplicates.append(Duplicate(earlier: waiting.base[first &+ earlier &* 2], later: key))
                        break
                    }
                    slot = (slot &+ 1) & (slotCount &- 1)
                }
                table[slot] = Int32(truncatingIfNeeded: member &+ 1)
                member = member &+ 1
            }
        }
        if dropped.isEmpty { return }
        var kept = first
        for member in 0..<count where !dropped[member] {
            waiting.base[kept] = waiting.base[first + member * 2]
            waiting.base[kept + 1] = waiting.base[first + member * 2 + 1]
            kept += 2
        }
        waiting.truncate(to: kept)
    }

    /// Makes the table of a large object; the record says where it is.
    private mutating func table(of first: Int, members: Int) -> Record {
        let slotCount = ObjectIndex.slotCount(for: members)
        var record = Record()
        record.first = UInt32(truncatingIfNeeded: slots.count)
        record.count = UInt32(truncatingIfNeeded: slotCount)
        let base = slots.count
        slots.append(contentsOf: repeatElement(0, count: slotCount))
        slots.withUnsafeMutableBufferPointer { slots in
            var member = 0
            while member < members {
                let key = waiting.base[first &+ member &* 2]
                var slot = ObjectIndex.fullHash(bytes.base + Int(key.first), Int(key.count)) & (slotCount &- 1)
                while slots[base &+ slot] != 0 { slot = (slot &+ 1) & (slotCount &- 1) }
                slots[base &+ slot] = UInt32(truncatingIfNeeded: member &+ 1)
                member = member &+ 1
            }
        }
        return record
    }
}
