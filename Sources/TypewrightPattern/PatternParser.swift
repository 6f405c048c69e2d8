/// Reads a regular expression as ECMA-262 (2025) defines it under the `u` flag.
///
/// A lenient parser goes on, with a warning, where an expression is none under `u` and it is
/// certain what its author meant: what Annex B allows without the flag, and a few habits from
/// other dialects.
struct PatternParser {
    static let maximumDepth = 32

    struct Flags {
        var ignoresCase = false
        var isMultiline = false
        var dotMatchesAll = false
    }

    /// One way to stand inside alternatives; two groups exclude each other where they are in
    /// different alternatives of the same disjunction.
    struct Place {
        var disjunction: Int
        var alternative: Int
    }

    let scalars: [UInt32]
    let isLenient: Bool
    var index = 0
    var warnings: [PatternProblem] = []
    var sets: [ScalarSet] = []
    var flags = Flags()

    /// Groups seen so far while parsing, and all there are.
    var captureCount = 0
    var totalCaptures = 0
    var names: [(name: [UInt32], capture: Int)] = []
    /// Captures behind those of the pattern, for possessive quantifiers.
    var extraCaptures = 0

    var namedPlaces: [(name: [UInt32], places: [Place])] = []
    var places: [Place] = []
    private var disjunctions = 0

    init(_ text: String, isLenient: Bool) {
        scalars = text.unicodeScalars.map(\.value)
        self.isLenient = isLenient
    }

    mutating func parse() throws(PatternProblem) -> PatternNode {
        countGroups()
        let node = try parseDisjunction()
        if index < scalars.count { throw problem("a `)` without a `(` before it; write `\\)` for the character") }
        return node
    }

    // MARK: Cursor and problems

    /// The scalar `distance` further on, or 0 behind the end (a NUL in a pattern is never
    /// compared with).
    func peek(_ distance: Int = 0) -> UInt32 {
        let place = index + distance
        return place < scalars.count ? scalars[place] : 0
    }

    func starts(with text: StaticString) -> Bool {
        text.withUTF8Buffer { text in
            guard index + text.count <= scalars.count else { return false }
            for offset in 0..<text.count where scalars[index + offset] != UInt32(text[offset]) { return false }
            return true
        }
    }

    mutating func take(_ text: StaticString) -> Bool {
        guard starts(with: text) else { return false }
        index += text.utf8CodeUnitCount
        return true
    }

    func problem(_ message: String, at place: Int? = nil) -> PatternProblem {
        var offset = 0
        for scalar in scalars[..<min(place ?? index, scalars.count)] {
            offset += scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
        }
        return PatternProblem(offset: offset, message: message)
    }

    /// Goes on with a warning where the parser is lenient.
    mutating func tolerate(_ message: String, at place: Int? = nil) throws(PatternProblem) {
        let problem = problem(message, at: place)
        guard isLenient else { throw problem }
        warnings.append(problem)
    }

    // MARK: Structure

    /// Numbers and names of all groups, as a back-reference may come before its group.
    private mutating func countGroups() {
        var isInClass = false
        while index < scalars.count {
            let start = index
            switch peek() {
            case "\\": index += 1
            case "[": isInClass = true
            case "]": isInClass = false
            case "(" where !isInClass:
                if peek(1) != "?" {
                    totalCaptures += 1
                } else if startsNamedGroup() {
                    totalCaptures += 1
                    index += peek(2) == "P" ? 4 : 3
                    if let name = try? parseGroupName() { names.append((name, totalCaptures)) }
                    index = start
                }
            default: break
            }
            index += 1
        }
        index = 0
    }

    func startsNamedGroup() -> Bool {
        starts(with: "(?<") && !starts(with: "(?<=") && !starts(with: "(?<!") || isLenient && starts(with: "(?P<")
    }

    mutating func parseDisjunction() throws(PatternProblem) -> PatternNode {
        guard places.count <= Self.maximumDepth else { throw problem("groups nested deeper than \(Self.maximumDepth)") }
        disjunctions += 1
        places.append(Place(disjunction: disjunctions, alternative: 0))
        var alternatives = [try parseAlternative()]
        while take("|") {
            places[places.count - 1].alternative += 1
            alternatives.append(try parseAlternative())
        }
        places.removeLast()
        return alternatives.count == 1 ? alternatives[0] : .alternation(alternatives)
    }

    private mutating func parseAlternative() throws(PatternProblem) -> PatternNode {
        var terms: [PatternNode] = []
        while index < scalars.count, peek() != "|", peek() != ")" {
            let term = try parseTerm()
            if case .empty = term { continue }
            if case .text(let text) = term, case .text(let before)? = terms.last {
                terms[terms.count - 1] = .text(before + text)
            } else {
                terms.append(term)
            }
        }
        switch terms.count {
        case 0: return .empty
        case 1: return terms[0]
        default: return .sequence(terms)
        }
    }

