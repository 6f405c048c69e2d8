/// What generated code reads the value of a member with, into the property it is given.
///
/// It stands for a `JSONReader`, which cannot be copied. To the compiler this is a value like
/// any other: it need not follow on every path of every generated function that a reader is
/// lent and given back, which took an eighth of its time. And each kind of value has a method
/// of its own, for of fifteen overloads the type checker tries each for each property.
public struct JSONMemberReader: @unchecked Sendable {
    // `@unchecked`: the pointer is good during a call only, and there is no second one at the
    // same time.
    @usableFromInline let reader: UnsafeMutablePointer<JSONReader>
    /// The index of the member's key in `jsonKeys`, for `.beyond`.
    public let index: Int

    @inline(__always)
    init(_ reader: UnsafeMutablePointer<JSONReader>, index: Int = -1) {
        self.reader = reader
        self.index = index
    }

    public func string(_ value: inout String) { reader.pointee.read(&value) }
    public func string(_ value: inout String?) { reader.pointee.read(&value) }
    public func int(_ value: inout Int) { reader.pointee.read(&value) }
    public func int(_ value: inout Int?) { reader.pointee.read(&value) }
    public func double(_ value: inout Double) { reader.pointee.read(&value) }
    public func double(_ value: inout Double?) { reader.pointee.read(&value) }
    public func bool(_ value: inout Bool) { reader.pointee.read(&value) }
    public func bool(_ value: inout Bool?) { reader.pointee.read(&value) }
    public func json(_ value: inout JSONValue) { reader.pointee.read(&value) }
    public func json(_ value: inout JSONValue?) { reader.pointee.read(&value) }

    public func value<Value: JSONCodable>(_ value: inout Value) { reader.pointee.read(&value) }

    // Those for optionals and collections are inlinable: where `Value` is known, an optional
    // of it costs nothing, while unspecialised code has to look up the metadata of `Value?`
    // each time, for more than reading a short string.

    @inlinable
    public func value<Value: JSONCodable>(_ value: inout Value?) { reader.pointee.read(&value) }

    /// `null` is kept apart from absent.
    @inlinable
    public func nullable<Value: JSONCodable>(_ value: inout Nullable<Value>?) { reader.pointee.read(&value) }

    public func nullable<Value: JSONCodable>(_ value: inout Indirect<Nullable<Value>>?) { reader.pointee.read(&value) }

    @inlinable
    public func array<Value: JSONCodable>(_ value: inout [Value]) { reader.pointee.read(&value) }

    @inlinable
    public func array<Value: JSONCodable>(_ value: inout [Value]?) { reader.pointee.read(&value) }

    public func map<Value: JSONCodable>(_ value: inout [String: Value]) { reader.pointee.read(&value) }

    @inlinable
    public func map<Value: JSONCodable>(_ value: inout [String: Value]?) { reader.pointee.read(&value) }

    /// Adds a member that is not in `jsonKeys`, key and value.
    public func other<Value: JSONCodable>(_ members: inout [String: Value]) {
        if let key = reader.pointee.nameOfOther { members[key] = reader.pointee.value(as: Value.self) }
    }

    public func other(_ members: inout JSONMembers) {
        if let key = reader.pointee.nameOfOther { members[key] = reader.pointee.value(as: JSONValue.self) }
    }
}
