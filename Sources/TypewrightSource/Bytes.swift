extension [UInt8] {
    /// As one piece, where `append(contentsOf: text.utf8)` asks byte for byte what the text is.
    @inlinable
    package mutating func append(text: String) {
        if text.utf8.withContiguousStorageIfAvailable({ append(contentsOf: $0) }) == nil { append(contentsOf: text.utf8) }
    }
}
