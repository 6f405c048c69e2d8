#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// A point in time, for people and headers: what the clock on the wall says.
package struct Moment: Sendable, Hashable, Comparable {
    /// Since 1970, UTC.
    package var seconds: Int64
    package var nanoseconds: Int64

    package init(seconds: Int64, nanoseconds: Int64 = 0) {
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    package static var now: Moment {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Moment(seconds: Int64(time.tv_sec), nanoseconds: Int64(time.tv_nsec))
    }

    package static func < (one: Moment, other: Moment) -> Bool {
        (one.seconds, one.nanoseconds) < (other.seconds, other.nanoseconds)
    }

    /// `2026-03-01T09:30:05.123Z`.
    package var text: String {
        let date = calendar
        return "\(padded(date.year, 4))-\(padded(date.month))-\(padded(date.day))T\(clock)"
            + ".\(padded(Int(nanoseconds / 1_000_000), 3))Z"
    }

    /// As the `Date` header wants it: `Sun, 01 Mar 2026 09:30:05 GMT`.
    package var httpDate: String {
        let date = calendar
        let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let day = days[Int((wholeDays % 7 + 7) % 7)]
        return "\(day), \(padded(date.day)) \(months[date.month - 1]) \(padded(date.year, 4)) \(clock) GMT"
    }

    /// Since 1970, rounded down.
    private var wholeDays: Int64 { (seconds - (seconds % 86400 + 86400) % 86400) / 86400 }

    private var clock: String {
        let second = Int((seconds % 86400 + 86400) % 86400)
        return "\(padded(second / 3600)):\(padded(second / 60 % 60)):\(padded(second % 60))"
    }

    /// The Gregorian date, by counting years from March: then the leap day comes last.
    private var calendar: (year: Int, month: Int, day: Int) {
        let days = Int(wholeDays) + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    private func padded(_ number: Int, _ width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
