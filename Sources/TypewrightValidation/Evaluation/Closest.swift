import TypewrightReader
import TypewrightSpec

/// Why none of several alternatives matches: what the closest one still wants.
extension Evaluation {
    /// The violations of the alternative that the discriminator names, else of the one that came furthest.
    func closest(of branches: [SchemaID], _ schema: Schema, _ value: Value, _ scope: Int) -> [Violation] {
        guard explainsAlternatives, value.name == nil, branches.count <= 64 else { return [] }
        var best: [Violation] = []
        var bestRank = Int.min
        for branch in branches {
            let found = violations(of: branch, value, scope)
            guard !found.isEmpty else { continue }
            let rank = isNamed(branch, by: schema.discriminator, value) ? Int.max : rank(found)
            if rank > bestRank {
                bestRank = rank
                best = found
            }
        }
        // A value of another type altogether is not close to anything.
        return bestRank > Evaluation.hopeless ? best : []
    }

    private static let hopeless = -1_000_000

    /// Whatever is found deep inside or in small number speaks for an alternative; a property that tells the
    /// alternatives apart speaks against it where it has another value; but one that is missing in a list may be a slip.
    private func rank(_ found: [Violation]) -> Int {
        var rank = 0
        for violation in found {
            let isOwn = violation.pointer == pointer
            let tells = violation.keyword == "const" || violation.keyword == "enum"
            if isOwn && (tells && !violation.isNear || violation.keyword == "type") { return Evaluation.hopeless }
            rank -= tells ? 100 : (isOwn ? 10 : 5)
        }
        return rank
    }

    private func isNamed(_ branch: SchemaID, by discriminator: Schema.Discriminator?, _ value: Value) -> Bool {
        guard let discriminator, let name = value.node[discriminator.propertyName]?.string else { return false }
        let target = spec[branch].reference?.target ?? branch
        for mapping in discriminator.mapping where mapping.value == name { return mapping.target == target }
        return spec[target].place.lastStep == name
    }

    /// In an evaluation of its own, which does not explain alternatives in turn.
    private func violations(of branch: SchemaID, _ value: Value, _ scope: Int) -> [Violation] {
        let inner = Evaluation(validator, limit: 16)
        inner.explainsAlternatives = false
        inner.path = path
        inner.depth = depth
        inner.scopes = scopes
        var marks = Marks(isWanted: false)
        _ = inner.evaluate(branch, value, scope: scope, &marks, via: "")
        return Array(inner.sortedViolations.prefix(3))
    }
}
