/// Stores a value elsewhere, so that a struct can contain itself, and so that one that holds many large ones is
/// small: what the compiler makes to copy and destroy a struct grows with all that it holds in place.
///
/// Not a property wrapper: the storage that the compiler makes for one is refused in a
/// `nonisolated` struct.
public struct Indirect<Value: JSONCodable>: JSONCodable, Hashable, Codable {
    private final class Box: Sendable {
        let value: Value
        init(_ value: Value) { self.value = value }
    }

    private var box: Box

    public init(_ value: Value) {
        box = Box(value)
    }

    /// Nothing is stored for nil.
    public init?(optional value: Value?) {
        guard let value else { return nil }
        box = Box(value)
    }

    public var value: Value {
        get { box.value }
        set { box = Box(newValue) }
    }

    public init(_ blank: JSONBlank) {
        self.init(Value(blank))
    }

    public mutating func read(from reader: inout JSONReader) {
        var value = Value(JSONBlank())
        value.read(from: &reader)
        self.value = value
    }

    public func write(to writer: inout JSONWriter) {
        value.write(to: &writer)
    }

    public static func check(_ c: JSONChecker) {
        Value.check(c)
    }
}

extension JSONReader {
    /// `null` is kept apart from absent.
    public mutating func read<Value: JSONCodable>(_ value: inout Indirect<Nullable<Value>>?) {
        var stored: Nullable<Value>?
        read(&stored)
        value = Indirect(optional: stored)
    }
}
