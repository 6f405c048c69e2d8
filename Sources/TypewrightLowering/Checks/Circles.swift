import TypewrightModel

/// Where all checks lead, in one list: whoever goes around in the graph several times takes no check apart again.
struct CheckEdges {
    private var all: [(target: Int, kind: Check.Edge)] = []
    /// Those of a check end where those of the next begin.
    private var firsts: [Int] = []

    init(_ table: CheckTable) {
        firsts.reserveCapacity(table.checks.count + 1)
        for index in table.checks.indices {
            firsts.append(all.count)
            table.forEachEdge(of: CheckID(index)) { target, kind in all.append((target.index, kind)) }
        }
        firsts.append(all.count)
    }

    var checkCount: Int { firsts.count - 1 }

    func from(_ check: Int) -> ArraySlice<(target: Int, kind: Check.Edge)> { all[firsts[check]..<firsts[check + 1]] }
}

/// The groups of checks that lead back to themselves (strongly connected components, by Tarjan's
/// algorithm with a stack of its own, for documents may nest deeper than ours may grow).
struct Circles {
    private(set) var all: [[CheckID]] = []

    /// Where each check leads, all in one list: those of a check end where those of the next begin.
    private var targets: [Int] = []
    private var firsts: [Int] = []
    private var number: [Int]
    private var low: [Int]
    private var isOpen: [Bool]
    private var open: [Int] = []
    private var next = 0

    /// With `inPlace` of checks that lead back to themselves at the same value.
    init(_ edges: CheckEdges, inPlace: Bool = false) {
        let count = edges.checkCount
        number = Array(repeating: -1, count: count)
        low = Array(repeating: 0, count: count)
        isOpen = Array(repeating: false, count: count)
        firsts.reserveCapacity(count + 1)
        for index in 0..<count {
            firsts.append(targets.count)
            for edge in edges.from(index) where !inPlace || edge.kind != .child { targets.append(edge.target) }
        }
        firsts.append(targets.count)
        for start in 0..<count where number[start] < 0 { visit(start) }
    }

    private mutating func visit(_ start: Int) {
        var path: [(check: Int, edge: Int)] = [(start, firsts[start])]
        enter(start)
        while let (check, edge) = path.last {
            guard edge < firsts[check + 1] else {
                path.removeLast()
                if let parent = path.last { low[parent.check] = min(low[parent.check], low[check]) }
                close(check)
                continue
            }
            path[path.count - 1].edge += 1
            let target = targets[edge]
            if number[target] < 0 {
                enter(target)
                path.append((target, firsts[target]))
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
        // Most are alone, and lead elsewhere.
        if open.last == check, !targets[firsts[check]..<firsts[check + 1]].contains(check) {
            open.removeLast()
            isOpen[check] = false
            return
        }
        var members: [CheckID] = []
        while let last = open.popLast() {
            isOpen[last] = false
            members.append(CheckID(last))
            if last == check { break }
        }
        all.append(members.sorted())
    }
}
