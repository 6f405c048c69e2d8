/// Seconds since 1970 of an HTTP date (RFC 9110, 5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`, and the two
/// obsolete forms `Sunday, 06-Nov-94 08:49:37 GMT` and `Sun Nov  6 08:49:37 1994`.
func secondsSince1970(httpDate text: String) -> Int? {
    let words = text.utf8.split { $0 == 0x20 || $0 == 0x2C || $0 == 0x2D }.map { String(Substring($0)) }
    let parts: (day: String, month: String, year: String, time: String)
    if words.count == 6 {
        parts = (words[1], words[2], words[3], words[4])
    } else if words.count == 5 {
        parts = (words[2], words[1], words[4], words[3])
    } else {
        return nil
    }
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    guard let monthIndex = months.firstIndex(of: parts.month), let day = Int(parts.day), 1...31 ~= day,
        var year = Int(parts.year), 0...9999 ~= year, let time = secondsOfDay(parts.time)
    else { return nil }
    if parts.year.utf8.count == 2 { year += year < 70 ? 2000 : 1900 }
    return daysSince1970(year: year, month: monthIndex + 1, day: day) * 86_400 + time
}

private func secondsOfDay(_ text: String) -> Int? {
    let fields = text.utf8.split(separator: 0x3A, omittingEmptySubsequences: false).map { Int(String(Substring($0))) }
    guard fields.count == 3, let hour = fields[0], let minute = fields[1], let second = fields[2],
        0...23 ~= hour, 0...59 ~= minute, 0...60 ~= second
    else { return nil }
    return hour * 3600 + minute * 60 + second
}

/// Days of the proleptic Gregorian calendar, counted in years that begin in March, so that the leap day
/// comes last.
private func daysSince1970(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let monthFromMarch = (month + 9) % 12
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let leapDays = year / 4 - year / 100 + year / 400
    return 365 * year + leapDays + dayOfYear - 719_468
}
