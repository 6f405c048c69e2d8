/// At most so many requests in a second, a minute or an hour: `5/s`.
package struct RateLimit: Sendable, Hashable, CustomStringConvertible {
    package let count: Int
    package let seconds: Int

    /// `5`, `5/s`, `100/m`, `1000/h`; `nil` for anything else.
    package init?(_ text: String) {
        let halves = text.cut(at: UInt8(ascii: "/"))
        guard let count = Int(halves?.before ?? text[...]), (1...1_000_000).contains(count) else { return nil }
        switch halves?.after {
        case nil, "s": seconds = 1
        case "m": seconds = 60
        case "h": seconds = 3600
        default: return nil
        }
        self.count = count
    }

    /// `5 requests in a second`
    package var description: String {
        let time = switch seconds {
        case 1: "a second"
        case 60: "a minute"
        default: "an hour"
        }
        return "\(count) \(count == 1 ? "request" : "requests") in \(time)"
    }
}

/// Counts the requests of the current window.
struct RateCounter {
    let limit: RateLimit
    private var start: Moment?
    private var count = 0

    init(_ limit: RateLimit) { self.limit = limit }

    /// How many seconds to wait; `nil` for a request that is within the limit.
    mutating func refusal(at now: Moment) -> Int? {
        let isNew = start.map { now.seconds - $0.seconds >= Int64(limit.seconds) && (now.seconds - $0.seconds > Int64(limit.seconds) || now.nanoseconds >= $0.nanoseconds) } ?? true
        if isNew {
            start = now
            count = 0
        }
        count += 1
        guard count > limit.count, let start else { return nil }
        let passed = Double(now.seconds - start.seconds) + Double(now.nanoseconds - start.nanoseconds) / 1e9
        return max(1, Int((Double(limit.seconds) - passed).rounded(.up)))
    }
}
