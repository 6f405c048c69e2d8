// The overloads of `read` that generated code calls for everything that is neither a
// string, an `Int`, a `Double` nor a boolean. They are few on purpose: each candidate is
// tried by the type checker for each property of each struct.
extension JSONReader {
    public mutating func read<Value: JSONCodable>(_ value: inout Value) {
        if hasRepeatedKeys { value = Value(JSONBlank()) }
        value.read(from: &self)
    }

    /// Absent or `null` is nil.
    public mutating func read<Value: JSONCodable>(_ value: inout Value?) {
        if takeNull() {
            value = nil
        } else if foreign != nil {
            readForeign(&value)
        } else {
            var read = Value(JSONBlank())
            read.read(from: &self)
            value = consume read
        }
    }

    public mutating func read<Value: JSONCodable>(_ value: inout [Value]) {
        readArray(&value)
    }

    public mutating func read<Value: JSONCodable>(_ value: inout [Value]?) {
        if takeNull() {
            value = nil
        } else if foreign != nil {
            readForeign(&value)
        } else {
            var read: [Value] = []
            readArray(&read)
            value = read
        }
    }

    public mutating func read<Value: JSONCodable>(_ value: inout [String: Value]) {
        readDictionary(&value)
    }

    public mutating func read<Value: JSONCodable>(_ value: inout [String: Value]?) {
        if takeNull() {
            value = nil
        } else if foreign != nil {
            readForeign(&value)
        } else {
            var read: [String: Value] = [:]
            readDictionary(&read)
            value = read
        }
    }

    /// `null` is kept apart from absent.
    public mutating func read<Value: JSONCodable>(_ value: inout Nullable<Value>?) {
        if takeNull() {
            value = .null
        } else if foreign != nil {
            readForeign(&value)
        } else {
            var read = Value(JSONBlank())
            read.read(from: &self)
            value = .value(read)
        }
    }

    /// A value where none is there to be filled: the payload of a union's case.
    public mutating func value<Value: JSONCodable>(as type: Value.Type = Value.self) -> Value {
        var value = Value(JSONBlank())
        value.read(from: &self)
        return value
    }
}
