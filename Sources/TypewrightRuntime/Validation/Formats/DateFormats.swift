/// RFC 3339: `date-time`, `full-date`, `full-time`, and the durations of its appendix A.
extension FormatScanner {
    mutating func takeDateTime() -> Bool {
        takeDate() && take { $0 | 0x20 == 0x74 } && takeTime()
    }

    mutating func takeDate() -> Bool {
        guard let year = number(digits: 4), take(0x2D), let month = number(digits: 2), take(0x2D), let day = number(digits: 2)
        else { return false }
        guard month >= 1, month <= 12, day >= 1 else { return false }
        return day <= Self.days(in: month, of: year)
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    mutating func takeTime() -> Bool {
        guard let hour = number(digits: 2), take(0x3A), let minute = number(digits: 2), take(0x3A), let second = number(digits: 2)
        else { return false }
        guard hour <= 23, minute <= 59, second <= 60 else { return false }
        if take(0x2E), takeAll(Bytes.isDigit) == 0 { return false }
        guard let offset = takeOffset() else { return false }
        // Leap seconds are inserted at the end of a day in universal time.
        return second < 60 || (hour * 60 + minute - offset + 1440) % 1440 == 1439
    }

    /// In minutes.
    private mutating func takeOffset() -> Int? {
        if take({ $0 | 0x20 == 0x7A }) { return 0 }
        let isNegative = next == 0x2D
        guard take({ $0 == 0x2B || $0 == 0x2D }), let hours = number(digits: 2), take(0x3A), let minutes = number(digits: 2),
              hours <= 23, minutes <= 59
        else { return nil }
        return (isNegative ? -1 : 1) * (hours * 60 + minutes)
    }

    // MARK: Durations

    /// Years lead to months, months to days; none may be left out between two. Weeks stand alone.
    mutating func takeDuration() -> Bool {
        guard take(0x50) else { return false }
        if next == 0x54 { return takeTimePart() }
        guard takeAll(Bytes.isDigit) > 0 else { return false }
        if take(0x57) { return true }
        guard takeUnits("YMD") else { return false }
        return next == 0x54 ? takeTimePart() : true
    }

    private mutating func takeTimePart() -> Bool {
        guard take(0x54), takeAll(Bytes.isDigit) > 0 else { return false }
        return takeUnits("HMS")
    }

    /// After the digits of the first: a run of neighbouring units.
    private mutating func takeUnits(_ units: StaticString) -> Bool {
        units.withUTF8Buffer { units in
            guard var place = units.firstIndex(of: next) else { return false }
            at += 1
            while place + 1 < units.count, Bytes.isDigit(next) {
                takeAll(Bytes.isDigit)
                place += 1
                guard take(units[place]) else { return false }
            }
            return true
        }
    }
}
