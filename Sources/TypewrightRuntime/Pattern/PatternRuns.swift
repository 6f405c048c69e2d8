/// From the start of the text one run after the other, each as long as it gets: the generator
/// has made sure that no run takes what belongs to the next.
final class PatternRuns: Sendable {
    /// Nothing in here is counted by reference: what a run needs for ASCII is at hand.
    struct Item: Sendable {
        /// The members of the set below U+0080.
        var low: UInt64 = 0
        var high: UInt64 = 0
        var set = 0
        var min = 0
        var max = 0
        /// Instead of a run, bytes that must follow.
        var literal: Range<Int>?
    }

    private let items: [Item]
    private let literals: [UInt8]
    private let sets: [PatternSet]
    private let isEndAnchored: Bool

    init(_ items: [Item], literals: [UInt8], sets: [PatternSet], isEndAnchored: Bool) {
        self.items = items
        self.literals = literals
        self.sets = sets
        self.isEndAnchored = isEndAnchored
    }

    func matches(_ text: PatternText) -> Bool {
        var place = 0
        for item in items {
            if let literal = item.literal {
                guard literal.count <= text.count - place else { return false }
                for index in literal {
                    if text.bytes[place] != literals[index] { return false }
                    place += 1
                }
            } else if !take(item, text, &place) {
                return false
            }
        }
        return !isEndAnchored || place == text.count
    }

    @inline(__always)
    private func take(_ item: Item, _ text: PatternText, _ place: inout Int) -> Bool {
        var count = 0
        while count < item.max, place < text.count {
            let byte = text.bytes[place]
            if byte < 0x80 {
                guard (byte < 64 ? item.low : item.high) >> UInt64(byte & 63) & 1 == 1 else { break }
                place += 1
            } else {
                let next = text.scalar(at: place)
                guard sets[item.set].contains(next.value) else { break }
                place = next.end
            }
            count += 1
        }
        return count >= item.min
    }
}
