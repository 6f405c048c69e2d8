import TypewrightModel

/// The groups of checks that lead back to themselves (strongly connected components, by Tarjan's
/// algorithm with a stack of its own, for documents may nest deeper than ours may grow).
struct Circles {
    private(set) var all: [[CheckID]] = []

    private var edges: [[Int]] = []
    private var number: [Int]
    private var low: [Int]
    private var isOpen: [Bool]
    private var open: [Int] = []
    private var next = 0

    /// With `inPlace` of checks that lead back to themselves at the same value.
    init(_ table: CheckTable, inPlace: Bool = false) {
        let count = table.checks.count
        number = Array(repeating: -1, count: count)
        low = Array(repeating: 0, count: count)
        isOpen = Array(repeating: false, count: count)
        edges = table.checks.map { check in
            var targets: [Int] = []
            check.forEachEdge { target, edge in
                if !inPlace || edge != .child { targets.append(target.index) }
            }
            return targets
        }
        for start in 0..<count where number[start] < 0 { visit(start) }
    }

    private mutating func visit(_ start: Int) {
        var path: [(check: Int, edge: Int)] = [(start, 0)]
        enter(start)
        while let (check, edge) = path.last {
            guard edge < edges[check].count else {
                path.removeLast()
                if let parent = path.last { low[parent.check] = min(low[parent.check], low[check]) }
                close(check)
                continue
            }
            path[path.count - 1].edge += 1
            let target = edges[check][edge]
            if number[target] < 0 {
                enter(target)
                path.append((target, 0))
            } else if isOpen[target] {
                low[check] = min(low[check], number[target])
            }
        }
    }

    private mutating func enter(_ check: Int) {
        number[check] = next
        low[check] = next
        next += 1
        isOpen[check] = true
        open.append(check)
    }

    private mutating func close(_ check: Int) {
        guard low[check] == number[check] else { return }
        var members: [CheckID] = []
        while let last = open.popLast() {
            isOpen[last] = false
            members.append(CheckID(last))
            if last == check { break }
        }
        if members.count > 1 || edges[check].contains(check) { all.append(members.sorted()) }
    }
}
