/// A set of Unicode scalars: ranges, general categories and binary properties, joined, and
/// the whole perhaps negated.
///
/// Categories and properties stay names here, to be looked up in the Unicode tables of
/// whoever matches: ranges taken from the tables of whoever generates would give other output
/// on a machine with another version of Unicode.
package struct ScalarSet: Hashable, Sendable {
    /// Lowest and highest scalar of each range by turns; ascending and apart once `normalize`d.
    package var bounds: [UInt32] = []
    /// One bit for each of `generalCategoryNames`.
    var categories: UInt32 = 0
    /// Twice the index in `binaryPropertyNames`, plus one where the property must not hold.
    var properties: [UInt32] = []
    package var isNegated = false

    static let digits = ScalarSet(bounds: [0x30, 0x39])
    package static let word = ScalarSet(bounds: [0x30, 0x39, 0x41, 0x5A, 0x5F, 0x5F, 0x61, 0x7A])
    /// ECMA-262, WhiteSpace and LineTerminator: `Zs`, and those that are not in it.
    static let space = ScalarSet(bounds: [
        0x09, 0x0D, 0x20, 0x20, 0xA0, 0xA0, 0x1680, 0x1680, 0x2000, 0x200A,
        0x2028, 0x2029, 0x202F, 0x202F, 0x205F, 0x205F, 0x3000, 0x3000, 0xFEFF, 0xFEFF,
    ])
    static let lineTerminators = ScalarSet(bounds: [0x0A, 0x0A, 0x0D, 0x0D, 0x2028, 0x2029])
    static let everything = ScalarSet(bounds: [0, 0x10FFFF])

    /// Only ranges: what it holds is known without the tables of Unicode.
    var isPlain: Bool { categories == 0 && properties.isEmpty }

    mutating func add(_ low: UInt32, _ high: UInt32) {
        bounds.append(low)
        bounds.append(high)
    }

    /// Adds all of `other`, which is not negated.
    mutating func add(_ other: ScalarSet) {
        bounds += other.bounds
        categories |= other.categories
        for property in other.properties where !properties.contains(property) {
            properties.append(property)
        }
    }

    mutating func normalize() {
        var pairs: [(low: UInt32, high: UInt32)] = []
        var index = 0
        while index + 1 < bounds.count {
            pairs.append((bounds[index], bounds[index + 1]))
            index += 2
        }
        pairs.sort { $0.low < $1.low }
        bounds.removeAll(keepingCapacity: true)
        for pair in pairs {
            if let last = bounds.last, pair.low <= last &+ 1 {
                if pair.high > last { bounds[bounds.count - 1] = pair.high }
            } else {
                add(pair.low, pair.high)
            }
        }
    }

    /// What a normalized set does not hold.
    func complement() -> ScalarSet {
        var result = self
        guard isPlain else {
            result.isNegated.toggle()
            return result
        }
        result.bounds.removeAll(keepingCapacity: true)
        var next: UInt32 = 0
        var index = 0
        while index + 1 < bounds.count {
            if bounds[index] > next { result.add(next, bounds[index] - 1) }
            next = bounds[index + 1] + 1
            index += 2
        }
        if next <= 0x10FFFF { result.add(next, 0x10FFFF) }
        return result
    }

    package func contains(_ scalar: UInt32) -> Bool {
        var low = 0
        var high = bounds.count / 2
        while low < high {
            let middle = (low + high) / 2
            if scalar > bounds[2 * middle + 1] {
                low = middle + 1
            } else if scalar < bounds[2 * middle] {
                high = middle
            } else {
                return !isNegated
            }
        }
        if isPlain { return isNegated }
        guard let properties = Unicode.Scalar(scalar)?.properties else { return isNegated }
        if categories >> generalCategoryIndex(properties.generalCategory) & 1 == 1 { return !isNegated }
        for test in self.properties where hasBinaryProperty(properties, Int(test >> 1)) != (test & 1 == 1) {
            return !isNegated
        }
        return isNegated
    }

    /// Certain that no scalar is in both.
    func isDisjoint(with other: ScalarSet) -> Bool {
        guard isPlain, other.isPlain else { return false }
        var mine = 0
        var theirs = 0
        while mine < bounds.count, theirs < other.bounds.count {
            if bounds[mine + 1] < other.bounds[theirs] {
                mine += 2
            } else if other.bounds[theirs + 1] < bounds[mine] {
                theirs += 2
            } else {
                return false
            }
        }
        return true
    }
}
