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

}
