/// The data of a pattern, read back; the grammar stands with the generator's `PatternEncoder`.
struct PatternProgram {
    enum Body {
        case tree(PatternTree)
        case runs(PatternRuns)
    }

    private static let version = 1

    let sets: [PatternSet]
    let captures: Int
    let body: Body

    /// `nil` for data that is not, to the last digit, a program of this version.
    init?(_ encoded: UnsafeBufferPointer<UInt8>) {
        var reader = Reader(bytes: encoded)
        guard reader.number() == Self.version, let kind = reader.number(), let captures = reader.number(),
              let sets = reader.list(of: { $0.set() })
        else { return nil }
        self.sets = sets
        self.captures = captures
        reader.setCount = sets.count
        reader.captures = captures
        if kind == 1 {
            guard let runs = reader.runs(sets) else { return nil }
            body = .runs(runs)
        } else {
            guard kind == 0, let tree = reader.tree(depth: 0) else { return nil }
            body = .tree(tree)
        }
        guard reader.place == encoded.count else { return nil }
    }

    private struct Reader {
        /// Nested groups are seven nodes each at most, and the generator takes 32.
        static let maximumDepth = 256

        let bytes: UnsafeBufferPointer<UInt8>
        var place = 0
        var setCount = 0
        var captures = 0

        /// At most 32 bits.
        mutating func number() -> Int? {
            var value = 0
            var shift = 0
            while place < bytes.count, shift < 35 {
                let byte = bytes[place]
                guard byte >= 0x23, byte <= 0x63, byte != 0x5C else { return nil }
                let digit = Int(byte) - (byte > 0x5C ? 0x24 : 0x23)
                place += 1
                value |= (digit & 31) << shift
                if digit < 32 { return value <= UInt32.max ? value : nil }
                shift += 5
            }
            return nil
        }

        mutating func number(below limit: Int) -> Int? {
            guard let number = number(), number < limit else { return nil }
            return number
        }

        mutating func list<Element>(of element: (inout Reader) -> Element?) -> [Element]? {
            guard let count = number(below: bytes.count) else { return nil }
            var list: [Element] = []
            list.reserveCapacity(count)
            for _ in 0..<count {
                guard let next = element(&self) else { return nil }
                list.append(next)
            }
            return list
        }

        mutating func set() -> PatternSet? {
            guard let flags = number(below: 8), let rangeCount = number(below: bytes.count) else { return nil }
            var bounds: [UInt32] = []
            var next = 0
            for index in 0..<2 * rangeCount {
                guard let distance = number(), next + distance <= 0x10FFFF else { return nil }
                next += distance
                bounds.append(UInt32(next))
                if index % 2 == 1 { next += 1 }
            }
            var categories: UInt32 = 0
            if flags & 2 != 0 {
                guard let mask = number() else { return nil }
                categories = UInt32(mask)
            }
            var properties: [UInt32] = []
            if flags & 4 != 0 {
                guard let list = list(of: { $0.number(below: 1_000) }) else { return nil }
                properties = list.map { UInt32($0) }
            }
            return PatternSet(bounds: bounds, categories: categories, properties: properties, isNegated: flags & 1 != 0)
        }

        mutating func text() -> [UInt32]? {
            guard let text = list(of: { $0.number(below: 0x110000) }), !text.isEmpty else { return nil }
            return text.map { UInt32($0) }
        }

        mutating func bounds() -> (min: Int, max: Int)? {
            guard let min = number(), let written = number() else { return nil }
            let max = written == 0 ? Int.max : written - 1
            return min <= max ? (min, max) : nil
        }

        mutating func runs(_ sets: [PatternSet]) -> PatternRuns? {
            guard let flag = number(below: 2) else { return nil }
            var literals: [UInt8] = []
            let items = list { $0.runItem(sets, &literals) }
            return items.map { PatternRuns($0, literals: literals, sets: sets, isEndAnchored: flag == 1) }
        }

        private mutating func runItem(_ sets: [PatternSet], _ literals: inout [UInt8]) -> PatternRuns.Item? {
            var item = PatternRuns.Item()
            if number() == 0 {
                guard let text = text() else { return nil }
                let start = literals.count
                for value in text {
                    // A lone surrogate, which no text holds, becomes a byte that no text holds.
                    if let scalar = Unicode.Scalar(value) { literals += Array(String(Character(scalar)).utf8) } else { literals.append(0xFF) }
                }
                item.literal = start..<literals.count
                return item
            }
            guard let set = number(below: sets.count), let bounds = bounds() else { return nil }
            (item.low, item.high, item.set) = (sets[set].low, sets[set].high, set)
            (item.min, item.max) = bounds
            return item
        }

        mutating func tree(depth: Int) -> PatternTree? {
            guard depth < Self.maximumDepth, let kind = number() else { return nil }
            switch kind {
            case 0: return .empty
            case 1: return text().map { .text($0) }
            case 2: return number(below: setCount).map { .set($0) }
            case 3: return list { $0.tree(depth: depth + 1) }.map { .sequence($0) }
            case 4: return list { $0.tree(depth: depth + 1) }.map { .alternation($0) }
            case 5: return loop(depth: depth)
            case 6:
                guard let capture = number(below: captures + 1), let body = tree(depth: depth + 1) else { return nil }
                return .capture(body, capture)
            case 7...10: return PatternAssertion(rawValue: kind - 7).map { .assertion($0) }
            case 11:
                guard let flags = number(below: 4), let body = tree(depth: depth + 1) else { return nil }
                return .look(body, ahead: flags & 1 != 0, negated: flags & 2 != 0)
            case 12: return number(below: captures + 1).map { .backReference($0) }
            default: return nil
            }
        }

        private mutating func loop(depth: Int) -> PatternTree? {
            guard let bounds = bounds(), let flags = number(below: 4) else { return nil }
            var inside = 0..<0
            if flags & 2 != 0 {
                guard let first = number(below: captures + 1), let count = number(below: captures + 2 - first) else { return nil }
                inside = first..<first + count
            }
            guard let body = tree(depth: depth + 1) else { return nil }
            return .loop(body, PatternLoop(min: bounds.min, max: bounds.max, isLazy: flags & 1 != 0, captures: inside))
        }
    }
}

indirect enum PatternTree {
    case empty
    case text([UInt32])
    case set(Int)
    case sequence([PatternTree])
    case alternation([PatternTree])
    case loop(PatternTree, PatternLoop)
    case capture(PatternTree, Int)
    case assertion(PatternAssertion)
    case look(PatternTree, ahead: Bool, negated: Bool)
    case backReference(Int)
}

enum PatternAssertion: Int {
    case start, end, wordBoundary, notWordBoundary
}

struct PatternLoop {
    var min: Int
    /// `Int.max` without end.
    var max: Int
    var isLazy: Bool
    /// Unset at the start of each round.
    var captures: Range<Int>
}
