// Reading everything that is neither a string, an `Int`, a `Double` nor a boolean.
//
// Those for optionals and collections are inlinable: where `Value` is known, an optional of
// it costs nothing, while unspecialised code has to look up the metadata of `Value?` each
// time, for more than reading a short string.
extension JSONReader {
    public mutating func read<Value: JSONCodable>(_ value: inout Value) {
        if hasRepeatedKeys { value = Value(JSONBlank()) }
        value.read(from: &self)
    }

    /// Absent or `null` is nil.
    @inlinable
    public mutating func read<Value: JSONCodable>(_ value: inout Value?) {
        if nextIsAbsent() { value = nil } else { value = self.value(as: Value.self) }
    }

    /// `null` is kept apart from absent.
    @inlinable
    public mutating func read<Value: JSONCodable>(_ value: inout Nullable<Value>?) {
        if nextIsNull() { value = .null } else { value = .value(self.value(as: Value.self)) }
    }

    @inlinable
    public mutating func read<Value: JSONCodable>(_ value: inout [Value]?) {
        if nextIsAbsent() {
            value = nil
        } else {
            var read: [Value] = []
            self.read(&read)
            value = read
        }
    }

    @inlinable
    public mutating func read<Value: JSONCodable>(_ value: inout [String: Value]?) {
        if nextIsAbsent() {
            value = nil
        } else {
            var read: [String: Value] = [:]
            self.read(&read)
            value = read
        }
    }

    @inlinable
    public mutating func read<Value: JSONCodable>(_ value: inout [Value]) {
        guard var step = arrayStep() else { return readForeign(elements: &value) }
        var read = ElementFrame<Value>()
        while step {
            read.push(Value(JSONBlank()), on: &elements).pointee.read(from: &self)
            step = nextArrayStep()
        }
        value = read.pop(from: &elements)
    }

    public mutating func read<Value: JSONCodable>(_ value: inout [String: Value]) {
        guard open(0x7B, .object) else { return readForeign(members: &value) }
        var read: [String: Value] = [:]
        var isFirst = true
        while nextMember(&isFirst) {
            guard let key = scanKey() else { return }
            read[string(key)] = self.value(as: Value.self)
        }
        levels += 1
        value = read
    }

    /// A value where none is there to be filled: an element, the payload of a union's case.
    @inlinable
    public mutating func value<Value: JSONCodable>(as type: Value.Type = Value.self) -> Value {
        var value = Value(JSONBlank())
        value.read(from: &self)
        return value
    }
}

// MARK: - Steps of the inlinable reads

extension JSONReader {
    /// Consumes `null` if it comes next.
    @inline(never)
    public mutating func nextIsNull() -> Bool { takeNull() }

    /// Consumes `null` where the type has none and it reads as absent. Of the branches of a union, one that has it
    /// knows more.
    @usableFromInline
    mutating func nextIsAbsent() -> Bool {
        guard takeNull() else { return false }
        strangers += 1
        return true
    }

    /// Enters an array: whether there is an element; nil where there is no array.
    @usableFromInline
    mutating func arrayStep() -> Bool? {
        guard open(0x5B, .array) else { return nil }
        skipWhitespace()
        if at.pointee != 0x5D { return true }
        at += 1
        levels += 1
        return false
    }

    /// Goes on in an array: whether there is another element.
    @usableFromInline
    mutating func nextArrayStep() -> Bool {
        var isFirst = false
        let isThere = nextElement(&isFirst)
        if !isThere { levels += 1 }
        return isThere
    }
}
