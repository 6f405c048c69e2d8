// Text is read where it stands, without a copy. Only its last part is copied, to have zeros
// behind it.
//
// In the text itself scans must find something that stops them. That is a quote with no
// backslash before it: it ends strings, and neither white space nor numbers nor names that are
// compared go past it. Let there be four such quotes near the end of the text. A member that
// begins before the first of them has its name begin at the first or earlier, and end at the
// second; its value begins at the third and, unless it is an array or object, ends at the
// fourth. So it is enough if each member and each element begins with a look at the cursor:
// from the first quote on, the cursor moves to the copy.
extension JSONReader {
    /// How many bytes are copied at most, with the zeros.
    static let tailLimit = 1024

    /// Where the copy has to begin; nil where there are no such quotes, and for short texts.
    static func tailOffset(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard bytes.count > tailLimit else { return nil }
        // Behind the last quote, words are loaded without a look at what they hold.
        var offset = bytes.count - 2 * padding
        let first = bytes.count - tailLimit + padding
        var quotes = 0
        while offset > first {
            offset -= 1
            guard bytes[offset] == 0x22, bytes[offset - 1] != 0x5C else { continue }
            quotes += 1
            if quotes == 4 { return offset }
        }
        return nil
    }

    /// Moves on to the copy if the text is about to end.
    @inline(__always)
    mutating func watchTail() {
        if at >= tailStart { moveToTail() }
    }

    @inline(never)
    private mutating func moveToTail() {
        at = tail + (at - tailStart)
        tailStart = Self.never
    }

    /// No cursor reaches it.
    static var never: UnsafePointer<UInt8> {
        UnsafePointer(bitPattern: UInt.max).unsafelyUnwrapped
    }

    /// A place to come back to.
    struct Place {
        fileprivate let at: UnsafePointer<UInt8>
        fileprivate let tailStart: UnsafePointer<UInt8>
        fileprivate let levels: Int
    }

    var place: Place { Place(at: at, tailStart: tailStart, levels: levels) }

    mutating func goBack(to place: Place) {
        at = place.at
        tailStart = place.tailStart
        levels = place.levels
    }

    /// How far into the text a place is.
    func offset(of place: UnsafePointer<UInt8>) -> Int {
        if place >= tail && place <= end { return count - (end - place) }
        return place - start
    }
}
