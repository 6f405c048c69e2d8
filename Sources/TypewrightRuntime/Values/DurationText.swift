/// A length of time, `P1DT2H30M` (format `duration`, ISO 8601 as in RFC 3339, appendix A).
public struct DurationText: FormattedText {
    public var text: String
    public init(_ text: String) { self.text = text }

    public static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        parts(text) != nil
    }

    /// The duration, where it does not depend on the calendar: days count 24 hours, weeks
    /// seven days. Nil where there are years or months, or where the text is no duration.
    public var duration: Duration? {
        guard let parts = text.withBytes({ Self.parts($0) }) else { return nil }
        var seconds = 0
        for (count, unit) in parts {
            let length: Int
            switch unit {
            case .week: length = 604_800
            case .day: length = 86_400
            case .hour: length = 3600
            case .minute: length = 60
            case .second: length = 1
            case .year, .month: return nil
            }
            let (product, overflow) = count.multipliedReportingOverflow(by: length)
            let (sum, carry) = seconds.addingReportingOverflow(product)
            if overflow || carry { return nil }
            seconds = sum
        }
        return .seconds(seconds)
    }

    private enum Unit: Int {
        case year, month, week, day, hour, minute, second

        init?(_ byte: UInt8, inTime: Bool) {
            switch (byte, inTime) {
            case (0x59, false): self = .year
            case (0x4D, false): self = .month
            case (0x57, false): self = .week
            case (0x44, false): self = .day
            case (0x48, true): self = .hour
            case (0x4D, true): self = .minute
            case (0x53, true): self = .second
            default: return nil
            }
        }
    }

    /// `P`, then weeks alone, or units from large to small without a gap, with a `T` before
    /// hours, minutes and seconds.
    private static func parts(_ text: UnsafeBufferPointer<UInt8>) -> [(Int, Unit)]? {
        guard text.count > 2, text[0] == 0x50 else { return nil }
        var parts: [(Int, Unit)] = []
        var inTime = false
        var position = 1
        while position < text.count {
            if text[position] == 0x54 {
                guard !inTime else { return nil }
                inTime = true
                position += 1
            }
            guard let (count, next) = digits(text, position), next < text.count,
                let unit = Unit(text[next], inTime: inTime), follows(unit, parts.last?.1)
            else { return nil }
            parts.append((count, unit))
            position = next + 1
        }
        guard let last = parts.last, last.1 != .week || parts.count == 1 else { return nil }
        return !inTime || last.1.rawValue >= Unit.hour.rawValue ? parts : nil
    }

    /// "P1Y2D" is none: a unit may only be left out at the ends of date and time.
    private static func follows(_ unit: Unit, _ last: Unit?) -> Bool {
        guard let last else { return true }
        if last == .week || unit == .week { return false }
        if unit.rawValue >= Unit.hour.rawValue, last.rawValue < Unit.hour.rawValue { return true }
        let step = last == .month ? 2 : 1
        return unit.rawValue == last.rawValue + step
    }

    private static func digits(_ text: UnsafeBufferPointer<UInt8>, _ from: Int) -> (Int, Int)? {
        var position = from
        var value = 0
        while position < text.count, let digit = JSONReader.digit(text[position]) {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            value = overflow || product > Int.max - 9 ? Int.max - 9 : product + Int(digit)
            position += 1
        }
        return position == from ? nil : (value, position)
    }
}
