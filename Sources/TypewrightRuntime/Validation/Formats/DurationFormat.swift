/// The durations of RFC 3339, appendix A. Its dates and times are `DateScanner`'s.
extension FormatScanner {
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
