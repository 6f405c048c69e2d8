/// `date-time`, `date` and `time` of RFC 3339, 5.6.
enum DateFormats {
    static func isDateTime(_ bytes: [UInt8]) -> Bool {
        var cursor = ByteCursor(bytes)
        guard takeDate(&cursor), let mark = cursor.next, mark | 0x20 == UInt8(ascii: "t") else { return false }
        cursor.index += 1
        return takeTime(&cursor) && cursor.isAtEnd
    }

    static func isDate(_ bytes: [UInt8]) -> Bool {
        var cursor = ByteCursor(bytes)
        return takeDate(&cursor) && cursor.isAtEnd
    }

    static func isTime(_ bytes: [UInt8]) -> Bool {
        var cursor = ByteCursor(bytes)
        return takeTime(&cursor) && cursor.isAtEnd
    }

    private static func takeDate(_ cursor: inout ByteCursor) -> Bool {
        guard let year = cursor.digits(4), cursor.take("-"), let month = cursor.digits(2), cursor.take("-"),
              let day = cursor.digits(2)
        else { return false }
        guard month >= 1, month <= 12, day >= 1 else { return false }
        return day <= days(of: month, in: year)
    }

    private static func days(of month: Int, in year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    private static func takeTime(_ cursor: inout ByteCursor) -> Bool {
        guard let hour = cursor.digits(2), cursor.take(":"), let minute = cursor.digits(2), cursor.take(":"),
              let second = cursor.digits(2)
        else { return false }
        guard hour <= 23, minute <= 59, second <= 60 else { return false }
        if cursor.take(".") && cursor.skipDigits() == 0 { return false }
        guard let offset = takeOffset(&cursor) else { return false }
        guard second == 60 else { return true }
        // A leap second is the last one of a day in UTC.
        let minutes = (hour * 60 + minute - offset + 2880) % 1440
        return minutes == 1439
    }

    /// In minutes east of UTC.
    private static func takeOffset(_ cursor: inout ByteCursor) -> Int? {
        guard let mark = cursor.next else { return nil }
        cursor.index += 1
        if mark | 0x20 == UInt8(ascii: "z") { return 0 }
        guard mark == UInt8(ascii: "+") || mark == UInt8(ascii: "-") else { return nil }
        guard let hour = cursor.digits(2), cursor.take(":"), let minute = cursor.digits(2), hour <= 23, minute <= 59 else { return nil }
        let minutes = hour * 60 + minute
        return mark == UInt8(ascii: "-") ? -minutes : minutes
    }
}

/// `duration`: RFC 3339, appendix A. Weeks stand alone, and no unit between two others may be left out.
enum DurationFormat {
    static func isDuration(_ bytes: [UInt8]) -> Bool {
        var cursor = ByteCursor(bytes)
        guard cursor.take("P"), !cursor.isAtEnd else { return false }
        if isWeeks(cursor) { return true }
        guard takeUnits(["Y", "M", "D"], &cursor) else { return false }
        if cursor.isAtEnd { return true }
        guard cursor.take("T"), !cursor.isAtEnd else { return false }
        return takeUnits(["H", "M", "S"], &cursor) && cursor.isAtEnd
    }

    private static func isWeeks(_ start: ByteCursor) -> Bool {
        var cursor = start
        return cursor.skipDigits() > 0 && cursor.take("W") && cursor.isAtEnd
    }

    /// Numbers with units, of which each but the first follows the one before it in the list.
    private static func takeUnits(_ units: [Unicode.Scalar], _ cursor: inout ByteCursor) -> Bool {
        var previous: Int?
        while let byte = cursor.next, byte.isDigit {
            _ = cursor.skipDigits()
            guard let unit = cursor.next, let index = units.firstIndex(where: { $0.value == UInt32(unit) }) else { return false }
            if let previous, index != previous + 1 { return false }
            previous = index
            cursor.index += 1
        }
        return true
    }
}
