/// The last requests and what was wrong with them: whoever answers adds, the page and its feeds read.
package final class RequestLog: Sendable {
    package struct Entry: Sendable {
        /// That of the `ServerRequest`.
        package var number: Int
        package var time: Moment
        package var method: String
        /// As sent, undecoded.
        package var target: String
        package var status: Int
        package var duration: Duration
        /// The `operationId`, else `GET /pets/{id}`; `nil` where no operation was meant.
        package var operation: String?
        package var violations: [Violation]

        package init(
            number: Int, time: Moment, method: String, target: String, status: Int, duration: Duration,
            operation: String? = nil, violations: [Violation] = []
        ) {
            self.number = number
            self.time = time
            self.method = method
            self.target = target
            self.status = status
            self.duration = duration
            self.operation = operation
            self.violations = violations
        }
    }

    package struct Violation: Sendable, Hashable {
        /// Where in the request: `/body/name`, `/query/limit`.
        package var pointer: String
        /// What rule it broke: `required`, `maximum`, …
        package var keyword: String
        package var message: String

        package init(pointer: String, keyword: String, message: String) {
            self.pointer = pointer
            self.keyword = keyword
            self.message = message
        }
    }

    private struct State {
        var entries: [Entry] = []
        var feeds: [Feed] = []
    }

    private let state = Locked(State())
    private let capacity: Int

    package init(capacity: Int = 200) { self.capacity = max(1, capacity) }

    package func add(_ entry: Entry) {
        state.use { state in
            if state.entries.count >= capacity { state.entries.removeFirst(state.entries.count - capacity + 1) }
            state.entries.append(entry)
        }
    }

    /// Oldest first.
    package var entries: [Entry] { state.use(\.entries) }
}
