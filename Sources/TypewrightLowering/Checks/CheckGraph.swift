import TypewrightModel
import TypewrightSource
import TypewrightSpec

/// What is known only of all checks together.
struct CheckGraph {
    var table: CheckTable
    /// Per check, what stands for it: another one where it is only a reference, none where it accepts everything.
    private(set) var resolved: [CheckID?]
    private let dynamics: [Int: Dynamic]
    private let spec: Spec

    struct Dynamic {
        /// None where the reference is as good as a plain one.
        var anchor: String?
        var target: CheckID?
    }

    init(_ table: CheckTable, dynamics: [Int: Dynamic], spec: Spec) {
        self.table = table
        self.dynamics = dynamics
        self.spec = spec
        resolved = table.checks.indices.map { CheckID($0) }
    }

    mutating func settle() {
        resolveDynamicReferences()
        collect()
        findTrivial()
        replace()
        dropIdle()
        narrowValues()
        findScopes()
        resolveAliases()
        remember()
    }

    // MARK: Dynamic references

    private mutating func resolveDynamicReferences() {
        let scopes = ScopeNumbers(spec, anchors: Set(dynamics.values.compactMap(\.anchor)))
        for (index, dynamic) in dynamics {
            for place in table.checks[index].applications.indices {
                guard case .dynamicReference = table.checks[index].applications[place] else { continue }
                let targets = dynamic.anchor.map { scopes.targets(of: $0) } ?? []
                let isNever = dynamic.target.map { table[$0].isNever } ?? false
                if targets.isEmpty && !isNever {
                    // Without a target it accepts everything; `findTrivial` sees to that.
                    table.checks[index].applications[place] = dynamic.target.map { .reference($0) } ?? .allOf([nil])
                } else {
                    table.checks[index].applications[place] = .dynamicReference(
                        DynamicCheck(targets: targets, otherwise: dynamic.target))
                }
            }
        }
        guard !dynamics.isEmpty else { return }
        for schema in spec.schemas { table.checks[schema.id.index].scope = scopes.number(of: schema.resource) }
    }

    // MARK: Who is asked what was evaluated

    private mutating func collect() {
        var waiting: [CheckID] = []
        for index in table.checks.indices where table.checks[index].collects { waiting.append(CheckID(index)) }
        while let id = waiting.popLast() {
            var reached: [CheckID] = []
            table.forEachEdge(of: id) { target, edge in if edge != .child { reached.append(target) } }
            for target in reached where !table[target].isCollected {
                table[target].isCollected = true
                waiting.append(target)
            }
        }
    }

    // MARK: What cannot fail

    /// All are taken for idle until something they say, or something they speak of, proves otherwise.
    private mutating func findTrivial() {
        var isActive = [Bool](repeating: false, count: table.checks.count)
        var speakers = [[CheckID]](repeating: [], count: table.checks.count)
        var waiting: [CheckID] = []
        for index in table.checks.indices where table.checks[index].asserts({ isActive[$0.index] }) {
            isActive[index] = true
            waiting.append(CheckID(index))
        }
        for index in table.checks.indices where !isActive[index] {
            table.forEachEdge(of: CheckID(index)) { target, _ in speakers[target.index].append(CheckID(index)) }
        }
        while let id = waiting.popLast() {
            for speaker in speakers[id.index] where !isActive[speaker.index] {
                guard table[speaker].asserts({ isActive[$0.index] }) else { continue }
                isActive[speaker.index] = true
                waiting.append(speaker)
            }
        }
        for index in table.checks.indices where !isActive[index] { resolved[index] = nil }
    }

    private mutating func replace() {
        let resolved = resolved
        table.replaceReferences { $0.flatMap { resolved[$0.index] } }
    }

    /// Takes out the parts that cannot fail and that nobody asks what they evaluate.
    private mutating func dropIdle() {
        for index in table.checks.indices { table.checks[index].dropIdleParts() }
    }

    /// A `type` beside an `enum` only takes values out of it.
    private mutating func narrowValues() {
        for index in table.checks.indices { table.checks[index].narrowValues() }
    }

    // MARK: References

    /// A check that is nothing but a reference is what it leads to.
    private mutating func resolveAliases() {
        let next = aliases()
        if !next.contains(where: { $0 != nil }) { return }
        let ends = Chains(next).ends
        table.replaceReferences { $0.map { CheckID(ends[$0.index]) } }
        for index in resolved.indices {
            if let id = resolved[index] { resolved[index] = CheckID(ends[id.index]) }
        }
    }