    private mutating func parseTerm() throws(PatternProblem) -> PatternNode {
        let start = index
        let capturesBefore = captureCount
        var atom: PatternNode
        switch peek() {
        case "^":
            index += 1
            return lineAnchor(.start)
        case "$":
            index += 1
            return lineAnchor(.end)
        case "(":
            atom = try parseGroup()
        case "[": atom = try parseClass()
        case "\\":
            atom = try parseEscape()
            if case .assertion = atom { return atom }
        case ".":
            index += 1
            atom = .set(intern(flags.dotMatchesAll ? .everything : ScalarSet.lineTerminators.complement()))
        case "*", "+", "?": throw problem("nothing before the quantifier to repeat")
        case "{", "}", "]":
            if peek() == "{", try parseBraces() != nil { throw problem("nothing before the quantifier to repeat", at: start) }
            index = start + 1
            let character = scalars[start] == "{" ? "{" : scalars[start] == "}" ? "}" : "]"
            try tolerate("`\(character)` must be written `\\\(character)`", at: start)
            atom = .text([scalars[start]])
        default:
            atom = character(scalars[index])
            index += 1
        }
        if case .look(_, let isAhead, _) = atom, startsQuantifier() {
            guard isAhead else { throw problem("look-behind cannot be repeated") }
            try tolerate("look-ahead cannot be repeated")
        }
        return try parseQuantifier(of: atom, captures: capturesBefore + 1..<captureCount + 1)
    }

    /// Under the modifier `m` an anchor also holds beside a line terminator.
    private mutating func lineAnchor(_ assertion: PatternAssertion) -> PatternNode {
        guard flags.isMultiline else { return .assertion(assertion) }
        let terminator = PatternNode.set(intern(.lineTerminators))
        let beside = PatternNode.look(terminator, ahead: assertion == .end, negated: false)
        return .alternation([.assertion(assertion), beside])
    }

    private func startsQuantifier() -> Bool {
        switch peek() {
        case "*", "+", "?": return true
        case "{": return peek(1) >= "0" && peek(1) <= "9"
        default: return false
        }
    }

    // MARK: Quantifiers

    private mutating func parseQuantifier(of atom: PatternNode, captures: Range<Int>) throws(PatternProblem) -> PatternNode {
        let start = index
        var bounds: LoopBounds
        switch peek() {
        case "*": bounds = LoopBounds(min: 0, max: LoopBounds.unlimited)
        case "+": bounds = LoopBounds(min: 1, max: LoopBounds.unlimited)
        case "?": bounds = LoopBounds(min: 0, max: 1)
        case "{":
            guard let counted = try parseBraces() else { return atom }
            bounds = counted
            index -= 1
        default: return atom
        }
        index += 1
        bounds.captures = captures
        if take("?") {
            bounds.isLazy = true
        } else if peek() == "+" {
            try tolerate("`+` behind a quantifier (possessive) is not part of ECMA-262", at: start)
            index += 1
            return atomic(.loop(atom, bounds))
        }
        return .loop(atom, bounds)
    }

    /// `(?=(x))\1`: look-ahead is never entered again, so what it matched first stays.
    mutating func atomic(_ node: PatternNode) -> PatternNode {
        extraCaptures += 1
        let capture = totalCaptures + extraCaptures
        return .sequence([.look(.capture(node, capture), ahead: true, negated: false), .backReference(capture)])
    }

    /// `{2}`, `{2,}` or `{2,5}`; `nil`, at the same place, for braces that mean themselves.
    private mutating func parseBraces() throws(PatternProblem) -> LoopBounds? {
        let start = index
        index += 1
        if peek() == ",", peek(1) >= "0", peek(1) <= "9" {
            throw problem("a count needs its lower bound, as in `{0,5}`", at: start)
        }
        guard let min = parseNumber() else {
            index = start
            return nil
        }
        var max = min
        if take(",") { max = peek() == "}" ? LoopBounds.unlimited : parseNumber() ?? -1 }
        guard max >= 0, take("}") else {
            index = start
            return nil
        }
        if max < min { throw problem("the bounds of this quantifier are in the wrong order", at: start) }
        return LoopBounds(min: min, max: max)
    }

    mutating func parseNumber() -> Int? {
        let start = index
        var number = 0
        while peek() >= "0", peek() <= "9" {
            number = Swift.min(number * 10 + Int(peek() - 0x30), LoopBounds.unlimited)
            index += 1
        }
        return index > start ? number : nil
    }

    // MARK: Sets

    mutating func intern(_ set: ScalarSet) -> Int {
        if let known = sets.firstIndex(of: set) { return known }
        sets.append(set)
        return sets.count - 1
    }

    /// A scalar that means itself, in both cases under `(?i:`.
    mutating func character(_ scalar: UInt32) -> PatternNode {
        guard flags.ignoresCase else { return .text([scalar]) }
        let set = bothCases(of: ScalarSet(bounds: [scalar, scalar]))
        return set.bounds == [scalar, scalar] ? .text([scalar]) : .set(intern(set))
    }
}
