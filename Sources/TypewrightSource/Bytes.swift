extension [UInt8] {
    /// As one piece, where `append(contentsOf: text.utf8)` asks byte for byte what the text is.
    @inlinable
    package mutating func append(text: String) {
        if text.utf8.withContiguousStorageIfAvailable({ append(contentsOf: $0) }) == nil { append(contentsOf: text.utf8) }
    }
}

extension String {
    /// Asked of the text as one piece: `utf8.contains` asks byte for byte what the text is.
    @inlinable
    package func containsByte(where matches: (UInt8) -> Bool) -> Bool {
        utf8.withContiguousStorageIfAvailable { $0.contains(where: matches) } ?? utf8.contains(where: matches)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Where the next such byte is. Whole documents pass here, so eight bytes are looked at together.
    package func next(_ byte: UInt8, from start: Int) -> Int? {
        guard let base = baseAddress else { return nil }
        let wanted = eightTimes(byte)
        var index = start
        while index <= count &- 8 {
            let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
            if let place = firstZero(word ^ wanted) { return index &+ place }
            index &+= 8
        }
        while index < count {
            if base[index] == byte { return index }
            index &+= 1
        }
        return nil
    }
}

@inlinable
package func eightTimes(_ byte: UInt8) -> UInt64 {
    UInt64(byte) &* 0x0101_0101_0101_0101
}

/// Which byte of eight is the first that is zero, as they stand in memory.
@inlinable
package func firstZero(_ eight: UInt64) -> Int? {
    let word = UInt64(littleEndian: eight)
    let found = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
    // The lowest bit that is set is right; those above it may not be.
    return found == 0 ? nil : found.trailingZeroBitCount &>> 3
}
