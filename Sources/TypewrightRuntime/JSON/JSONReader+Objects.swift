extension JSONReader {
    /// Reads an object into a struct, property by property.
    mutating func readObject<Object: JSONObject>(_ object: inout Object) {
        let keys = Object.jsonKeys
        let table = keys.table
        guard open(0x7B, .object) else { return readForeign(object: &object) }
        let place = at - 1
        var seen = SeenKeys(table)
        // The entry behind the last one matches nothing.
        var expected = table.pointee.entries
        var isThere = firstMember()
        while isThere {
            var index = expected.pointee.index
            if expected.pointee.matches(at) {
                at += expected.pointee.textCount
                expected += 1
            } else {
                index = matchOther(keys, index &+ 1)
                if index >= 0 { expected = table.pointee.entries + (index &+ 1) }
            }
            if index >= 0 {
                if !seen.insert(index) { hasRepeatedKeys = true }
                withUnsafeMutablePointer(to: &self) {
                    object.readMember(JSONKey(index: index), from: JSONMemberReader($0, index: index))
                }
            } else {
                readUnknown(of: &object, table)
            }
            isThere = nextMember()
        }
        levels &+= 1
        if let missing = seen.missing(table), fault == nil {
            fail(.missing(key: table.pointee.names[missing]), at: place)
        }
    }

    /// Reads a member whose key the table does not have.
    @inline(never)
    private mutating func readUnknown<Object: JSONObject>(of object: inout Object, _ table: UnsafePointer<JSONKeys.Table>) {
        if !table.pointee.keepsOthers {
            strangers += 1
            skipValue()
        } else {
            withUnsafeMutablePointer(to: &self) { object.readMember(.other, from: JSONMemberReader($0)) }
        }
    }

    /// Consumes an opening brace or bracket and takes a level.
    @inline(__always)
    mutating func open(_ brace: UInt8, _ expectation: JSONFault.Expectation) -> Bool {
        skipWhitespace()
        guard at.pointee == brace else {
            if foreign == nil { fail(.expected(expectation)) }
            return false
        }
        guard levels > 0 else {
            fail(.tooDeep)
            return false
        }
        levels -= 1
        at += 1
        return true
    }

    /// Goes to the opening quote of the next key; false at the end of the object.
    @inline(__always)
    mutating func nextMember(_ isFirst: inout Bool) -> Bool {
        if !isFirst { return nextMember() }
        isFirst = false
        return firstMember()
    }

    @inline(__always)
    mutating func firstMember() -> Bool {
        watchTail()
        skipWhitespace()
        if at.pointee == 0x22 { return true }
        if at.pointee == 0x7D { at += 1 } else { fail(.expected(.key)) }
        return false
    }

    @inline(__always)
    mutating func nextMember() -> Bool {
        watchTail()
        if at.pointee == 0x2C, at[1] == 0x22 {
            at += 1
            return true
        }
        if at.pointee == 0x7D {
            at += 1
            return false
        }
        return nextMemberSlowly()
    }

    @inline(never)
    private mutating func nextMemberSlowly() -> Bool {
        skipWhitespace()
        if at.pointee == 0x7D {
            at += 1
            return false
        }
        guard at.pointee == 0x2C else {
            fail(.expected(.commaOrBrace))
            return false
        }
        at += 1
        skipWhitespace()
        if at.pointee == 0x22 { return true }
        fail(.expected(.key))
        return false
    }

    /// Reads a key with its colon and gives its index, -1 where the table does not have it
    /// and after a fault.
    ///
    /// Documents repeat the order of their schema, so the key that is expected next is
    /// compared first, with its quotes and its colon. Optional properties are often left
    /// out: then the one after it is.
    @inline(__always)
    mutating func matchKey(_ keys: JSONKeys, _ expected: Int) -> Int {
        matchKey(keys, at: expected) ? expected : matchOther(keys, expected &+ 1)
    }

    @inline(__always)
    private mutating func matchKey(_ keys: JSONKeys, at index: Int) -> Bool {
        let table = keys.table
        guard index < table.pointee.count else { return false }
        let entry = table.pointee.entries + index
        guard entry.pointee.matches(at) else { return false }
        at += entry.pointee.textCount
        return true
    }

    @inline(never)
    private mutating func matchOther(_ keys: JSONKeys, _ next: Int) -> Int {
        matchKey(keys, at: next) ? next : matchAny(keys)
    }

    /// Reads a key with its colon and looks it up, -1 where the table does not have it.
    private mutating func matchAny(_ keys: JSONKeys) -> Int {
        guard let text = scanKey() else { return -1 }
        otherKeyText = text
        if !text.hasEscapes { return keys.index(of: text.start, text.count) }
        return keys.index(of: Self.unescaped(text))
    }

    /// Reads a key with its colon; nil after a fault.
    @inline(__always)
    mutating func scanKey() -> JSONStringText? {
        guard let text = scanString() else { return nil }
        return takeColon() ? text : nil
    }

    /// False after a fault.
    @inline(__always)
    mutating func takeColon() -> Bool {
        skipWhitespace()
        guard at.pointee == 0x3A else {
            fail(.expected(.colon))
            return false
        }
        at += 1
        return true
    }

    /// The key that `matchOther` has read but not found.
    @inline(never)
    var nameOfOther: String? {
        mutating get {
            if let members = foreign?.members { return members.key.stringValue }
            return fault == nil ? otherKeyText.map { string($0) } : nil
        }
    }
}