    /// Per check, where it leads if it is nothing but a reference. Circles of references were cut.
    private func aliases() -> [Int?] {
        var target = [Int?](repeating: nil, count: table.checks.count)
        for index in table.checks.indices where table.checks[index].applications.count == 1 {
            let check = table.checks[index]
            // Going through a resource counts for dynamic references.
            guard let reference = check.soleReference, check.scope == nil || check.scope == table[reference].scope else { continue }
            // That nothing is allowed is told where it is referred to.
            if table[reference].isNever { continue }
            target[index] = reference.index
        }
        return target
    }

    // MARK: Recursion

    private mutating func remember() {
        let edges = CheckEdges(table)
        for members in Circles(edges).all where members.contains(where: { table[$0].looksBack(table.areDisjoint) }) { remember(members) { _ in true } }
        // A check that comes back to the same value is satisfied there, as far as it is itself concerned.
        for members in Circles(edges, inPlace: true).all { remember(members) { $0 != .child } }
        boundRepetition(edges)
    }

    /// Every way around leads through something that remembers.
    private mutating func remember(_ members: [CheckID], along isOnWay: (Check.Edge) -> Bool) {
        let isMember = Set(members)
        var targets: Set<CheckID> = []
        for member in members {
            table.forEachEdge(of: member) { target, edge in
                // Schemas are written as trees, so every circle passes through a reference: to another place
                // in the tree, or up.
                guard isMember.contains(target), isOnWay(edge) else { return }
                if edge == .reference || target <= member { targets.insert(target) }
            }
        }
        if targets.isEmpty { targets = isMember }
        for target in targets { table[target].isRemembered = true }
    }

    /// Without any circle, checks that each speak twice of the next look at a value twice as often with every
    /// step. Where that comes to more than a few looks, what was found is remembered.
    private mutating func boundRepetition(_ edges: CheckEdges) {
        let bound = 64
        var looks = [Int](repeating: 0, count: table.checks.count)
        var path: [(check: Int, isLeaving: Bool)] = []
        for start in table.checks.indices where looks[start] == 0 {
            path.append((start, false))
            while let (check, isLeaving) = path.popLast() {
                if isLeaving {
                    looks[check] = count(check, edges, looks)
                    if looks[check] > bound {
                        table.checks[check].isRemembered = true
                        looks[check] = 1
                    }
                } else if looks[check] == 0 {
                    // For whoever comes around a circle.
                    looks[check] = 1
                    path.append((check, true))
                    for edge in edges.from(check) where looks[edge.target] == 0 { path.append((edge.target, false)) }
                }
            }
        }
    }

    /// How often a check may look at one and the same part of a value.
    private func count(_ check: Int, _ edges: CheckEdges, _ looks: [Int]) -> Int {
        if table.checks[check].isRemembered { return 1 }
        var here = 1
        var inside = 1
        for edge in edges.from(check) {
            let count = table.checks[edge.target].isRemembered ? 1 : looks[edge.target]
            if edge.kind == .child { inside = max(inside, count) } else { here += count }
        }
        return min(here + inside, 1_000)
    }

    /// Only what can reach a dynamic reference needs to say in which resource it is.
    private mutating func findScopes() {
        guard !dynamics.isEmpty else { return }
        var speakers = [[CheckID]](repeating: [], count: table.checks.count)
        var reaches = [Bool](repeating: false, count: table.checks.count)
        var waiting: [CheckID] = []
        for (index, check) in table.checks.enumerated() {
            check.forEachEdge { target, _ in speakers[target.index].append(CheckID(index)) }
            let isDynamic = check.applications.contains { if case .dynamicReference = $0 { true } else { false } }
            guard isDynamic else { continue }
            reaches[index] = true
            waiting.append(CheckID(index))
        }
        while let id = waiting.popLast() {
            for speaker in speakers[id.index] where !reaches[speaker.index] {
                reaches[speaker.index] = true
                waiting.append(speaker)
            }
        }
        for index in table.checks.indices where !reaches[index] { table.checks[index].scope = nil }
    }
}

/// Numbers for the resources that dynamic references may lead to.
private struct ScopeNumbers {
    private var numbers: [Int: Int] = [:]
    private var targetsByAnchor: [String: [(scope: Int, check: CheckID?)]] = [:]

    init(_ spec: Spec, anchors: Set<String>) {
        for (index, resource) in spec.resources.enumerated() {
            for (name, schema) in resource.dynamicAnchors where anchors.contains(name) {
                let number = numbers[index] ?? numbers.count
                numbers[index] = number
                targetsByAnchor[name, default: []].append((number, CheckID(schema.index)))
            }
        }
    }

    func number(of resource: ResourceID) -> Int? { numbers[resource.index] }

    func targets(of anchor: String) -> [(scope: Int, check: CheckID?)] { targetsByAnchor[anchor] ?? [] }
}
