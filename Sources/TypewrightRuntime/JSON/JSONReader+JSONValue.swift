extension JSONReader {
    mutating func readValue(_ value: inout JSONValue) {
        skipWhitespace()
        switch at.pointee {
        case 0x22: if let text = scanString() { value = .string(string(text)) }
        case 0x7B: readMembers(&value)
        case 0x5B: readElements(&value)
        case 0x2D, 0x30...0x39: if let text = scanNumber() { value = .number(JSONNumber(unchecked: text.string)) }
        case 0x74, 0x66: if let read = boolean() { value = .boolean(read) }
        case 0x6E: if takeNullSlowly() { value = .null } else { fail(.badLiteral) }
        default:
            if foreign != nil { return readForeign(&value) }
            fail(.expected(.value))
        }
    }

    private mutating func readElements(_ value: inout JSONValue) {
        guard open(0x5B, .array) else { return }
        var elements: [JSONValue] = []
        var isFirst = true
        while nextElement(&isFirst) {
            var element = JSONValue.null
            readValue(&element)
            elements.append(element)
        }
        levels += 1
        value = .array(elements)
    }

    private mutating func readMembers(_ value: inout JSONValue) {
        guard open(0x7B, .object) else { return }
        var members = JSONMembers()
        var isFirst = true
        while nextMember(&isFirst) {
            guard let key = scanString() else { return }
            skipWhitespace()
            guard at.pointee == 0x3A else { return fail(.expected(.colon)) }
            at += 1
            var member = JSONValue.null
            readValue(&member)
            members[string(key)] = member
        }
        levels += 1
        value = .object(members)
    }

    mutating func readNumber(_ value: inout JSONNumber) {
        skipWhitespace()
        if foreign != nil { return readForeign(&value) }
        if let text = scanNumber() { value = JSONNumber(unchecked: text.string) }
    }
}
