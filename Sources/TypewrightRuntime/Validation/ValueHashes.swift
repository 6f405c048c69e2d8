/// Hashes by which equal values are found: numbers by what they mean, objects whatever the order of their members.
///
/// What was hashed as the item of an array is not hashed again for an array around it: arrays within
/// arrays, all of which want different items, would otherwise take time that grows with their depth.
struct ValueHashes {
    /// Where the value ends that begins there, and its hash.
    private var known: [UnsafePointer<UInt8>: (end: UnsafePointer<UInt8>, hash: Int)] = [:]
    private var scratch = CanonicalJSON()

    /// Shorter values are as quickly hashed again.
    private static let shortest = 64

    /// Takes the value that comes next, an item of an array; the reader has a fault when it is not JSON.
    mutating func hashItem(_ reader: inout JSONReader) -> Int {
        reader.skipWhitespace()
        let start = reader.at
        let hash = self.hash(&reader)
        let isContainer = start.pointee == 0x7B || start.pointee == 0x5B
        if isContainer, reader.fault == nil, reader.at - start >= Self.shortest { known[start] = (reader.at, hash) }
        return hash
    }

    private mutating func hash(_ reader: inout JSONReader) -> Int {
        reader.skipWhitespace()
        switch reader.at.pointee {
        case 0x7B, 0x5B:
            if !known.isEmpty, let found = known[reader.at] {
                reader.at = found.end
                return found.hash
            }
            return reader.at.pointee == 0x7B ? hashObject(&reader) : hashArray(&reader)
        case 0x22: return hashString(&reader)
        default:
            scratch.removeAll()
            scratch.append(&reader)
            return scratch.hashValue
        }
    }

    private func hashString(_ reader: inout JSONReader) -> Int {
        guard let text = reader.scanString() else { return 0 }
        var hasher = Hasher()
        hasher.combine(0x22 as UInt8)
        CheckState.withBytes(text) { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        return hasher.finalize()
    }

    private mutating func hashArray(_ reader: inout JSONReader) -> Int {
        guard reader.open(0x5B, .array) else { return 0 }
        var hasher = Hasher()
        hasher.combine(0x5B as UInt8)
        var isFirst = true
        while reader.nextElement(&isFirst) { hasher.combine(hash(&reader)) }
        reader.levels += 1
        return hasher.finalize()
    }

    private mutating func hashObject(_ reader: inout JSONReader) -> Int {
        guard reader.open(0x7B, .object) else { return 0 }
        var members: [(key: Int, value: Int)] = []
        var isFirst = true
        while reader.nextMember(&isFirst) {
            let key = hashString(&reader)
            reader.skipWhitespace()
            guard reader.at.pointee == 0x3A else {
                reader.fail(.expected(.colon))
                return 0
            }
            reader.at += 1
            members.append((key, hash(&reader)))
        }
        reader.levels += 1
        members.sort { $0.key < $1.key }
        var hasher = Hasher()
        hasher.combine(0x7B as UInt8)
        for (index, member) in members.enumerated() {
            // Of duplicate keys the last counts; sorting keeps their order.
            if index + 1 < members.count, members[index + 1].key == member.key { continue }
            hasher.combine(member.key)
            hasher.combine(member.value)
        }
        return hasher.finalize()
    }
}
