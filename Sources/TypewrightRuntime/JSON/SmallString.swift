/// Builds strings of up to fifteen ASCII characters, which a `String` holds in itself, in a few
/// instructions. Calling the standard library takes three times as long, and in most documents
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
        let bits = UInt64(truncatingIfNeeded: count) &* 8
        let low = count >= 8 ? UInt64.max : (1 &<< bits) &- 1
        let high = count <= 8 ? 0 : (1 &<< (bits &- 64)) &- 1
        let discriminator = (0xE0 | UInt64(truncatingIfNeeded: count)) &<< 56
        return (JSONReader.word(start) & low, JSONReader.word(start + 8) & high | discriminator)
    }

    /// The string of `count` ASCII characters, if strings are as built here.
    @inline(__always)
    static func string(_ start: UnsafePointer<UInt8>, _ count: Int) -> String {
        unsafeBitCast(words(start, count), to: String.self)
    }
}
