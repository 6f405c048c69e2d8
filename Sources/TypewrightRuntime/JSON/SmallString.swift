/// Builds and reads strings of up to fifteen ASCII characters, which a `String` holds in itself, in
/// a few instructions. Calling the standard library takes three times as long, and in most documents
/// every second string is that short.
///
/// How a `String` lies in memory is fixed where Swift's ABI is, but nowhere promised. So a reader
/// looks first whether strings of all these lengths are as built here; if not, they are made
/// by the standard library.
enum SmallString {
    static let maximumCount = 15

    /// Whether strings are as built here.
    static let areAsBuilt: Bool = {
        guard MemoryLayout<String>.size == MemoryLayout<(UInt64, UInt64)>.size, othersAreAsRead else { return false }
        let letters: [UInt8] = Array("abcdefghijklmnop".utf8)
        return letters.withUnsafeBufferPointer { letters in
            (0...maximumCount).allSatisfy { count in
                let string = String(decoding: letters[..<count], as: UTF8.self)
                guard let start = letters.baseAddress else { return false }
                return withUnsafeBytes(of: string) { $0.elementsEqual(bytes(start, count)) }
            }
        }
    }()

    /// Whether strings of other characters than ASCII are as read here.
    private static var othersAreAsRead: Bool {
        let words = words(of: String(decoding: [0xC3, 0xA9], as: UTF8.self))
        return words.map { ($0.low, $0.high, $0.count) == (0xA9C3, 0xA2 &<< 56, 2) } ?? false
    }

    private static func bytes(_ start: UnsafePointer<UInt8>, _ count: Int) -> [UInt8] {
        withUnsafeBytes(of: words(start, count, masks)) { Array($0) }
    }

    /// Sixteen bytes of ones, sixteen zeros, and ones again: a mask for a number of bytes begins so many before the zeros,
    /// a mask for all others so many before the last ones. To load it is faster than to ask which of the two words ends.
    nonisolated(unsafe) static let masks: UnsafePointer<UInt8> = {
        let masks = UnsafeMutablePointer<UInt8>.allocate(capacity: 48)
        masks.initialize(repeating: 0xFF, count: 48)
        (masks + 16).update(repeating: 0, count: 16)
        return UnsafePointer(masks)
    }()

    /// Which bits of a string's words hold its first `count` bytes.
    @inline(__always)
    private static func mask(_ count: Int, _ masks: UnsafePointer<UInt8>) -> (low: UInt64, high: UInt64) {
        let mask = masks + (16 &- count)
        return (JSONReader.word(mask), JSONReader.word(mask + 8))
    }

    /// Loads sixteen bytes, whatever the count.
    @inline(__always)
    private static func words(_ start: UnsafePointer<UInt8>, _ count: Int, _ masks: UnsafePointer<UInt8>) -> (UInt64, UInt64) {
        let mask = mask(count, masks)
        let discriminator = (0xE0 | UInt64(truncatingIfNeeded: count)) &<< 56
        return (JSONReader.word(start) & mask.low, JSONReader.word(start + 8) & mask.high | discriminator)
    }

    /// The string of `count` ASCII characters, if strings are as built here.
    ///
    /// Moved and not cast: the copy that a cast makes is retained, with a call that finds nothing to do.
    @inline(__always)
    static func string(_ start: UnsafePointer<UInt8>, _ count: Int, _ masks: UnsafePointer<UInt8>) -> String {
        var words = words(start, count, masks)
        return withUnsafeMutableBytes(of: &words) { bytes in
            bytes.baseAddress.map { $0.assumingMemoryBound(to: String.self).move() } ?? ""
        }
    }

    /// Whether the bytes of a string hold no reference, where strings are as built here.
    @inline(__always)
    static func holdsNoMemory(_ bytes: UnsafeRawBufferPointer) -> Bool {
        bytes.load(fromByteOffset: 8, as: Int64.self) < 0
    }

    /// A small string as it lies in memory.
    struct Words {
        let low: UInt64
        let high: UInt64
        let count: Int
    }

    /// The words of a string of up to fifteen bytes, if it holds them in itself and strings are as built here; nil for
    /// others. One bit tells whether all are ASCII.
    @inline(__always)
    static func words(of string: String) -> Words? {
        let words = unsafeBitCast(string, to: (UInt64, UInt64).self)
        guard words.1 &>> 60 & 0xB == 0xA else { return nil }
        return Words(low: words.0, high: words.1, count: Int(truncatingIfNeeded: words.1 &>> 56 & 15))
    }
}
