/// `uniqueItems`: all items of an array differ.
extension JSONChecker {
    /// Where an item of an array begins and ends.
    struct Item {
        let start: UnsafePointer<UInt8>
        var end: UnsafePointer<UInt8>
    }

    /// Of so many items each is compared with each: that takes less than to hash them.
    private static let few = 32

    /// Checks the array that has just been read.
    mutating func checkUnique() {
        let frame = top
        let first = frame.pointee.side
        let equal: (Int, Int)?
        if frame.pointee.index < Self.few, (first..<sides.elements.count).allSatisfy({ sides.elements[$0].isSpeltInOneWay }) {
            equal = equalSpellings(from: first)
        } else {
            equal = equalValues(from: first)
        }
        if let equal, reader.fault == nil { report("uniqueItems", at: frame.pointee.start, ofFrame: true, .uniqueItems(equal.0, equal.1)) }
    }

    private func equalSpellings(from first: Int) -> (Int, Int)? {
        for index in first..<sides.elements.count {
            let item = sides.elements[index]
            for before in first..<index where sides.elements[before].isSpelt(like: item) { return (before - first, index - first) }
        }
        return nil
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
            let item = sides.elements[first + index]
            reader.at = item.start
            var hash = sides.hashes.hashItem(&reader)
            while let before = seen[hash], equal == nil {
                if canonical(at: sides.elements[first + before].start) == canonical(at: item.start) { equal = (before, index) }
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

extension JSONChecker.Item {
    /// Whether all values that are equal to this one are spelt as it is: strings without escapes, short
    /// integers, and names.
    var isSpeltInOneWay: Bool {
        switch start.pointee {
        case 0x22:
            var cursor = start + 1
            while true {
                cursor = JSONReader.special(from: cursor)
                if cursor.pointee == 0x22 { return cursor == end - 1 }
                if cursor.pointee == 0x5C { return false }
                cursor += 1
            }
        case 0x5B, 0x7B: return false
        case 0x2D, 0x30...0x39:
            // Neither a fraction nor an exponent, and no zero that has a sign.
            if start.pointee == 0x2D && start[1] == 0x30 { return false }
            var cursor = start + 1
            while cursor < end {
                if cursor.pointee &- 0x30 > 9 { return false }
                cursor += 1
            }
            return true
        default: return true
        }
    }

    @inline(__always)
    func isSpelt(like other: JSONChecker.Item) -> Bool {
        let count = end - start
        return other.end - other.start == count && JSONKeys.same(start, other.start, count)
    }
}
