struct TimeLimitReached: Error {}

/// Does the work, and cancels it if it takes longer than the limit.
func withTimeout<Value: Sendable>(
    _ limit: Duration?, _ clock: any Clock<Duration>, _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value {
    guard let limit else { return try await work() }
    return try await withThrowingTaskGroup(of: Value?.self) { group in
        group.addTask { try await work() }
        group.addTask {
            try await clock.sleep(for: limit)
            return nil
        }
        defer { group.cancelAll() }
        guard let first = try await group.next(), let value = first else { throw TimeLimitReached() }
        return value
    }
}
