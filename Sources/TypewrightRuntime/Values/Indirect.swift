/// Stores a value elsewhere, so that a struct can contain itself.
///
/// Not a property wrapper: the storage that the compiler makes for one is refused in a
/// `nonisolated` struct.
public struct Indirect<Value: Sendable>: Sendable {
    private final class Box: Sendable {
        let value: Value
        init(_ value: Value) { self.value = value }
    }

    private var box: Box

    public init(_ value: Value) {
        box = Box(value)
    }

    public var value: Value {
        get { box.value }
        set { box = Box(newValue) }
    }
}
