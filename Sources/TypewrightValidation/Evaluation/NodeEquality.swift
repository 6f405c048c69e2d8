import TypewrightReader
import TypewrightSpec

/// Equality as JSON Schema has it: numbers by value, objects without regard to order.
package enum NodeEquality {
    package static func equal(_ a: Node, _ b: Node) -> Bool { equal(a, b, depth: 0) }

    /// Deeper than any reader lets a document be, values are taken for different.
    private static func equal(_ a: Node, _ b: Node, depth: Int) -> Bool {
        guard a.kind == b.kind, depth < 600 else { return false }
        switch a.kind {
        case .null: return true
        case .boolean: return a.boolean == b.boolean
        case .string: return equal(a.string ?? "", b.string ?? "")
        case .number: return equalNumbers(a.number?.text ?? "", b.number?.text ?? "")
        case .array:
            let left = a.elements
            let right = b.elements
            guard left.count == right.count else { return false }
            var index = 0
            while index < left.count {
                if !equal(left[index], right[index], depth: depth + 1) { return false }
                index += 1
            }
            return true
        case .object:
            guard a.members.count == b.members.count else { return false }
            for member in a.members {
                guard let other = b[member.key], equal(member.value, other, depth: depth + 1) else { return false }
            }
            return true
        }
    }

    /// Scalar for scalar; `==` would take `é` and `e` with an accent for the same.
    static func equal(_ a: String, _ b: String) -> Bool {
        let left = a.utf8
        let right = b.utf8
        return left.count == right.count && left.elementsEqual(right)
    }

    private static func equalNumbers(_ a: String, _ b: String) -> Bool {
        if a == b { return true }
        guard let left = ExactNumber(a), let right = ExactNumber(b) else { return false }
        return left == right
    }

    /// The first two equal elements. Elements are compared only where their hashes agree.
    static func firstRepetition(in elements: Node.Elements) -> (Int, Int)? {
        guard elements.count > 1 else { return nil }
        var buckets: [Int: [Int]] = [:]
        for (index, element) in elements.enumerated() {
            var hasher = Hasher()
            hash(element, depth: 0, into: &hasher)
            let key = hasher.finalize()
            for other in buckets[key] ?? [] where equal(elements[other], element) { return (other, index) }
            buckets[key, default: []].append(index)
        }
        return nil
    }

    private static func hash(_ node: Node, depth: Int, into hasher: inout Hasher) {
        hasher.combine(node.kind)
        guard depth < 600 else { return }
        switch node.kind {
        case .null: break
        case .boolean: hasher.combine(node.boolean)
        case .string: for byte in (node.string ?? "").utf8 { hasher.combine(byte) }
        case .number: hasher.combine(ExactNumber(node.number?.text ?? ""))
        case .array:
            for element in node.elements { hash(element, depth: depth + 1, into: &hasher) }
        case .object:
            // Order does not count: sum up the members.
            var sum = 0
            for member in node.members {
                var inner = Hasher()
                inner.combine(member.key)
                hash(member.value, depth: depth + 1, into: &inner)
                sum = sum &+ inner.finalize()
            }
            hasher.combine(sum)
        }
    }
}
