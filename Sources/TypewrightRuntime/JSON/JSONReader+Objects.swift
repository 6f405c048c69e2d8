extension JSONReader {
    /// Reads an object into a struct, property by property.
    mutating func readObject<Object: JSONObject>(_ object: inout Object) {
        let keys = Object.jsonKeys
        guard open(0x7B, .object) else { return readForeign(&object) }
        let place = at - 1
        let table = keys.table
        var seen = SeenKeys(table)
        var expected = 0
        var isFirst = true
        while let index = nextKey(keys, &expected, &isFirst) {
            if index >= 0 {
                if !seen.insert(index) { hasRepeatedKeys = true }
                object.readMember(index, from: &self)
            } else if !table.pointee.keepsOthers {
                skipValue()
            } else if let name = otherKey {
                object.readOther(name, from: &self)
            }
        }
        levels += 1
        if let missing = seen.missing(table), fault == nil {
            fail(.missing(key: table.pointee.names[missing]), at: place)
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

    /// Reads up to and including the colon of the next member. The result is the index of
    /// its key, -1 for a key that is not in the table, nil at the end of the object.
    ///
    /// Documents repeat the order of their schema, so the key that is expected next is
    /// compared first, with its closing quote.
    @inline(__always)
    mutating func nextKey(_ keys: JSONKeys, _ expected: inout Int, _ isFirst: inout Bool) -> Int? {
        guard nextMember(&isFirst) else { return nil }
        let index = matchKey(keys, expected)
        if index >= 0 { expected = index + 1 }
        skipWhitespace()
        guard at.pointee == 0x3A else {
            fail(.expected(.colon))
            return nil
        }
        at += 1
        return index
    }

    /// Goes to the opening quote of the next key; false at the end of the object.
    @inline(__always)
    mutating func nextMember(_ isFirst: inout Bool) -> Bool {
        skipWhitespace()
        if !isFirst {
            if at.pointee == 0x2C {
                at += 1
                skipWhitespace()
            } else {
                if at.pointee == 0x7D { at += 1 } else { fail(.expected(.commaOrBrace)) }
                return false
            }
        } else if at.pointee == 0x7D {
            at += 1
            return false
        }
        isFirst = false
        guard at.pointee == 0x22 else {
            fail(.expected(.key))
            return false
        }
        return true
    }

    /// Reads a key and gives its index, -1 where the table does not have it.
    @inline(__always)
    mutating func matchKey(_ keys: JSONKeys, _ expected: Int) -> Int {
        let index = matchExpected(keys, expected)
        return index >= 0 ? index : matchAny(keys)
    }

    @inline(__always)
    private mutating func matchExpected(_ keys: JSONKeys, _ expected: Int) -> Int {
        let table = keys.table
        // Optional properties are often left out: look one further.
        for index in expected..<(expected + 2) where index < table.pointee.count {
            let entry = table.pointee.entries + index
            let name = at + 1
            guard Self.word(name) & entry.pointee.mask == entry.pointee.word else { continue }
            let count = entry.pointee.quotedCount
            if count <= 8 || Self.sameRest(name, entry) {
                at = name + count
                return index
            }
        }
        return -1
    }

    /// Compares what follows the first eight bytes. The name is compared from its start:
    /// as long as words are equal, none of them contains the zero byte behind the text.
    @inline(__always)
    private static func sameRest(_ name: UnsafePointer<UInt8>, _ entry: UnsafePointer<JSONKeys.Entry>) -> Bool {
        let text = entry.pointee.text + 2
        let count = entry.pointee.quotedCount
        var offset = 8
        while offset + 8 <= count {
            if word(name + offset) != word(text + offset) { return false }
            offset += 8
        }
        if offset == count { return true }
        let differing = word(name + offset) ^ word(text + offset)
        return differing &<< UInt64(64 - (count - offset) * 8) == 0
    }

    /// Reads a key and looks it up, -1 where the table does not have it.
    @inline(never)
    private mutating func matchAny(_ keys: JSONKeys) -> Int {
        guard let text = scanString() else { return -1 }
        otherKeyText = text
        if !text.hasEscapes { return keys.index(of: text.start, text.count) }
        return keys.index(of: Self.unescaped(text))
    }

    /// The key that `nextKey` has read but not found.
    @inline(never)
    private var otherKey: String? {
        mutating get { fault == nil ? otherKeyText.map { string($0) } : nil }
    }
}
