/// What a JSON Schema `pattern` means: ECMA-262's regular expressions under the flag `u`,
/// searched for anywhere in a text.
///
///     let pattern = try CompiledPattern("^[a-z]+$")
///     pattern.program                     // for `Pattern("…", source: "…")` in generated code
package struct CompiledPattern: Sendable {
    package let source: String
    /// Deviations from ECMA-262 whose meaning was nevertheless clear, and what looks like a slip.
    package let warnings: [PatternProblem]
    /// A regular expression of ECMA-262 under `u`, with no good will needed.
    package let isStrict: Bool

    // What the interpreter in the room of validation matches by.
    package let node: PatternNode
    package let sets: [ScalarSet]
    package let captures: Int

    package init(_ source: String) throws(PatternProblem) {
        var parser = PatternParser(source, isLenient: false)
        let parsed: PatternNode
        if let strict = try? parser.parse() {
            parsed = strict
        } else {
            parser = PatternParser(source, isLenient: true)
            parsed = try parser.parse()
        }
        let keepsCaptures = Self.hasBackReference(parsed)
        self.source = source
        isStrict = !parser.isLenient
        warnings = parser.warnings + Self.delimiters(in: source)
        captures = keepsCaptures ? parser.totalCaptures + parser.extraCaptures : 0
        sets = parser.sets
        node = PatternSimplifier.simplify(parsed, keepsCaptures: keepsCaptures)
    }

    /// The pattern as data for the runtime's `Pattern`: printable ASCII that needs no escape in
    /// a Swift string literal.
    package var program: String {
        PatternEncoder.encode(node, sets: sets, captures: captures)
    }

    private static func hasBackReference(_ node: PatternNode) -> Bool {
        switch node {
        case .empty, .text, .set, .assertion: false
        case .backReference: true
        case .capture(let body, _), .loop(let body, _), .look(let body, _, _): hasBackReference(body)
        case .sequence(let nodes), .alternation(let nodes): nodes.contains(where: hasBackReference)
        }
    }

    /// `/^…$/` never matches anything: no text has a slash before its start.
    private static func delimiters(in source: String) -> [PatternProblem] {
        guard source.hasPrefix("/^"), source.hasSuffix("$/") else { return [] }
        return [PatternProblem(offset: 0, message: "the slashes are part of the pattern, which therefore matches nothing")]
    }
}
