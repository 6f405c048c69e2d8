extension JSONReader {
    /// Any value, so `null` too: nil is absent.
    public mutating func read(_ value: inout JSONValue?) {
        value = self.value(as: JSONValue.self)
    }

    /// Returned and not filled in, for to be filled a value has to be emptied first.
    ///
    /// - Parameter key: where `keyTree` has the key that the value belongs to.
    mutating func anyValue(of key: Int32 = 0) -> JSONValue {
        skipWhitespace()
        switch at.pointee {
        case 0x22: if let text = takeString() { return .string(text) }
        case 0x7B: return anyObject(of: key)
        case 0x5B: return anyArray(of: key)
        case 0x2D, 0x30...0x39: if let text = scanNumber() { return .number(JSONNumber(unchecked: string(text))) }
        case 0x74, 0x66: if let read = boolean() { return .boolean(read) }
        case 0x6E: if !takeNullSlowly() { fail(.badLiteral) }
        default: return foreignValue()
        }
        return .null
    }

    @inline(never)
    private mutating func foreignValue() -> JSONValue {
        var value = JSONValue.null
        if foreign != nil { readForeign(&value) } else { fail(.expected(.value)) }
        return value
    }

    private mutating func anyArray(of key: Int32) -> JSONValue {
        guard open(0x5B, .array) else { return .null }
        let first = values.count
        var isFirst = true
        while nextElement(&isFirst) {
            values.push(anyValue(of: key))
        }
        levels += 1
        return .array(values.pop(from: first))
    }

    private mutating func anyObject(of outer: Int32) -> JSONValue {
        guard open(0x7B, .object) else { return .null }
        let first = values.count
        var last: Int32 = 0
        var isThere = firstMember()
        while isThere {
            var node = keyTree.node(at: at, after: last, in: outer)
            if node != 0 {
                at += keyTree.textCount(node)
                guard takeColon() else { break }
            } else {
                node = addKey(after: last, in: outer)
                if node == 0 {
                    if fault == nil { return restOfObject(from: first, after: last) }
                    break
                }
            }
            values.push(anyValue(of: node))
            last = node
            isThere = nextMember()
        }
        levels += 1
        return .object(JSONMembers(keyTree.list(upTo: last), values.pop(from: first)))
    }

    /// Reads a key with its colon that has not been seen here. Where it finds no place in the tree, 0, and the key is
    /// not read.
    @inline(never)
    private mutating func addKey(after last: Int32, in outer: Int32) -> Int32 {
        let place = at
        guard let text = scanKey() else { return 0 }
        let node = text.hasEscapes ? 0 : keyTree.add(text, string(text), after: last, in: outer)
        if node == 0 { at = place }
        return node
    }

    /// Reads the rest of an object from a key that has no place in the tree.
    @inline(never)
    private mutating func restOfObject(from first: Int, after last: Int32) -> JSONValue {
        var keys = keyTree.names(upTo: last)
        repeat {
            guard let text = scanKey() else { break }
            let key = string(text)
            // Of duplicates the last wins. Large objects are looked through at their end.
            let place = keys.count <= JSONKeyList.indexedCount
                ? keys.firstIndex { ExactText(text: $0) == ExactText(text: key) } : nil
            let member = anyValue()
            if let place {
                values.replace(first + place, by: member)
            } else {
                values.push(member)
                keys.append(key)
            }
        } while nextMember()
        levels += 1
        return .object(JSONMembers(mostlyUnique: keys, values.pop(from: first)))
    }

    mutating func readNumber(_ value: inout JSONNumber) {
        skipWhitespace()
        if foreign != nil { return readForeign(&value) }
        if let text = scanNumber() { value = JSONNumber(unchecked: string(text)) }
    }
}
