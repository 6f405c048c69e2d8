/// A set of Unicode scalars: ranges, general categories, binary properties; perhaps negated.
struct PatternSet: Hashable, Sendable {
    /// Lowest and highest scalar of each range by turns, ascending.
    let bounds: [UInt32]
    let categories: UInt32
    /// Twice the number of the property, plus one where it must not hold.
    let properties: [UInt32]
    let isNegated: Bool
    /// The members below U+0080.
    private(set) var low: UInt64 = 0
    private(set) var high: UInt64 = 0

    static let word = PatternSet(bounds: [0x30, 0x39, 0x41, 0x5A, 0x5F, 0x5F, 0x61, 0x7A])

    init(bounds: [UInt32], categories: UInt32 = 0, properties: [UInt32] = [], isNegated: Bool = false) {
        self.bounds = bounds
        self.categories = categories
        self.properties = properties
        self.isNegated = isNegated
        guard categories == 0, properties.isEmpty else {
            for scalar in 0..<128 as Range<UInt32> where searches(scalar) { insert(ascii: scalar) }
            return
        }
        var index = 0
        while index + 1 < bounds.count, bounds[index] < 128 {
            for scalar in bounds[index]...min(bounds[index + 1], 127) { insert(ascii: scalar) }
            index += 2
        }
        if isNegated { (low, high) = (~low, ~high) }
    }

    private mutating func insert(ascii scalar: UInt32) {
        if scalar < 64 { low |= 1 << UInt64(scalar) } else { high |= 1 << UInt64(scalar - 64) }
    }

    @inline(__always)
    func contains(ascii byte: UInt8) -> Bool {
        (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 == 1
    }

    func contains(_ scalar: UInt32) -> Bool {
        scalar < 0x80 ? contains(ascii: UInt8(scalar)) : searches(scalar)
    }

    func hasInRanges(_ scalar: UInt32) -> Bool {
        var first = 0
        var end = bounds.count / 2
        while first < end {
            let middle = (first + end) / 2
            if scalar > bounds[2 * middle + 1] {
                first = middle + 1
            } else if scalar < bounds[2 * middle] {
                end = middle
            } else {
                return true
            }
        }
        return false
    }

    private func searches(_ scalar: UInt32) -> Bool {
        if hasInRanges(scalar) { return !isNegated }
        if categories == 0, properties.isEmpty { return isNegated }
        guard let unicode = Unicode.Scalar(scalar) else { return isNegated }
        if categories != 0, categories >> UInt32(patternCategory(unicode)) & 1 == 1 { return !isNegated }
        for test in properties where patternProperty(Int(test >> 1), holdsFor: unicode.properties) != (test & 1 == 1) {
            return !isNegated
        }
        return isNegated
    }
}
