/// Reads dates and times as RFC 3339 spells them.
struct DateScanner {
    private let text: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
    }

    var isAtEnd: Bool { position == text.count }

    struct Day {
        var year = 0
        var month = 0
        var day = 0
    }

    struct Time {
        var hour = 0
        var minute = 0
        var second = 0
        var fraction = 0.0
        var offsetMinutes = 0
    }

    struct Moment {
        let day: Day
        let time: Time

        var secondsSince1970: Double {
            let minutes = (DateScanner.daysSince1970(day) * 24 + time.hour) * 60 + time.minute - time.offsetMinutes
            return Double(minutes * 60 + time.second) + time.fraction
        }
    }

    // MARK: - The grammar

    mutating func dateTime() -> Moment? {
        guard let day = date(), take(0x54) || take(0x74), let time = time() else { return nil }
        return Moment(day: day, time: time)
    }

    mutating func date() -> Day? {
        guard let year = digits(4), take(0x2D), let month = digits(2), take(0x2D), let day = digits(2),
            month >= 1, month <= 12, day >= 1, day <= Self.days(inMonth: month, year)
        else { return nil }
        return Day(year: year, month: month, day: day)
    }

    mutating func time() -> Time? {
        var time = Time()
        guard let hour = digits(2), take(0x3A), let minute = digits(2), take(0x3A), let second = digits(2),
            hour < 24, minute < 60, second <= 60
        else { return nil }
        (time.hour, time.minute, time.second) = (hour, minute, second)
        if take(0x2E) {
            guard let fraction = fraction() else { return nil }
            time.fraction = fraction
        }
        guard let offset = offset() else { return nil }
        time.offsetMinutes = offset
        // "Leap seconds cannot be inserted" elsewhere than at the end of a day in UTC
        // (RFC 3339, appendix D).
        let minuteOfDay = (hour * 60 + minute - offset + 2 * 1440) % 1440
        if second == 60, minuteOfDay != 1439 { return nil }
        return time
    }

    private mutating func offset() -> Int? {
        if take(0x5A) || take(0x7A) { return 0 }
        let isNegative = take(0x2D)
        guard isNegative || take(0x2B), let hours = digits(2), take(0x3A), let minutes = digits(2),
            hours < 24, minutes < 60
        else { return nil }
        return (hours * 60 + minutes) * (isNegative ? -1 : 1)
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < text.count, text[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func digits(_ count: Int) -> Int? {
        guard position + count <= text.count else { return nil }
        var value = 0
        for _ in 0..<count {
            guard let digit = JSONReader.digit(text[position]) else { return nil }
            value = value * 10 + Int(digit)
            position += 1
        }
        return value
    }

    private mutating func fraction() -> Double? {
        let first = position
        var numerator = 0.0
        var denominator = 1.0
        while position < text.count, let digit = JSONReader.digit(text[position]) {
            if position - first < 15 {
                numerator = numerator * 10 + Double(digit)
                denominator *= 10
            }
            position += 1
        }
        return position == first ? nil : numerator / denominator
    }

    // MARK: - The calendar

    static func days(inMonth month: Int, _ year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days in the proleptic Gregorian calendar. Years are counted from March, so that the
    /// leap day is the last of its year.
    static func daysSince1970(_ date: Day) -> Int {
        let year = date.month > 2 ? date.year : date.year - 1
        let monthsSinceMarch = (date.month + 9) % 12
        let dayOfYear = (monthsSinceMarch * 153 + 2) / 5 + date.day - 1
        let leapDays = floorDivide(year, 4) - floorDivide(year, 100) + floorDivide(year, 400)
        return year * 365 + leapDays + dayOfYear - 719_468
    }

    static func day(daysSince1970 days: Int) -> Day {
        let shifted = days + 719_468
        let era = floorDivide(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100)
        let monthsSinceMarch = (dayOfYear * 5 + 2) / 153
        let month = monthsSinceMarch < 10 ? monthsSinceMarch + 3 : monthsSinceMarch - 9
        return Day(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
            month: month,
            day: dayOfYear - (monthsSinceMarch * 153 + 2) / 5 + 1
        )
    }

    private static func floorDivide(_ a: Int, _ b: Int) -> Int {
        a >= 0 ? a / b : -((-a + b - 1) / b)
    }

    // MARK: - Writing

    static func text(secondsSince1970 seconds: Double) -> String {
        // The years 0000 to 9999, which are all that the format can write.
        let clamped = min(max(seconds.isNaN ? 0 : seconds, -62_167_219_200), 253_402_300_799)
        var whole = Int(clamped)
        if Double(whole) > clamped { whole -= 1 }
        var nanoseconds = Int((clamped - Double(whole)) * 1e9 + 0.5)
        // A `Double` of these days tells microseconds apart, not nanoseconds.
        nanoseconds = (nanoseconds + 50) / 100 * 100
        if nanoseconds >= 1_000_000_000 {
            whole += 1
            nanoseconds = 0
        }
        let days = floorDivide(whole, 86_400)
        let second = whole - days * 86_400
        let date = day(daysSince1970: days)
        var text = padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2)
        text += "T" + padded(second / 3600, 2) + ":" + padded(second / 60 % 60, 2) + ":" + padded(second % 60, 2)
        if nanoseconds > 0 {
            var fraction = padded(nanoseconds, 9)
            while fraction.last == "0" { fraction.removeLast() }
            text += "." + fraction
        }
        return text + "Z"
    }

    static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(width - digits.count, 0)) + digits
    }
}
