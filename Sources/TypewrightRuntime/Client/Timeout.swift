struct TimeLimitReached: Error {}

/// How long the program has known the continuous clock. An instant of that clock would do for a deadline, but the size of
/// its type is looked up when the program runs, and with it that of every request.
package enum SteadyTime {
    private static let start = ContinuousClock.now

    package static var now: Duration { start.duration(to: .now) }
}

/// Does the work, and cancels it if it takes longer than the limit.
func withTimeout<Value: Sendable>(
    _ limit: Duration?, _ clock: any Clock<Duration>, _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value {
    guard let limit else { return try await work() }
    return try await withThrowingTaskGroup(of: Value?.self) { group in
        group.start { try await work() }
        group.start {
            try await clock.sleep(for: limit)
            return nil
        }
        defer { group.cancelAll() }
        guard let first = try await group.next(), let value = first else { throw TimeLimitReached() }
        return value
    }
}

extension ThrowingTaskGroup where Failure == any Error {
    /// Adds a task and begins it here, where that can be had: another thread would have to be woken for it, which takes
    /// longer than all that these do until they wait.
    fileprivate mutating func start(_ operation: @escaping @Sendable () async throws -> ChildTaskResult) {
        #if compiler(>=6.2)
        if #available(macOS 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *) {
            addImmediateTask(operation: operation)
            return
        }
        #endif
        addTask(operation: operation)
    }
}
