/// How members of objects are found: small objects by comparing, large ones through a table that the reader
/// leaves in the tree. A large object's table has a power of two of slots (at least twice the members), each
/// 0 or one more than the number of a member; the record before the object's first child tells where.
enum ObjectIndex {
    /// Objects above this have a table.
    static let largestSmall = 16

    /// A hash of a few bytes: equal keys have equal hashes, and different ones nearly always differ.
    static func quickHash(_ key: UnsafePointer<UInt8>, _ count: Int) -> UInt16 {
        guard count > 0 else { return 0 }
        // Line by line, for the type checker takes all together for longer than a file.
        var mixed: UInt32 = UInt32(key[0]) &* 0x9E37
        mixed &+= UInt32(key[count >> 1]) &* 0x85EB
        mixed &+= UInt32(key[count &- 1]) &* 0xC2B3
        mixed &+= UInt32(truncatingIfNeeded: count) &* 0x27D5
        return UInt16(truncatingIfNeeded: mixed ^ (mixed >> 13))
    }

    /// FNV-1a over all bytes, folded so that the low bits of a table's mask see all of it.
    static func fullHash(_ key: UnsafePointer<UInt8>, _ count: Int) -> Int {
        var hash: UInt32 = 0x811C_9DC5
        var index = 0
        while index < count {
            hash = (hash ^ UInt32(key[index])) &* 0x0100_0193
            index = index &+ 1
        }
        return Int(hash ^ (hash >> 15))
    }

    static func areEqual(_ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        var index = 0
        while index < count {
            if a[index] != b[index] { return false }
            index = index &+ 1
        }
        return true
    }

    static func slotCount(for members: Int) -> Int {
        var count = 64
        while count < members &* 2 { count = count &* 2 }
        return count
    }
}

extension NodeTree {
    /// The index of the value of an object's member.
    func child(of object: Record, key: UnsafePointer<UInt8>, count: Int) -> Int? {
        if object.flags & Record.isIndexed != 0 { return indexedChild(of: object, key: key, count: count) }
        let hash = ObjectIndex.quickHash(key, count)
        var index = Int(object.first)
        let end = index &+ 2 &* Int(object.count)
        let records = records.base
        while index < end {
            if records[index].hash == hash, isKey(index, key, count) { return index &+ 1 }
            index = index &+ 2
        }
        return nil
    }

    private func indexedChild(of object: Record, key: UnsafePointer<UInt8>, count: Int) -> Int? {
        let first = Int(object.first)
        let table = records.base[first &- 1]
        let mask = Int(table.count) &- 1
        var slot = ObjectIndex.fullHash(key, count) & mask
        while true {
            let entry = Int(slots[Int(table.first) &+ slot])
            if entry == 0 { return nil }
            let index = first &+ (entry &- 1) &* 2
            if isKey(index, key, count) { return index &+ 1 }
            slot = (slot &+ 1) & mask
        }
    }

    private func isKey(_ index: Int, _ key: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        let record = records.base[index]
        return Int(record.count) == count && ObjectIndex.areEqual(bytes.base + Int(record.first), key, count)
    }
}
