import Foundation

/// Where the session reports. On Apple systems it makes its queue itself.
func delegateQueue() -> OperationQueue? {
    #if canImport(Darwin)
    nil
    #else
    DelegateQueue()
    #endif
}

#if !canImport(Darwin)
/// Does at once what the session asks for: on the session's own queue, where it does one thing after the other, and
/// where Foundation too goes on with whoever waits in `data(for:)`. Another queue is another thread to be woken for the
/// answer, for every piece of its body and for its end.
///
/// So whoever gets a report may not call what waits for the session's queue, as cancelling a task does.
private final class DelegateQueue: OperationQueue, @unchecked Sendable {
    override func addOperation(_ block: @escaping @Sendable () -> Void) {
        block()
    }

    override func addOperation(_ operation: Operation) {
        operation.start()
    }
}
#endif
