/// What a handler wants sent. The server adds `Date`, the framing (`Content-Length` or chunks), `Connection`,
/// and the CORS headers; a body is left out for `HEAD`, 204 and 304.
package struct ServerAnswer: Sendable {
    package var status: Int
    package var headers: [(name: String, value: String)]
    package var body: Body
    /// How long the answer is held back. Others are served meanwhile.
    package var delay: Duration?
    package var fault: Fault?
    /// Whether scripts of other origins may read it.
    package var isForEveryOrigin = true
    /// Called on the loop when nothing more will be sent: with how it went, once.
    package var finished: (@Sendable (Outcome) -> Void)?

    package enum Body: Sendable {
        case none
        case bytes([UInt8])
        /// Each piece goes out as a chunk of its own, one per interval: server-sent events, JSON Lines.
        case pieces([[UInt8]], interval: Duration)
        /// Open-ended: whatever is sent to the feed, until it is closed.
        case feed(Feed)
    }

    /// How an answer is spoiled on purpose.
    package enum Fault: String, Sendable, Hashable, CaseIterable {
        /// The connection is reset without an answer.
        case reset
        /// The body ends in the middle, though `Content-Length` promises all of it.
        case truncate
        /// The body drips.
        case slow
        /// Bytes that are no HTTP.
        case garbage
    }

    package enum Outcome: Sendable, Hashable {
        case sent
        /// The other side went away, was too slow, or the fault asked for it.
        case brokenOff
    }

    package init(
        status: Int, headers: [(name: String, value: String)] = [], body: Body = .none, delay: Duration? = nil, fault: Fault? = nil
    ) {
        self.status = status
        self.headers = headers
        self.body = body
        self.delay = delay
        self.fault = fault
    }

    package init(status: Int, type: String, _ text: String) {
        self.init(status: status, headers: [("Content-Type", type)], body: .bytes(Array(text.utf8)))
    }
}
