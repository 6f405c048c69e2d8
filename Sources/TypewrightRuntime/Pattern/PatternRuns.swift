/// From the start of the text one run after the other, each as long as it gets: the generator
/// has made sure that no run takes what belongs to the next.
struct PatternRuns: Sendable {
    enum Item: Sendable {
        case text([UInt8])
        case run(PatternSet, min: Int, max: Int)
    }

    let items: [Item]
    let isEndAnchored: Bool

    /// A lone surrogate, which no text holds, becomes a byte that no text holds.
    static func utf8(_ text: [UInt32]) -> [UInt8] {
        text.flatMap { value in Unicode.Scalar(value).map { Array(String(Character($0)).utf8) } ?? [0xFF] }
    }

    func matches(_ text: PatternText) -> Bool {
        var place = 0
        for item in items {
            switch item {
            case .text(let literal):
                guard literal.count <= text.count - place else { return false }
                for offset in 0..<literal.count where text.bytes[place + offset] != literal[offset] { return false }
                place += literal.count
            case .run(let set, let min, let max):
                guard take(set, min, max, text, &place) else { return false }
            }
        }
        return !isEndAnchored || place == text.count
    }

    @inline(__always)
    private func take(_ set: PatternSet, _ min: Int, _ max: Int, _ text: PatternText, _ place: inout Int) -> Bool {
        let low = set.low
        let high = set.high
        var count = 0
        while count < max, place < text.count {
            let byte = text.bytes[place]
            if byte < 0x80 {
                guard (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 == 1 else { break }
                place += 1
            } else {
                let next = text.scalar(at: place)
                guard set.contains(next.value) else { break }
                place = next.end
            }
            count += 1
        }
        return count >= min
    }
}
