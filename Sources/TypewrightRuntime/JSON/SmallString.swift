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
        guard MemoryLayout<String>.size == MemoryLayout<(UInt64, UInt64)>.size else { return false }
        let letters: [UInt8] = Array("abcdefghijklmnop".utf8)
        return letters.withUnsafeBufferPointer { letters in
            (0...maximumCount).allSatisfy { count in
                let string = String(decoding: letters[..<count], as: UTF8.self)
                guard let start = letters.baseAddress else { return false }
                return withUnsafeBytes(of: string) { $0.elementsEqual(bytes(start, count)) }
            }
        }
    }()

    private static func bytes(_ start: UnsafePointer<UInt8>, _ count: Int) -> [UInt8] {
        withUnsafeBytes(of: words(start, count)) { Array($0) }
    }

    /// Loads sixteen bytes, whatever the count.
    @inline(__always)
    private static func words(_ start: UnsafePointer<UInt8>, _ count: Int) -> (UInt64, UInt64) {
        let words = Words(low: JSONReader.word(start), high: JSONReader.word(start + 8), count: count)
        let discriminator = (0xE0 | UInt64(truncatingIfNeeded: count)) &<< 56
        return (words.low & words.lowMask, words.high & words.highMask | discriminator)
    }

    /// The string of `count` ASCII characters, if strings are as built here.
    ///
    /// Moved and not cast: the copy that a cast makes is retained, with a call that finds nothing to do.
    @inline(__always)
    static func string(_ start: UnsafePointer<UInt8>, _ count: Int) -> String {
        var words = words(start, count)
        return withUnsafeMutableBytes(of: &words) { bytes in
            bytes.baseAddress.map { $0.assumingMemoryBound(to: String.self).move() } ?? ""
        }
    }

    /// A small string as it lies in memory.
    struct Words {
        let low: UInt64
        let high: UInt64
        let count: Int

        /// Which bits of the words belong to the string.
        @inline(__always) var lowMask: UInt64 { count >= 8 ? .max : (1 &<< UInt64(truncatingIfNeeded: count &* 8)) &- 1 }
        @inline(__always) var highMask: UInt64 { count <= 8 ? 0 : (1 &<< UInt64(truncatingIfNeeded: count &* 8 &- 64)) &- 1 }
    }

    /// The words of a string of up to fifteen ASCII characters, if it holds them in itself and strings
    /// are as built here; nil for others.
    @inline(__always)
    static func words(of string: String) -> Words? {
        let words = unsafeBitCast(string, to: (UInt64, UInt64).self)
        guard words.1 &>> 60 == 0xE else { return nil }
        return Words(low: words.0, high: words.1, count: Int(truncatingIfNeeded: words.1 &>> 56 & 15))
    }
}
