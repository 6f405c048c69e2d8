/// Keeps what most records of a kind have nothing of out of the record: one word, where else a hundred bytes would stand
/// in every one of a large document.
///
/// Rooms are modules: only what is `@usableFromInline` and `@inlinable` in one is specialised in another. All else that is
/// generic looks its types up when the program runs.
@usableFromInline
package indirect enum Aside<Value: Sendable>: Sendable {
    case holding(Value)

    @inlinable
    package init?(_ value: Value?) {
        guard let value else { return nil }
        self = .holding(value)
    }

    @inlinable
    package var value: Value {
        switch self {
        case .holding(let value): value
        }
    }
}
