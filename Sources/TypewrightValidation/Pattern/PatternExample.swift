import TypewrightPattern

extension CompiledPattern {
    /// A text that most likely matches, made by walking the pattern. Look-around and word boundaries are
    /// not heeded: whoever needs certainty matches the result.
    ///
    /// `choose(n)` picks a number below `n`; `extra` is how many rounds a loop takes beyond its least, or with
    /// `isExact: false` may take.
    package func example(extra: Int, isExact: Bool, choose: (Int) -> Int) -> String {
        var writer = PatternExampleWriter(sets: sets, extra: extra, isExact: isExact)
        writer.write(node, choose)
        return String(writer.output)
    }
}

private struct PatternExampleWriter {
    let sets: [ScalarSet]
    let extra: Int
    let isExact: Bool
    var output = String.UnicodeScalarView()
    private var captured: [Int: [Unicode.Scalar]] = [:]

    /// Nobody reads more of an example than this.
    private static let longest = 4096

    init(sets: [ScalarSet], extra: Int, isExact: Bool) {
        self.sets = sets
        self.extra = extra
        self.isExact = isExact
    }

    mutating func write(_ node: PatternNode, _ choose: (Int) -> Int) {
        guard output.count < Self.longest else { return }
        switch node {
        case .empty, .assertion, .look: break
        case .text(let values):
            for value in values { append(value) }
        case .set(let index):
            if index < sets.count, let value = member(of: sets[index], choose) { append(value) }
        case .sequence(let nodes):
            for node in nodes { write(node, choose) }
        case .alternation(let nodes):
            if !nodes.isEmpty { write(nodes[choose(nodes.count)], choose) }
        case .loop(let body, let bounds):
            let least = min(bounds.min, Self.longest)
            let most = max(least, min(bounds.max, least + extra))
            let rounds = isExact ? most : least + choose(most - least + 1)
            for _ in 0..<rounds { write(body, choose) }
        case .capture(let body, let number):
            let start = output.count
            write(body, choose)
            captured[number] = Array(output.dropFirst(start))
        case .backReference(let number): output.append(contentsOf: captured[number] ?? [])
        }
    }

    private mutating func append(_ value: UInt32) {
        if let scalar = Unicode.Scalar(value) { output.append(scalar) }
    }

    /// Letters and digits where the set has some, else what can be printed, else anything.
    private func member(of set: ScalarSet, _ choose: (Int) -> Int) -> UInt32? {
        for range in [UInt32(0x61)...0x7A, 0x30...0x39, 0x41...0x5A, 0x20...0x7E, 0xA1...0x17F, 0x370...0x5FF, 0x600...0x9FF] {
            let members = range.filter { set.contains($0) }
            if !members.isEmpty { return members[choose(members.count)] }
        }
        guard !set.isNegated else { return nil }
        return set.bounds.first
    }
}
