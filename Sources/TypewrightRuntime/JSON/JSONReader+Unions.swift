/// The kinds of JSON values.
public enum JSONKind: Sendable {
    case null, boolean, number, string, array, object
    /// Nothing that could be a value: reading it notes the fault.
    case invalid
}

// How the branch of a union is found. All of these look ahead and leave the cursor where
// it was.
extension JSONReader {
    /// The kind of the next value, told from its first byte.
    public var kind: JSONKind {
        mutating get {
            skipWhitespace()
            if foreign != nil { readForeignText() }
            switch at.pointee {
            case 0x22: return .string
            case 0x7B: return .object
            case 0x5B: return .array
            case 0x2D, 0x30...0x39: return .number
            case 0x74, 0x66: return .boolean
            case 0x6E: return .null
            default: return .invalid
            }
        }
    }

    /// Whether the next value is a number that is mathematically an integer.
    public var isInteger: Bool {
        mutating get {
            guard kind == .number else { return false }
            let place = at
            guard let text = scanNumber() else { return false }
            at = place
            return text.isPlainInteger || ExactDecimal(text.bytes).isInteger
        }
    }

    /// The branch that the value of a property stands for, -1 where it stands for none.
    public mutating func branch(_ tags: JSONTags) -> Int {
        guard kind == .object else { return -1 }
        let place = place
        var branch = -1
        at += 1
        var isFirst = true
        // The last of duplicate keys wins, so an object is looked through to its end,
        // unless the tag has been found in well-formed text.
        while branch < 0, nextMember(&isFirst) {
            if isTag(tags) { branch = tag(tags) } else { skipValue() }
        }
        if fault != nil { return -1 }
        goBack(to: place)
        return branch
    }

    /// Reads a key with its colon: whether it is that of the tag.
    @inline(__always)
    private mutating func isTag(_ tags: JSONTags) -> Bool {
        let property = tags.table.pointee.property
        let entry = property.table.pointee.entries
        if entry.pointee.matches(at) {
            at += entry.pointee.textCount
            return true
        }
        guard let text = scanKey() else { return false }
        if text.hasEscapes { return property.index(of: string(text)) == 0 }
        // There may have been white space before the colon.
        return text.count == entry.pointee.nameCount && property.index(of: text.start, text.count) == 0
    }

    private mutating func tag(_ tags: JSONTags) -> Int {
        skipWhitespace()
        if at.pointee == 0x22 {
            guard let text = scanString() else { return -1 }
            let names = tags.table.pointee.names
            let index = text.hasEscapes ? names.index(of: string(text)) : names.index(of: text.start, text.count)
            return index < 0 ? -1 : tags.table.pointee.branches[index]
        }
        if tags.table.pointee.otherBranches.isEmpty {
            skipValue()
            return -1
        }
        let value: JSONValue = self.value()
        return tags.table.pointee.otherBranches.first { $0.value == value }?.branch ?? -1
    }

    /// The first branch of which all properties are there, -1 where there is none.
    public mutating func branch(_ traits: JSONTraits) -> Int {
        guard kind == .object else { return -1 }
        let place = place
        at += 1
        var seen = Set<Int>()
        var isFirst = true
        var expected = 0
        while nextMember(&isFirst) {
            let index = matchKey(traits.keys, expected)
            if index >= 0 {
                seen.insert(index)
                expected = index &+ 1
            }
            skipValue()
        }
        if fault != nil { return -1 }
        goBack(to: place)
        return traits.branches.firstIndex { seen.isSuperset(of: $0) } ?? -1
    }

    /// Reads the value as the first of the types that knows all of it, else as the one that knows most: every type
    /// would read an object whose properties are all optional, and lose what it has no property for. Nil where
    /// none can read it.
    ///
    /// Trials within trials could take exponential time. So what all of them may read in
    /// vain is limited to a multiple of the text; beyond it nothing is tried any more.
    public mutating func best(of types: any JSONCodable.Type...) -> (any JSONCodable)? {
        skipWhitespace()
        if foreign != nil { readForeignText() }
        let place = place
        let first = offset(of: at)
        let savedStrangers = strangers
        var best: (value: any JSONCodable, strangers: Int, end: Place)?
        for type in types {
            guard fault == nil, trialBudget > 0 else { break }
            strangers = 0
            let value = attempt(type)
            if let value, strangers < best?.strangers ?? .max { best = (value, strangers, self.place) }
            if value != nil, strangers == 0 { break }
            trialBudget -= max(offset(of: value == nil ? faultAt : at) - first, 1)
            fault = nil
            goBack(to: place)
        }
        strangers = savedStrangers
        guard let best else { return nil }
        strangers += best.strangers
        goBack(to: best.end)
        return best.value
    }

    private mutating func attempt<Value: JSONCodable>(_ type: Value.Type) -> (any JSONCodable)? {
        var value = Value(JSONBlank())
        value.read(from: &self)
        return fault == nil ? value : nil
    }

    /// A value that is none of a union's alternatives.
    public mutating func unrecognized() -> JSONValue {
        strangers += 1
        return value()
    }
}
