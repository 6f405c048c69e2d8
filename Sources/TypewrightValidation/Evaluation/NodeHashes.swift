import TypewrightReader
import TypewrightSpec

/// Hashes by which equal elements are found, for values that `NodeEquality` takes for equal have equal ones.
///
/// What an array holds is hashed once: arrays within arrays, all of which want different elements, would
/// otherwise take time that grows with their depth.
struct NodeHashes {
    private var known: [Node.Identity: Int] = [:]

    /// The first two equal elements. They are compared only where their hashes agree.
    mutating func firstRepetition(in elements: Node.Elements) -> (Int, Int)? {
        guard elements.count > 1 else { return nil }
        var buckets: [Int: [Int]] = [:]
        for (index, element) in elements.enumerated() {
            let key = hash(element, depth: 0)
            if element.kind == .array || element.kind == .object { known[element.identity] = key }
            for other in buckets[key] ?? [] where NodeEquality.equal(elements[other], element) { return (other, index) }
            buckets[key, default: []].append(index)
        }
        return nil
    }

    private func hash(_ node: Node, depth: Int) -> Int {
        var hasher = Hasher()
        hasher.combine(node.kind)
        guard depth < 600 else { return hasher.finalize() }
        switch node.kind {
        case .null: break
        case .boolean: hasher.combine(node.boolean)
        case .string: for byte in (node.string ?? "").utf8 { hasher.combine(byte) }
        case .number: hasher.combine(ExactNumber(node.number?.text ?? ""))
        case .array:
            if let found = known[node.identity] { return found }
            for element in node.elements { hasher.combine(hash(element, depth: depth + 1)) }
        case .object:
            if let found = known[node.identity] { return found }
            // Order does not count: sum up the members.
            var sum = 0
            for member in node.members {
                var inner = Hasher()
                inner.combine(member.key)
                inner.combine(hash(member.value, depth: depth + 1))
                sum = sum &+ inner.finalize()
            }
            hasher.combine(sum)
        }
        return hasher.finalize()
    }
}
