extension PatternParser {
    /// A backslash outside a class, and what it makes of what follows.
    mutating func parseEscape() throws(PatternProblem) -> PatternNode {
        let start = index
        index += 1
        if index == scalars.count { throw problem("a `\\` at the end escapes nothing; write `\\\\` for the character", at: start) }
        if let set = try parseClassEscape() { return .set(intern(set)) }
        switch peek() {
        case "b", "B":
            index += 1
            return .assertion(scalars[index - 1] == "b" ? .wordBoundary : .notWordBoundary)
        case "A", "Z", "z":
            let isStart = peek() == "A"
            let correct = isStart ? "^" : "$"
            try tolerate("`\\\(isStart ? "A" : "Z")` is not part of ECMA-262; it is taken as `\(correct)`", at: start)
            index += 1
            return .assertion(isStart ? .start : .end)
        case "k":
            index += 1
            guard take("<") else { throw problem("`\\k` is followed by the name of a group, as in `\\k<name>`", at: start) }
            let name = try parseGroupName()
            let captures = names.filter { $0.name == name }.map { PatternNode.backReference($0.capture) }
            if captures.isEmpty { throw problem("no group has this name", at: start) }
            try refuseCaseInBackReference(at: start)
            // Of groups with one name, at most one has matched; a back-reference to another is empty.
            return captures.count == 1 ? captures[0] : .sequence(captures)
        case "1", "2", "3", "4", "5", "6", "7", "8", "9":
            let number = parseNumber() ?? 0
            if number > totalCaptures {
                let count = totalCaptures == 1 ? "is 1 group" : "are \(totalCaptures) groups"
                throw problem("`\\\(number)` refers to a group, and there \(count)", at: start)
            }
            try refuseCaseInBackReference(at: start)
            return .backReference(number)
        default:
            return character(try parseCharacterEscape(from: start, isInClass: false))
        }
    }

    private func refuseCaseInBackReference(at start: Int) throws(PatternProblem) {
        if flags.ignoresCase { throw problem("a back-reference without regard to case is not supported", at: start) }
    }

    /// `\d \D \s \S \w \W \p{…} \P{…}`, from behind the backslash.
    mutating func parseClassEscape() throws(PatternProblem) -> ScalarSet? {
        let set: ScalarSet
        switch peek() {
        case "d", "D": set = .digits
        case "s", "S": set = .space
        case "w", "W": set = flags.ignoresCase ? bothCases(of: .word) : .word
        case "p", "P": return try parseProperty()
        default: return nil
        }
        index += 1
        return scalars[index - 1] >= "a" ? set : set.complement()
    }

    private mutating func parseProperty() throws(PatternProblem) -> ScalarSet {
        let start = index - 1
        let isNegated = peek() == "P"
        index += 1
        guard take("{") else { throw problem("a property is written in braces, as in `\\p{L}`", at: start) }
        var parts: [[UInt8]] = [[]]
        while index < scalars.count, peek() != "}" {
            if peek() == "=", parts.count == 1 {
                parts.append([])
            } else {
                parts[parts.count - 1].append(peek() < 0x80 ? UInt8(peek()) : 0)
            }
            index += 1
        }
        guard take("}") else { throw problem("this property is not closed with `}`", at: start) }
        guard var set = unicodeProperty(parts[0], value: parts.count > 1 ? parts[1] : nil) else {
            throw problem("no such Unicode property; names are written as in `\\p{Letter}`, `\\p{Script=Greek}`", at: start)
        }
        if flags.ignoresCase, set.isPlain { set = bothCases(of: set) }
        if !isNegated { return set }
        if set.isPlain { return set.complement() }
        // One category mask or one property: each has a complement without the flag, so that
        // it can be joined with others in a class.
        if set.categories != 0 { set.categories = everyCategory & ~set.categories }
        set.properties = set.properties.map { $0 ^ 1 }
        return set
    }

