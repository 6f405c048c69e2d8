// What generated code calls in `writeMembers(to:)`. `member` writes always, a nil as
// `null`; `optional` writes nothing for nil. Keys are given by their index in `jsonKeys`.
extension JSONWriter {
    public mutating func member(_ key: Int, _ value: String) {
        self.key(key)
        self.value(value)
    }

    public mutating func member(_ key: Int, _ value: Int) {
        self.key(key)
        self.value(value)
    }

    public mutating func member(_ key: Int, _ value: Double) {
        self.key(key)
        self.value(value)
    }

    public mutating func member(_ key: Int, _ value: Bool) {
        self.key(key)
        self.value(value)
    }

    public mutating func member<Value: JSONCodable>(_ key: Int, _ value: Value) {
        self.key(key)
        value.write(to: &self)
    }

    @inlinable
    public mutating func member<Value: JSONCodable>(_ key: Int, _ value: Value?) {
        if let value { member(key, value) } else { null(key) }
    }

    @usableFromInline
    mutating func null(_ key: Int) {
        self.key(key)
        null()
    }

    public mutating func member(_ key: Int, _ value: String?) {
        if let value { member(key, value) } else { null(key) }
    }

    public mutating func optional(_ key: Int, _ value: String?) {
        if let value { member(key, value) }
    }

    public mutating func optional(_ key: Int, _ value: Int?) {
        if let value { member(key, value) }
    }

    public mutating func optional(_ key: Int, _ value: Double?) {
        if let value { member(key, value) }
    }

    public mutating func optional(_ key: Int, _ value: Bool?) {
        if let value { member(key, value) }
    }

    @inlinable
    public mutating func optional<Value: JSONCodable>(_ key: Int, _ value: Value?) {
        if let value { member(key, value) }
    }

    /// The members that no property of the struct stands for.
    public mutating func others<Value: JSONCodable>(_ members: [String: Value]) {
        writeMembers(members)
    }
}
