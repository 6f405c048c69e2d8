/// UTF-8, read scalar by scalar in either direction. What is no UTF-8 counts as U+FFFD, byte by
/// byte, and never leads outside of the buffer.
struct PatternText {
    let bytes: UnsafeBufferPointer<UInt8>

    var count: Int { bytes.count }

    /// The scalar at a place before the end, and the place behind it.
    @inline(__always)
    func scalar(at place: Int) -> (value: UInt32, end: Int) {
        let lead = bytes[place]
        return lead < 0x80 ? (UInt32(lead), place + 1) : longScalar(at: place, lead: UInt32(lead))
    }

    private func longScalar(at place: Int, lead: UInt32) -> (value: UInt32, end: Int) {
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard lead >= 0xC2, lead < 0xF5, place + length <= bytes.count else { return (0xFFFD, place + 1) }
        var value = lead & (0x7F >> UInt32(length))
        for next in place + 1..<place + length {
            let byte = UInt32(bytes[next])
            guard byte & 0xC0 == 0x80 else { return (0xFFFD, place + 1) }
            value = value << 6 | byte & 0x3F
        }
        return (value, place + length)
    }

    /// The scalar before a place behind the start, and the place where it begins.
    func scalar(before place: Int) -> (value: UInt32, start: Int) {
        var start = place - 1
        while start > 0, place - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        let found = scalar(at: start)
        return found.end == place ? (found.value, start) : (0xFFFD, place - 1)
    }
}
