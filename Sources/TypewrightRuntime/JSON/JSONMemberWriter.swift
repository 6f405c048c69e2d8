/// What generated code writes the members of an object with. Keys are given by their index in
/// `jsonKeys`; what is `optional` is not written when it is nil, what is `nullable` is then
/// written as `null`.
///
/// It stands for a `JSONWriter` as `JSONMemberReader` does for a reader, and for its reasons.
public struct JSONMemberWriter: @unchecked Sendable {
    // `@unchecked`: the pointer is good during a call only, and there is no second one at the
    // same time.
    @usableFromInline let writer: UnsafeMutablePointer<JSONWriter>

    @inline(__always)
    init(_ writer: UnsafeMutablePointer<JSONWriter>) {
        self.writer = writer
    }

    public func string(_ key: Int, _ value: String) {
        JSONWriter.member(writer, key, value)
    }

    public func string(_ key: Int, optional value: String?) {
        if let value { string(key, value) }
    }

    public func string(_ key: Int, nullable value: String?) {
        if let value { string(key, value) } else { null(key) }
    }

    public func int(_ key: Int, _ value: Int) {
        writer.pointee.key(key)
        writer.pointee.value(value)
    }

    public func int(_ key: Int, optional value: Int?) {
        if let value { int(key, value) }
    }

    public func double(_ key: Int, _ value: Double) {
        writer.pointee.key(key)
        writer.pointee.value(value)
    }

    public func double(_ key: Int, optional value: Double?) {
        if let value { double(key, value) }
    }

    public func bool(_ key: Int, _ value: Bool) {
        writer.pointee.key(key)
        writer.pointee.putBoolean(value)
    }

    public func bool(_ key: Int, optional value: Bool?) {
        if let value { bool(key, value) }
    }

    public func value<Value: JSONCodable>(_ key: Int, _ value: Value) {
        writer.pointee.key(key)
        value.write(to: &writer.pointee)
    }

    @inlinable
    public func value<Value: JSONCodable>(_ key: Int, optional value: Value?) {
        if let value { self.value(key, value) }
    }

    @inlinable
    public func value<Value: JSONCodable>(_ key: Int, nullable value: Value?) {
        if let value { self.value(key, value) } else { null(key) }
    }

    /// The members that no property of the struct stands for.
    public func others<Value: JSONCodable>(_ members: [String: Value]) {
        writer.pointee.writeMembers(members)
    }

    @usableFromInline
    func null(_ key: Int) {
        writer.pointee.key(key)
        writer.pointee.putNull()
    }
}
