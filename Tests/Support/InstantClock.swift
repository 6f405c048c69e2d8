/// A clock on which every pause ends at once, and which knows how long each was.
package final class InstantClock: Clock, @unchecked Sendable {
    package struct Instant: InstantProtocol {
        package var offset: Duration
        package func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        package func duration(to other: Instant) -> Duration { other.offset - offset }
        package static func < (a: Instant, b: Instant) -> Bool { a.offset < b.offset }
    }

    package let pauses = Pauses()
    // Never moves: a pause is measured from here.
    package let now = Instant(offset: .zero)
    package let minimumResolution = Duration.nanoseconds(1)

    package init() {}

    package func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        try Task.checkCancellation()
        await pauses.note(deadline.offset)
    }

    package actor Pauses {
        package private(set) var all: [Duration] = []
        func note(_ pause: Duration) { all.append(pause) }
    }
}
