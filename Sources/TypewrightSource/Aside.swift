/// Keeps what most records of a kind have nothing of out of the record: one word, where else a hundred bytes would stand
/// in every one of a large document.
package final class Aside<Value: Sendable>: Sendable {
    package let value: Value

    @inlinable
    package init?(_ value: Value?) {
        guard let value else { return nil }
        self.value = value
    }
}
