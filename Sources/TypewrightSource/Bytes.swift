extension [UInt8] {
    /// As one piece, where `append(contentsOf: text.utf8)` asks byte for byte what the text is.
    @inlinable
    package mutating func append(text: String) {
        if text.utf8.withContiguousStorageIfAvailable({ append(contentsOf: $0) }) == nil { append(contentsOf: text.utf8) }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Where the next such byte is. Whole documents pass here, and each line of what is generated once for each level
    /// that it stands in, so eight bytes are looked at together.
    package func next(_ byte: UInt8, from start: Int) -> Int? {
        let raw = UnsafeRawBufferPointer(self)
        let wanted = UInt64(byte) &* 0x0101_0101_0101_0101
        var index = start
        while index + 8 <= raw.count {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) ^ wanted
            let found = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
            // The lowest bit that is set is right; those above it may not be.
            if found != 0 { return index + found.trailingZeroBitCount >> 3 }
            index += 8
        }
        while index < raw.count {
            if raw[index] == byte { return index }
            index += 1
        }
        return nil
    }
}
