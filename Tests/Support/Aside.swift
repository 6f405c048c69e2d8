import Foundation
import Testing

/// For tests that keep a thread busy for seconds. They run on threads of their own: the pool that all tests share has a
/// thread for each core, and whoever waits there for an answer over the network would get it after all of their work, and
/// take it for an answer that did not come in time.
package struct Aside: TestTrait, SuiteTrait, TestScoping {
    package let isRecursive = true

    package func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        if #available(macOS 15, iOS 18, tvOS 18, watchOS 11, visionOS 2, *) {
            try await withTaskExecutorPreference(BusyThreads.shared, operation: function)
        } else {
            try await function()
        }
    }
}

extension Trait where Self == Aside {
    package static var aside: Self { Aside() }
}

/// Two threads that do one job after the other.
@available(macOS 15, iOS 18, tvOS 18, watchOS 11, visionOS 2, *)
private final class BusyThreads: TaskExecutor {
    static let shared = BusyThreads()

    private final class Jobs: @unchecked Sendable {
        private let condition = NSCondition()
        private var waiting: [UnownedJob] = []

        func add(_ job: UnownedJob) {
            condition.withLock { waiting.append(job) }
            condition.signal()
        }

        func next() -> UnownedJob {
            condition.withLock {
                while waiting.isEmpty { condition.wait() }
                return waiting.removeFirst()
            }
        }
    }

    private let jobs = Jobs()

    private init() {
        for _ in 0..<2 {
            let thread = Thread { [self] in
                #if canImport(Glibc)
                // Of this thread, where systems count a thread as a process: short tests go first.
                setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
                #endif
                while true { jobs.next().runSynchronously(on: asUnownedTaskExecutor()) }
            }
            thread.start()
        }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        jobs.add(UnownedJob(job))
    }
}
