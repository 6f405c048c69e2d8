/// The candidate somebody probably meant, for "did you mean"; `nil` when none is close.
///
/// Close means: at most a third of the letters (and one in short words) were mistyped, left out, added or
/// swapped with their neighbour. A different case alone is always close. Of equally close ones the first wins.
package func closestMatch(to word: String, in candidates: [String]) -> String? {
    let wanted = Array(word.lowercased().utf8)
    guard !wanted.isEmpty, wanted.count <= 100 else { return nil }
    let allowed = max(1, wanted.count / 3)
    var best: String?
    var bestDistance = allowed + 1
    for candidate in candidates {
        let count = candidate.utf8.count
        guard candidate != word, count <= wanted.count + allowed, count + allowed >= wanted.count else { continue }
        let distance = editDistance(wanted, Array(candidate.lowercased().utf8))
        // Replacing every letter of a short word is no slip.
        guard distance < bestDistance, distance < max(wanted.count, count) else { continue }
        best = candidate
        bestDistance = distance
    }
    return best
}

/// Steps between two words, where swapping neighbours is one step (optimal string alignment).
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var beforePrevious = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    var current = beforePrevious
    for i in 1...a.count {
        current[0] = i
        for j in 1...b.count {
            let replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
            var least = min(replaced, previous[j] + 1, current[j - 1] + 1)
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                least = min(least, beforePrevious[j - 2] + 1)
            }
            current[j] = least
        }
        (beforePrevious, previous, current) = (previous, current, beforePrevious)
    }
    return previous[b.count]
}
