/// The text of a key as it stands in JSON, with its quotes, prepared to be looked for at a place.
struct KeyText {
    /// The first eight bytes, and which of them count.
    private let word: UInt64
    private let mask: UInt64
    /// The last eight bytes, where there are more than eight.
    private let lastWord: UInt64
    let start: UnsafePointer<UInt8>
    let count: Int

    /// Words can be loaded wherever the text stands, also at its end.
    init(_ start: UnsafePointer<UInt8>, _ count: Int) {
        self.start = start
        self.count = count
        mask = count >= 8 ? .max : (1 << UInt64(count * 8)) - 1
        word = JSONReader.word(start) & mask
        lastWord = count <= 8 ? 0 : JSONReader.word(start + (count - 8))
    }

    /// No key, which stands nowhere.
    init(nothingAt start: UnsafePointer<UInt8>) {
        self.start = start
        (word, mask, lastWord, count) = (.max, 0, 0, 0)
    }

    /// Whether the text stands at a place that lies within the text that is read or at its
    /// end. As long as words are equal, none of them contains the zero byte behind it.
    @inline(__always)
    func matches(_ place: UnsafePointer<UInt8>) -> Bool {
        guard JSONReader.word(place) & mask == word else { return false }
        return count <= 8 || matchesRest(place)
    }

    @inline(__always)
    private func matchesRest(_ place: UnsafePointer<UInt8>) -> Bool {
        var offset = 8
        while offset &+ 8 < count {
            if JSONReader.word(place + offset) != JSONReader.word(start + offset) { return false }
            offset &+= 8
        }
        return JSONReader.word(place + (count &- 8)) == lastWord
    }
}
