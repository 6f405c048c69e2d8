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
/// Does one thing after the other, as the session asks for, and nothing else that an `OperationQueue` can. Every piece
/// of a body is reported by an operation, and an `OperationQueue` takes as long for each as for carrying its bytes.
private final class DelegateQueue: OperationQueue, @unchecked Sendable {
    private let queue = DispatchQueue(label: "typewright.session")

    override func addOperation(_ block: @escaping @Sendable () -> Void) {
        queue.async(execute: block)
    }

    override func addOperation(_ operation: Operation) {
        queue.async { operation.start() }
    }
}
#endif
