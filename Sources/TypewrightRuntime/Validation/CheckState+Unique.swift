/// `uniqueItems`: all items of an array differ.
extension CheckState {
    /// Of so many items each is compared with each: that takes less than to hash them.
    private static let few = 32

    /// Checks the array that has just been read.
    mutating func checkUnique() {
        let frame = top
        let first = frame.pointee.side
        let equal: (Int, Int)?
        if frame.pointee.index < Self.few, let spellings = Self.compareSpellings(sides.elements.rest(from: first)) {
            equal = spellings.equal
        } else {
            equal = equalValues(from: first)
        }
        if let equal, reader.fault == nil { report("uniqueItems", at: frame.pointee.start, ofFrame: true, .uniqueItems(equal.0, equal.1)) }
    }

    /// Whether the items noted from one on are known to differ without any being hashed.
    mutating func areFewAndDiffer(from first: Int) -> Bool {
        let items = sides.elements.rest(from: first)
        if items.count < 2 { return true }
        guard items.count <= Self.few, let spellings = Self.compareSpellings(items) else { return false }
        return spellings.equal == nil
    }

    private struct Comparison {
        let equal: (Int, Int)?
    }

    /// Items that are spelt in one way only, compared as they stand; nil where some are not.
    private static func compareSpellings(_ items: UnsafeBufferPointer<UnsafePointer<UInt8>>) -> Comparison? {
        withUnsafeTemporaryAllocation(of: Int.self, capacity: few) { lengths in
            var equal: (Int, Int)?
            for (index, item) in items.enumerated() where index < lengths.count {
                guard let length = lengthOfOnlySpelling(item) else { return nil }
                lengths[index] = length
                if equal != nil { continue }
                for before in 0..<index where lengths[before] == length && JSONKeys.same(item, items[before], length) {
                    equal = (before, index)
                    break
                }
            }
            return Comparison(equal: equal)
        }
    }

    /// The length of a value if all values that are equal to it are spelt as it is: of strings without escapes,
    /// short integers, and names.
    @inline(__always)
    private static func lengthOfOnlySpelling(_ start: UnsafePointer<UInt8>) -> Int? {
        var cursor = start + 1
        switch start.pointee {
        case 0x22:
            while true {
                cursor = JSONReader.special(from: cursor)
                if cursor.pointee == 0x22 { return cursor + 1 - start }
                if cursor.pointee < 0x80 { return nil }
                cursor += 1
            }
        case 0x5B, 0x7B: return nil
        case 0x2D, 0x30...0x39:
            // Neither a fraction nor an exponent, and no zero that has a sign.
            if start.pointee == 0x2D && start[1] == 0x30 { return nil }
            while cursor.pointee &- 0x30 < 10 { cursor += 1 }
            return cursor.pointee == 0x2E || cursor.pointee | 0x20 == 0x65 ? nil : cursor - start
        default: return start.pointee == 0x66 ? 5 : 4
        }
    }

    private mutating func equalValues(from first: Int) -> (Int, Int)? {
        let count = sides.elements.count - first
        let after = reader.at
        let levels = reader.levels
        reader.levels = max(levels - 1, 0)
        var seen: [Int: Int] = [:]
        seen.reserveCapacity(count)
        var equal: (Int, Int)?
        for index in 0..<count where equal == nil {
            guard let item = sides.elements[first + index] else { break }
            reader.at = item
            var hash = sides.hashes.hashItem(&reader)
            while let before = seen[hash], equal == nil {
                if let other = sides.elements[first + before], canonical(at: other) == canonical(at: item) { equal = (before, index) }
                hash &+= 1
            }
            seen[hash] = index
        }
        guard reader.fault == nil else { return nil }
        reader.at = after
        reader.levels = levels
        return equal
    }

    private mutating func canonical(at place: UnsafePointer<UInt8>) -> CanonicalJSON {
        reader.at = place
        var value = CanonicalJSON()
        value.append(&reader)
        return value
    }
}
