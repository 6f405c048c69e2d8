extension JSONReader {
    /// Any value, so `null` too: nil is absent.
    public mutating func read(_ value: inout JSONValue?) {
        value = self.value(as: JSONValue.self)
    }

    mutating func readValue(_ value: inout JSONValue) {
        skipWhitespace()
        switch at.pointee {
        case 0x22: if let text = scanString() { value = .string(string(text)) }
        case 0x7B: readMembers(&value)
        case 0x5B: readElements(&value)
        case 0x2D, 0x30...0x39: if let text = scanNumber() { value = .number(JSONNumber(unchecked: string(text))) }
        case 0x74, 0x66: if let read = boolean() { value = .boolean(read) }
        case 0x6E: if takeNullSlowly() { value = .null } else { fail(.badLiteral) }
        default:
            if foreign != nil { return readForeign(&value) }
            fail(.expected(.value))
        }
    }

    private mutating func readElements(_ value: inout JSONValue) {
        guard open(0x5B, .array) else { return }
        let first = values.count
        var isFirst = true
        while nextElement(&isFirst) {
            var element = JSONMembers.Member(key: "", value: .null)
            readValue(&element.value)
            values.push(consume element, 0)
        }
        levels += 1
        value = .array(values.popElements(from: first))
    }

    private mutating func readMembers(_ value: inout JSONValue) {
        guard open(0x7B, .object) else { return }
        let first = values.count
        // A bit for the mark of each key: most keys cannot be among those that were there.
        var seen: UInt64 = 0
        var isFirst = true
        while nextMember(&isFirst) {
            guard let text = scanKey() else { break }
            let key: String
            let mark: UInt64
            if text.hasEscapes {
                key = string(text)
                mark = key.withPaddedUTF8 { ValueStack.mark($0, $1) }
            } else {
                mark = ValueStack.mark(text.start, text.count)
                key = text.count > 15 ? values.key(text, mark) ?? string(text) : string(text)
            }
            let bit: UInt64 = 1 &<< (mark & 63)
            // Of duplicates the last wins.
            let place = seen & bit == 0 ? nil : values.place(of: key, mark, from: first)
            seen |= bit
            var member = JSONMembers.Member(key: key, value: .null)
            readValue(&member.value)
            values.put(consume member, mark, at: place)
        }
        levels += 1
        value = .object(JSONMembers(mostlyUnique: values.popMembers(from: first)))
    }

    mutating func readNumber(_ value: inout JSONNumber) {
        skipWhitespace()
        if foreign != nil { return readForeign(&value) }
        if let text = scanNumber() { value = JSONNumber(unchecked: string(text)) }
    }
}

extension String {
    /// The bytes with zeros behind them, so that whole words can be loaded.
    func withPaddedUTF8<Result>(_ body: (UnsafePointer<UInt8>, Int) -> Result) -> Result {
        let count = utf8.count
        let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: count + JSONReader.padding)
        defer { copy.deallocate() }
        _ = UnsafeMutableBufferPointer(start: copy, count: count).initialize(from: utf8)
        (copy + count).initialize(repeating: 0, count: JSONReader.padding)
        return body(copy, count)
    }
}
