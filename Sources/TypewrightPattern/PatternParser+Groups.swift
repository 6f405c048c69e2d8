extension PatternParser {
    mutating func parseGroup() throws(PatternProblem) -> PatternNode {
        let start = index
        let outerFlags = flags
        if startsNamedGroup() {
            if peek(2) == "P" { try tolerate("a named group is written `(?<name>`", at: start) }
            index += peek(2) == "P" ? 4 : 3
            let nameStart = index
            try note(name: try parseGroupName(), at: nameStart)
            return try parseCapture(from: start)
        }
        let node: PatternNode
        if take("(?:") {
            // A sequence of its own, as `(?:(?=a))*` is allowed and `(?=a)*` is not.
            node = .sequence([try parseDisjunction()])
        } else if take("(?=") || take("(?!") {
            let isNegated = scalars[index - 1] == "!"
            node = .look(try parseDisjunction(), ahead: true, negated: isNegated)
        } else if take("(?<=") || take("(?<!") {
            let isNegated = scalars[index - 1] == "!"
            node = .look(try parseDisjunction(), ahead: false, negated: isNegated)
        } else if starts(with: "(?>") {
            try tolerate("an atomic group is not part of ECMA-262")
            index += 3
            node = atomic(try parseDisjunction())
        } else if starts(with: "(?") {
            index += 2
            guard try parseModifiers(from: start) else { return .empty }
            node = .sequence([try parseDisjunction()])
        } else {
            index += 1
            return try parseCapture(from: start)
        }
        try closeGroup(from: start)
        flags = outerFlags
        return node
    }

    private mutating func parseCapture(from start: Int) throws(PatternProblem) -> PatternNode {
        let outerFlags = flags
        captureCount += 1
        let number = captureCount
        let node = try parseDisjunction()
        try closeGroup(from: start)
        flags = outerFlags
        return .capture(node, number)
    }

    private mutating func closeGroup(from start: Int) throws(PatternProblem) {
        guard take(")") else { throw problem("this group is not closed", at: start) }
    }

    /// `ims-ims:`; false for `(?i)`, which holds to the end of the group around it.
    private mutating func parseModifiers(from start: Int) throws(PatternProblem) -> Bool {
        var isAdding = true
        var seen: [UInt32] = []
        while index < scalars.count, peek() != ":", peek() != ")" {
            switch peek() {
            case "-" where isAdding: isAdding = false
            case let flag where seen.contains(flag): throw problem("this modifier is there twice")
            case "i": flags.ignoresCase = isAdding
            case "m": flags.isMultiline = isAdding
            case "s": flags.dotMatchesAll = isAdding
            default: throw problem("`(?` is not followed by anything known to ECMA-262", at: start)
            }
            if peek() != "-" { seen.append(peek()) }
            index += 1
        }
        if seen.isEmpty { throw problem("`(?` is not followed by anything known to ECMA-262", at: start) }
        if take(":") { return true }
        guard take(")") else { throw problem("this group is not closed", at: start) }
        try tolerate("modifiers must have a group of their own, as in `(?i:…)`", at: start)
        return false
    }

    /// The same name twice is an error unless in alternatives that exclude each other.
    private mutating func note(name: [UInt32], at place: Int) throws(PatternProblem) {
        for earlier in namedPlaces where earlier.name == name {
            let exclude = zip(earlier.places, places).contains {
                $0.disjunction == $1.disjunction && $0.alternative != $1.alternative
            }
            if !exclude { throw problem("another group has the same name", at: place) }
        }
        namedPlaces.append((name, places))
    }

    /// The name up to and with its `>`.
    mutating func parseGroupName() throws(PatternProblem) -> [UInt32] {
        let start = index
        var name: [UInt32] = []
        while index < scalars.count, peek() != ">" {
            var scalar = peek()
            index += 1
            if scalar == "\\" {
                guard take("u") else { throw problem("a name cannot contain this escape", at: index - 1) }
                scalar = try parseUnicodeEscape()
            }
            let properties = Unicode.Scalar(scalar)?.properties
            let isAllowed = scalar == "$" || scalar == "_" || properties?.isIDStart == true
                || !name.isEmpty && (properties?.isIDContinue == true || scalar == 0x200C || scalar == 0x200D)
            if !isAllowed { throw problem("a name is made of letters, digits, `_` and `$`", at: index - 1) }
            name.append(scalar)
        }
        guard take(">") else { throw problem("the name of this group does not end with `>`", at: start) }
        if name.isEmpty { throw problem("a group needs a name between `<` and `>`", at: start) }
        return name
    }
}
