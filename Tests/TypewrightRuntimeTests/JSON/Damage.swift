import TypewrightTestSupport

extension [UInt8] {
    /// One change to a JSON text, of a kind that readers are known to stumble over.
    mutating func damage(_ random: inout SeededGenerator) {
        guard !isEmpty else { return }
        let place = random.below(count)
        switch random.below(6) {
        case 0: self[place] = UInt8(random.below(256))
        case 1: remove(at: place)
        case 2: insert(Array(#"{}[]",:\0-.e "#.utf8)[random.below(13)], at: place)
        case 3: removeLast(random.below(count))
        case 4: insert(contentsOf: Array(#"\""":"",""#.utf8), at: place)
        default:
            let part = Array(self[place..<Swift.min(place + random.below(20), count)])
            insert(contentsOf: part, at: random.below(count))
        }
    }
}
