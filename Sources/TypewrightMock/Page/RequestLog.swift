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
            if state.feeds.isEmpty { return }
            let event = entry.event
            state.feeds.removeAll { !$0.send(event) }
        }
    }

    /// Oldest first.
    package var entries: [Entry] { state.use(\.entries) }

    /// The entries after that number as server-sent events, and then every new one.
    func follow(after number: Int) -> Feed {
        let feed = Feed()
        state.use { state in
            // A number beyond them all is from before the server started anew.
            let isKnown = (state.entries.last?.number ?? 0) >= number
            feed.send(Array("retry: 1000\n\n".utf8) + state.entries.filter { $0.number > number || !isKnown }.flatMap(\.event))
            state.feeds.append(feed)
        }
        return feed
    }
}

extension RequestLog.Entry {
    var json: String {
        PageJSON.object([
            ("number", String(number)), ("time", PageJSON.string(time.text)), ("method", PageJSON.string(method)),
            ("target", PageJSON.string(target)), ("status", String(status)), ("milliseconds", milliseconds),
            ("operation", operation.map(PageJSON.string)),
            ("violations", PageJSON.array(violations.map { violation in
                PageJSON.object([
                    ("pointer", PageJSON.string(violation.pointer)), ("keyword", PageJSON.string(violation.keyword)),
                    ("message", PageJSON.string(violation.message)),
                ])
            })),
        ])
    }

    fileprivate var event: [UInt8] { Array("id: \(number)\nevent: request\ndata: \(json)\n\n".utf8) }

    /// With two digits behind the point.
    private var milliseconds: String {
        let (seconds, attoseconds) = duration.components
        let hundredths = seconds.multipliedReportingOverflow(by: 100_000).partialValue &+ attoseconds / 10_000_000_000_000
        let cents = String(abs(hundredths % 100))
        return "\(hundredths / 100).\(cents.utf8.count < 2 ? "0" : "")\(cents)"
    }
}
