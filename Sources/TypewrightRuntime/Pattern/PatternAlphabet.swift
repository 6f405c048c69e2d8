/// The scalars, divided into columns: those in one column are in exactly the same sets of the
/// pattern, so that a matcher need not tell them apart.
struct PatternAlphabet: Sendable {
    let columnCount: Int
    let ascii: [UInt16]
    /// By set, then by column.
    private let members: [Bool]

    /// Where membership in some set's ranges changes, ascending from 0.
    private let starts: [UInt32]
    /// General categories that no set tells apart have one number.
    private let categoryGroups: [Int]
    private let groupCount: Int
    private let properties: [Int]
    /// The column by start, group of categories and properties (a bit each).
    private let grid: [UInt16]

    /// `nil` where the sets name so many properties that the grid would be too large.
    init?(_ sets: [PatternSet]) {
        starts = Self.starts(sets)
        var properties: [Int] = []
        for set in sets {
            for test in set.properties where !properties.contains(Int(test >> 1)) { properties.append(Int(test >> 1)) }
        }
        self.properties = properties
        (categoryGroups, groupCount) = Self.groups(sets)
        guard properties.count <= 8 else { return nil }
        let cells = starts.count * groupCount << properties.count
        guard cells <= 1 << 15, sets.count * cells <= 1 << 20 else { return nil }

        var isMember = [Bool](repeating: false, count: sets.count * cells)
        var grid = [UInt16](repeating: 0, count: cells)
        var columns = 1
        for (index, set) in sets.enumerated() {
            Self.fill(&isMember, from: index * cells, set, starts, categoryGroups, groupCount, properties)
            columns = Self.divide(&grid, columns, by: isMember[index * cells..<(index + 1) * cells])
        }
        var members = [Bool](repeating: false, count: sets.count * columns)
        for index in sets.indices {
            for cell in 0..<cells { members[index * columns + Int(grid[cell])] = isMember[index * cells + cell] }
        }
        self.grid = grid
        self.members = members
        columnCount = columns
        ascii = Self.firstColumns(starts, categoryGroups, groupCount, properties, grid)
    }

    @inline(__always)
    func holds(_ set: Int, _ column: Int) -> Bool { members[set * columnCount + column] }

    func column(of scalar: UInt32) -> Int {
        scalar < 0x80 ? Int(ascii[Int(scalar)]) : Self.column(scalar, starts, categoryGroups, groupCount, properties, grid)
    }

    /// As columns, for matchers that pass over the text more than once.
    func columns(_ text: PatternText) -> [UInt16] {
        [UInt16](unsafeUninitializedCapacity: text.count) { buffer, count in
            var place = 0
            while place < text.count {
                let next = text.scalar(at: place)
                buffer[count] = UInt16(column(of: next.value))
                count += 1
                place = next.end
            }
        }
    }

    // MARK: Building

    private static func starts(_ sets: [PatternSet]) -> [UInt32] {
        var starts: [UInt32] = [0]
        for set in sets {
            for (index, bound) in set.bounds.enumerated() { starts.append(index % 2 == 0 ? bound : bound + 1) }
        }
        starts.sort()
        var unique: [UInt32] = []
        for start in starts where start != unique.last { unique.append(start) }
        return unique
    }

    private static func groups(_ sets: [PatternSet]) -> (groups: [Int], count: Int) {
        let masks = Set(sets.map(\.categories)).subtracting([0]).sorted()
        var groups: [Int] = []
        var known: [[Bool]] = []
        for category in 0..<patternCategoryCount {
            let row = masks.map { $0 >> UInt32(category) & 1 == 1 }
            if let group = known.firstIndex(of: row) {
                groups.append(group)
            } else {
                groups.append(known.count)
                known.append(row)
            }
        }
        return (groups, known.count)
    }

    private static func fill(
        _ isMember: inout [Bool], from first: Int, _ set: PatternSet, _ starts: [UInt32], _ categoryGroups: [Int],
        _ groupCount: Int, _ properties: [Int]
    ) {
        var groupIsMember = [Bool](repeating: false, count: groupCount)
        for category in 0..<patternCategoryCount where set.categories >> UInt32(category) & 1 == 1 {
            groupIsMember[categoryGroups[category]] = true
        }
        var cell = first
        for start in starts {
            let inRanges = set.hasInRanges(start)
            for group in 0..<groupCount {
                for bits in 0..<1 << properties.count {
                    let isIn = inRanges || groupIsMember[group] || set.properties.contains { test in
                        let bit = properties.firstIndex(of: Int(test >> 1)) ?? 0
                        return bits >> bit & 1 != Int(test & 1)
                    }
                    isMember[cell] = isIn != set.isNegated
                    cell += 1
                }
            }
        }
    }

    /// Gives the cells in and those not in a set different columns; the new number of columns.
    private static func divide(_ grid: inout [UInt16], _ columns: Int, by isMember: ArraySlice<Bool>) -> Int {
        var renamed = [Int](repeating: -1, count: 2 * columns)
        var count = 0
        for (cell, isIn) in zip(grid.indices, isMember) {
            let key = 2 * Int(grid[cell]) + (isIn ? 1 : 0)
            if renamed[key] < 0 {
                renamed[key] = count
                count += 1
            }
            grid[cell] = UInt16(renamed[key])
        }
        return count
    }

    private static func firstColumns(
        _ starts: [UInt32], _ categoryGroups: [Int], _ groupCount: Int, _ properties: [Int], _ grid: [UInt16]
    ) -> [UInt16] {
        (0..<128 as Range<UInt32>).map { UInt16(column($0, starts, categoryGroups, groupCount, properties, grid)) }
    }

    private static func column(
        _ scalar: UInt32, _ starts: [UInt32], _ categoryGroups: [Int], _ groupCount: Int, _ properties: [Int], _ grid: [UInt16]
    ) -> Int {
        var first = 0
        var end = starts.count
        while end - first > 1 {
            let middle = (first + end) / 2
            if starts[middle] <= scalar { first = middle } else { end = middle }
        }
        if groupCount == 1, properties.isEmpty { return Int(grid[first]) }
        guard let unicode = Unicode.Scalar(scalar) else { return 0 }
        let group = groupCount == 1 ? 0 : categoryGroups[patternCategory(unicode)]
        var bits = 0
        for (bit, property) in properties.enumerated() where patternProperty(property, holdsFor: unicode.properties) { bits |= 1 << bit }
        return Int(grid[(first * groupCount + group) << properties.count | bits])
    }
}
