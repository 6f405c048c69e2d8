extension PatternParser {
    /// `[…]` or `[^…]`.
    mutating func parseClass() throws(PatternProblem) -> PatternNode {
        let start = index
        index += 1
        let isNegated = take("^")
        var set = ScalarSet()
        while true {
            if index == scalars.count { throw problem("this class is not closed with `]`", at: start) }
            if take("]") { break }
            try parseClassRange(into: &set)
        }
        set.normalize()
        if flags.ignoresCase { set = bothCases(of: set) }
        return .set(intern(isNegated ? set.complement() : set))
    }

    private enum ClassAtom {
        case scalar(UInt32)
        case set(ScalarSet)
    }

    /// One atom, or two with a `-` between.
    private mutating func parseClassRange(into set: inout ScalarSet) throws(PatternProblem) {
        let start = index
        if isLenient, try parsePOSIXClass(into: &set) { return }
        let low = try parseClassAtom()
        guard peek() == "-", peek(1) != "]", index + 1 < scalars.count else {
            switch low {
            case .scalar(let scalar): set.add(scalar, scalar)
            case .set(let other): set.add(other)
            }
            return
        }
        index += 1
        let high = try parseClassAtom()
        if case .scalar(let low) = low, case .scalar(let high) = high {
            if low > high { throw problem("the bounds of this range are in the wrong order", at: start) }
            set.add(low, high)
            return
        }
        try tolerate("a range needs a character on both sides; the `-` is taken as one of its own, write `\\-`", at: start)
        set.add(0x2D, 0x2D)
        for atom in [low, high] {
            switch atom {
            case .scalar(let scalar): set.add(scalar, scalar)
            case .set(let other): set.add(other)
            }
        }
    }

    private mutating func parseClassAtom() throws(PatternProblem) -> ClassAtom {
        let start = index
        guard take("\\") else {
            index += 1
            return .scalar(scalars[start])
        }
        if index == scalars.count { throw problem("a `\\` at the end escapes nothing", at: start) }
        if let set = try parseClassEscape() { return .set(set) }
        if take("b") { return .scalar(0x08) }
        return .scalar(try parseCharacterEscape(from: start, isInClass: true))
    }

    /// `[:alpha:]` inside a class, as POSIX has it. Under `u` the class would end at the first
    /// `]`, and the second stand alone, which is why it cannot mean anything else.
    private mutating func parsePOSIXClass(into set: inout ScalarSet) throws(PatternProblem) -> Bool {
        let classes: [(name: StaticString, bounds: [UInt32])] = [
            ("[:alpha:]", [0x41, 0x5A, 0x61, 0x7A]), ("[:digit:]", [0x30, 0x39]),
            ("[:alnum:]", [0x30, 0x39, 0x41, 0x5A, 0x61, 0x7A]), ("[:upper:]", [0x41, 0x5A]), ("[:lower:]", [0x61, 0x7A]),
            ("[:space:]", [0x09, 0x0D, 0x20, 0x20]), ("[:blank:]", [0x09, 0x09, 0x20, 0x20]),
            ("[:punct:]", [0x21, 0x2F, 0x3A, 0x40, 0x5B, 0x60, 0x7B, 0x7E]), ("[:xdigit:]", [0x30, 0x39, 0x41, 0x46, 0x61, 0x66]),
            ("[:word:]", [0x30, 0x39, 0x41, 0x5A, 0x5F, 0x5F, 0x61, 0x7A]), ("[:cntrl:]", [0x00, 0x1F, 0x7F, 0x7F]),
            ("[:print:]", [0x20, 0x7E]), ("[:graph:]", [0x21, 0x7E]),
        ]
        guard starts(with: "[:") else { return false }
        for entry in classes where starts(with: entry.name) {
            try tolerate("POSIX classes are not part of ECMA-262; use ranges or `\\p{…}`")
            index += entry.name.utf8CodeUnitCount
            set.bounds += entry.bounds
            return true
        }
        return false
    }

    /// The set and what differs from its members only by case, as far as one scalar stands for
    /// one. Ranges of thousands are taken to hold both cases already.
    func bothCases(of set: ScalarSet) -> ScalarSet {
        var result = set
        var pair = 0
        while pair + 1 < set.bounds.count {
            let low = set.bounds[pair]
            let high = set.bounds[pair + 1]
            pair += 2
            if high - low > 2_000 { continue }
            for value in low...high {
                guard let scalar = Unicode.Scalar(value) else { continue }
                for variant in caseVariants(of: scalar) { result.add(variant, variant) }
            }
        }
        result.normalize()
        return result
    }

    private func caseVariants(of scalar: Unicode.Scalar) -> [UInt32] {
        func only(_ mapping: String) -> Unicode.Scalar? {
            mapping.unicodeScalars.count == 1 ? mapping.unicodeScalars.first : nil
        }
        var variants: [UInt32] = []
        if let lower = only(scalar.properties.lowercaseMapping) {
            variants.append(lower.value)
            if let upper = only(lower.properties.uppercaseMapping) { variants.append(upper.value) }
        }
        if let upper = only(scalar.properties.uppercaseMapping) {
            variants.append(upper.value)
            if let lower = only(upper.properties.lowercaseMapping) { variants.append(lower.value) }
        }
        // The two outside ASCII that fold to letters of ASCII: long s and the Kelvin sign.
        switch scalar {
        case "s", "S": variants.append(0x17F)
        case "k", "K": variants.append(0x212A)
        default: break
        }
        return variants
    }
}
