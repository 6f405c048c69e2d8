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

    // Nothing changes what is behind the pointer after `init`.
    private nonisolated(unsafe) let items: UnsafeMutablePointer<Item>
    private let count: Int
    private let literals: [UInt8]
    private let sets: [PatternSet]
    private let isEndAnchored: Bool

    init(_ items: [Item], literals: [UInt8], sets: [PatternSet], isEndAnchored: Bool) {
        self.items = .allocate(capacity: items.count)
        for (index, item) in items.enumerated() { (self.items + index).initialize(to: item) }
        count = items.count
        self.literals = literals
        self.sets = sets
        self.isEndAnchored = isEndAnchored
    }

    deinit {
        items.deinitialize(count: count)
        items.deallocate()
    }

    func matches(_ text: PatternText) -> Bool {
        var place = 0
        for index in 0..<count {
            let item = items + index
            if let literal = item.pointee.literal {
                guard literal.count <= text.count &- place else { return false }
                for index in literal {
                    if text.bytes[place] != literals[index] { return false }
                    place &+= 1
                }
            } else if !take(item, text, &place) {
                return false
            }
        }
        return !isEndAnchored || place == text.count
    }

    @inline(__always)
    private func take(_ item: UnsafeMutablePointer<Item>, _ text: PatternText, _ place: inout Int) -> Bool {
        let (low, high, most) = (item.pointee.low, item.pointee.high, item.pointee.max)
        let end = text.count
        var count = 0
        while count < most, place < end {
            let byte = text.bytes[place]
            if byte < 0x80 {
                guard (byte < 64 ? low : high) &>> UInt64(byte & 63) & 1 == 1 else { break }
                place &+= 1
            } else {
                let next = text.scalar(at: place)
                guard sets[item.pointee.set].contains(next.value) else { break }
                place = next.end
            }
            count &+= 1
        }
        return count >= item.pointee.min
    }
}