    /// An escape for one scalar; `index` is behind the backslash at `start`.
    mutating func parseCharacterEscape(from start: Int, isInClass: Bool) throws(PatternProblem) -> UInt32 {
        let scalar = peek()
        index += 1
        switch scalar {
        case "t": return 0x09
        case "n": return 0x0A
        case "v": return 0x0B
        case "f": return 0x0C
        case "r": return 0x0D
        case "0":
            if peek() >= "0" && peek() <= "9" { throw problem("octal escapes are not allowed; write `\\x` and two digits", at: start) }
            return 0
        case "c":
            let letter = peek() | 0x20
            guard letter >= "a", letter <= "z" else { throw problem("`\\c` is followed by a letter", at: start) }
            index += 1
            return letter & 31
        case "x":
            if peek() == "{" {
                try tolerate("a code point is written `\\u{…}`", at: start)
                return try parseUnicodeEscape()
            }
            guard let value = parseHex(2) else { throw problem("`\\x` is followed by two hexadecimal digits", at: start) }
            return value
        case "u": return try parseUnicodeEscape()
        case "^", "$", "\\", ".", "*", "+", "?", "(", ")", "[", "]", "{", "}", "|", "/": return scalar
        case "-" where isInClass: return scalar
        case "a"..."z", "A"..."Z", "1"..."9":
            throw problem("`\\\(describe(scalar))` has no meaning in ECMA-262", at: start)
        default:
            try tolerate("`\(describe(scalar))` needs no `\\`, and ECMA-262 allows none before it", at: start)
            return scalar
        }
    }

    private func describe(_ scalar: UInt32) -> String {
        Unicode.Scalar(scalar).map { String(Character($0)) } ?? "?"
    }

    /// From behind `\u`: four digits, perhaps a surrogate pair of two escapes, or braces.
    mutating func parseUnicodeEscape() throws(PatternProblem) -> UInt32 {
        let start = index
        if take("{") {
            var value: UInt32 = 0
            while let digit = hexDigit(peek()) {
                value = value << 4 | digit
                if value > 0x10FFFF { throw problem("the last code point is `10FFFF`", at: start) }
                index += 1
            }
            guard index > start + 1, take("}") else { throw problem("a code point is written `\\u{…}` in hexadecimal digits", at: start) }
            return value
        }
        guard let high = parseHex(4) else {
            throw problem("`\\u` is followed by four hexadecimal digits, or by some in braces", at: start)
        }
        let behind = index
        if high >> 10 == 0x36, take("\\u"), let low = parseHex(4), low >> 10 == 0x37 {
            return 0x10000 + (high & 0x3FF) << 10 + low & 0x3FF
        }
        index = behind
        return high
    }

    private mutating func parseHex(_ count: Int) -> UInt32? {
        var value: UInt32 = 0
        for distance in 0..<count {
            guard let digit = hexDigit(peek(distance)) else { return nil }
            value = value << 4 | digit
        }
        index += count
        return value
    }

    private func hexDigit(_ scalar: UInt32) -> UInt32? {
        switch scalar {
        case "0"..."9": scalar - 0x30
        case "a"..."f": scalar - 0x61 + 10
        case "A"..."F": scalar - 0x41 + 10
        default: nil
        }
    }
}

/// Scalars are compared as numbers and read best as characters.
func ~= (pattern: ClosedRange<Unicode.Scalar>, scalar: UInt32) -> Bool {
    scalar >= pattern.lowerBound.value && scalar <= pattern.upperBound.value
}
func ~= (pattern: Unicode.Scalar, scalar: UInt32) -> Bool { pattern.value == scalar }
func == (scalar: UInt32, character: Unicode.Scalar) -> Bool { scalar == character.value }
func != (scalar: UInt32, character: Unicode.Scalar) -> Bool { scalar != character.value }
func >= (scalar: UInt32, character: Unicode.Scalar) -> Bool { scalar >= character.value }
func <= (scalar: UInt32, character: Unicode.Scalar) -> Bool { scalar <= character.value }
