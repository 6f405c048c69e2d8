#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Builds strings that are too long for a `String` to hold them in itself, with the memory they lie in. The standard
/// library goes through eight functions for each.
///
/// As for `SmallString`, strings of the standard library are first compared with what would be built here, word by word.
/// Where anything differs, it makes them all. What cannot be compared is that the memory of all objects comes from `malloc`
/// and goes to `free`: that holds on Linux, where the library comes with the compiler, in the versions that were looked
/// at. With any other the standard library makes all strings, until somebody has looked.
enum LongString {
    /// What the memory begins with: the type of the object, its references, its capacity and once more the count. The
    /// bytes follow.
    private static let headerSize = 32
    /// One reference, as an object has it that has just been made.
    private static let references: UInt64 = 3
    private static let flags: UInt64 = 0x3000_0000_0000_0000
    private static let asciiFlags: UInt64 = 0xF000_0000_0000_0000

    /// The type of the objects that hold the bytes; 0 where strings are not as built here.
    static let type: UInt64 = {
        #if os(Linux) && compiler(<6.4)
        guard MemoryLayout<String>.size == MemoryLayout<(UInt64, UInt64)>.size else { return 0 }
        let type = typeOfString(16, 0x61)
        for count in [17, 31, 62, 63, 64, 65, 79, 80, 200] where typeOfString(count, 0x61) != type { return 0 }
        return typeOfString(40, nil) == type ? type : 0
        #else
        return 0
        #endif
    }()

    /// The string of bytes that are known to be valid UTF-8; nil if it has to be made by the standard library.
    @inline(__always)
    static func string(_ bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool, _ type: UInt64) -> String? {
        #if os(Linux) && compiler(<6.4)
        let count = bytes.count
        guard type != 0, count > SmallString.maximumCount, let start = bytes.baseAddress else { return nil }
        let size = size(count, alignment: 8)
        guard let object = malloc(size) else { return nil }
        let countAndFlags = UInt64(truncatingIfNeeded: count) | (isASCII ? asciiFlags : flags)
        object.storeBytes(of: type, as: UInt64.self)
        object.storeBytes(of: references, toByteOffset: 8, as: UInt64.self)
        object.storeBytes(of: capacity(count, size), toByteOffset: 16, as: UInt64.self)
        object.storeBytes(of: countAndFlags, toByteOffset: 24, as: UInt64.self)
        // No notes. Where there is no place for them, it is one that nobody looks at, or that of the last bytes.
        object.storeBytes(of: 0, toByteOffset: size &- 8, as: UInt64.self)
        copy(start, count, to: object + headerSize)
        object.storeBytes(of: 0, toByteOffset: headerSize &+ count, as: UInt8.self)
        var words = (countAndFlags, UInt64(UInt(bitPattern: object)))
        return withUnsafeMutableBytes(of: &words) { $0.baseAddress?.assumingMemoryBound(to: String.self).move() }
        #else
        return nil
        #endif
    }

    /// Copies at least sixteen bytes, and what is short without a call. Pieces may overlap.
    @inline(__always)
    private static func copy(_ start: UnsafePointer<UInt8>, _ count: Int, to target: UnsafeMutableRawPointer) {
        if count > 64 { return target.copyMemory(from: start, byteCount: count) }
        let from = UnsafeRawPointer(start)
        func copy(at offset: Int) {
            let piece = from.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
            target.storeBytes(of: piece, toByteOffset: offset, as: SIMD16<UInt8>.self)
        }
        if count > 32 {
            copy(at: 16)
            copy(at: count &- 32)
        }
        copy(at: 0)
        copy(at: count &- 16)
    }

    /// Whether the memory ends with a word for what the standard library notes about indices.
    @inline(__always)
    private static func hasNotes(_ count: Int) -> Bool { count >= 64 }

    /// A zero byte follows the bytes. The standard library asks for a multiple of 16, of which `malloc`, with eight bytes
    /// of its own, often makes 16 more.
    @inline(__always)
    private static func size(_ count: Int, alignment: Int) -> Int {
        (headerSize &+ count &+ (hasNotes(count) ? 8 : 0) &+ alignment) & ~(alignment &- 1)
    }

    @inline(__always)
    private static func capacity(_ count: Int, _ size: Int) -> UInt64 {
        let room = UInt64(truncatingIfNeeded: size &- headerSize)
        return hasNotes(count) ? (room &- 8) | 1 << 63 : room
    }

    /// The type of the object in which the standard library puts a string of `count` times a byte, or of others than
    /// ASCII; 0 if anything about it is not as built here.
    private static func typeOfString(_ count: Int, _ byte: UInt8?) -> UInt64 {
        var string = String(decoding: [UInt8](repeating: byte ?? 0x7F, count: count), as: UTF8.self)
        if byte == nil { string = String(decoding: Array(repeating: [0xC3, 0xA9], count: count / 2).joined(), as: UTF8.self) }
        let countAndFlags = UInt64(truncatingIfNeeded: count) | (byte == nil ? flags : asciiFlags)
        let words = withUnsafeBytes(of: &string) { ($0.load(as: UInt64.self), $0.load(fromByteOffset: 8, as: UInt64.self)) }
        return string.withUTF8 { bytes in
            guard let start = bytes.baseAddress.map(UnsafeRawPointer.init), words.0 == countAndFlags,
                words.1 == UInt64(UInt(bitPattern: start - headerSize))
            else { return 0 }
            let header = (-4 ..< 0).map { (start + $0 * 8).load(as: UInt64.self) }
            let capacity = capacity(count, size(count, alignment: 16))
            // Of a large block the standard library uses all that there is.
            let isRoomy = count >= 80 ? header[2] >= capacity : header[2] == capacity
            guard isRoomy, header[1] == references, header[3] == countAndFlags,
                (start + count).load(as: UInt8.self) == 0
            else { return 0 }
            return header[0]
        }
    }
}
