extension JSONReader {
    /// Reads an array. Elements are made in raw memory first: growing an `Array` of a
    /// type that is only known at run time costs more than reading a small element.
    mutating func readArray<Element: JSONCodable>(_ array: inout [Element]) {
        guard open(0x5B, .array) else { return readForeign(&array) }
        var isFirst = true
        guard nextElement(&isFirst) else {
            levels += 1
            array = []
            return
        }
        var capacity = 4
        var count = 0
        var elements = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
        repeat {
            if count == capacity {
                let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
                larger.moveInitialize(from: elements, count: count)
                elements.deallocate()
                elements = larger
                capacity *= 2
            }
            (elements + count).initialize(to: Element(JSONBlank()))
            elements[count].read(from: &self)
            count += 1
        } while nextElement(&isFirst)
        levels += 1
        array = Array(unsafeUninitializedCapacity: count) { buffer, initialized in
            buffer.baseAddress?.moveInitialize(from: elements, count: count)
            initialized = count
        }
        elements.deallocate()
    }

    mutating func readDictionary<Value: JSONCodable>(_ dictionary: inout [String: Value]) {
        guard open(0x7B, .object) else { return readForeign(&dictionary) }
        var read: [String: Value] = [:]
        var isFirst = true
        while nextMember(&isFirst) {
            guard let key = scanString() else { return }
            skipWhitespace()
            guard at.pointee == 0x3A else { return fail(.expected(.colon)) }
            at += 1
            var value = Value(JSONBlank())
            value.read(from: &self)
            read[string(key)] = value
        }
        levels += 1
        dictionary = read
    }
}
