/// A regular expression as a tree, captures numbered, flags and escapes gone.
package indirect enum PatternNode: Sendable {
    case empty
    /// One scalar or several, one after the other.
    case text([UInt32])
    /// An index into the pattern's character sets.
    case set(Int)
    case sequence([PatternNode])
    case alternation([PatternNode])
    case loop(PatternNode, LoopBounds)
    case capture(PatternNode, Int)
    case assertion(PatternAssertion)
    case look(PatternNode, ahead: Bool, negated: Bool)
    case backReference(Int)
}

package enum PatternAssertion: Int, Sendable {
    case start, end, wordBoundary, notWordBoundary
}

package struct LoopBounds: Sendable {
    /// As `max`: without an end. Larger counts written in a pattern mean the same, for no
    /// text is that long.
    package static let unlimited = Int(Int32.max)

    package var min: Int
    package var max: Int
    package var isLazy = false
    /// The captures inside: each round begins with them unset (ECMA-262, RepeatMatcher step 4).
    package var captures: Range<Int> = 0..<0
}

/// Something to say about a pattern, and where in it.
package struct PatternProblem: Error, Equatable, Sendable {
    /// Bytes of UTF-8 before the place that is meant.
    package var offset: Int
    package var message: String
}
