#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// Nanoseconds of the clock that nobody sets: what deadlines are counted in.
struct Ticks: Comparable, Hashable, Sendable {
    var nanoseconds: Int64

    static var now: Ticks {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Ticks(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
    }

    static let never = Ticks(nanoseconds: .max)

    static func < (one: Ticks, other: Ticks) -> Bool { one.nanoseconds < other.nanoseconds }

    /// A wait longer than the clock can tell never ends.
    static func + (one: Ticks, wait: Duration) -> Ticks {
        let (seconds, attoseconds) = wait.components
        let (scaled, isTooLong) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        guard !isTooLong else { return seconds < 0 ? one : never }
        let (sum, overflows) = one.nanoseconds.addingReportingOverflow(scaled)
        guard !overflows, sum < Int64.max - 1_000_000_000 else { return never }
        return Ticks(nanoseconds: sum + attoseconds / 1_000_000_000)
    }

    /// How long to wait from `now`, rounded up so that it has passed afterwards; -1 for good.
    func milliseconds(from now: Ticks) -> Int32 {
        if self == .never { return -1 }
        if self <= now { return 0 }
        return Int32(clamping: (nanoseconds - now.nanoseconds + 999_999) / 1_000_000)
    }
}

/// When to look after which connection: the earliest first.
struct TimerHeap {
    private(set) var entries: [(time: Ticks, id: UInt64)] = []

    var first: (time: Ticks, id: UInt64)? { entries.first }

    init(_ entries: [(time: Ticks, id: UInt64)] = []) {
        for entry in entries { add(entry.time, entry.id) }
    }

    mutating func add(_ time: Ticks, _ id: UInt64) {
        entries.append((time, id))
        var child = entries.count - 1
        while child > 0, entries[child].time < entries[(child - 1) / 2].time {
            entries.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func removeFirst() {
        guard let last = entries.popLast(), !entries.isEmpty else { return }
        entries[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < entries.count && entries[child].time < entries[least].time {
                least = child
            }
            if least == parent { return }
            entries.swapAt(parent, least)
            parent = least
        }
    }
}
