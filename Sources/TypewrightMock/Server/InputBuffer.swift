#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// What came in on a connection and nobody has read yet.
struct InputBuffer {
    private var bytes: [UInt8] = []
    private var start = 0
    /// Up to here there is no line feed: a line that comes byte by byte is not searched from its beginning each time.
    private var searched = 0

    enum Line {
        case whole(ArraySlice<UInt8>)
        case partial
        /// A line feed without its carriage return, which some take for the end of a line and others do not.
        case bareLineFeed
        case tooLong
    }

    var count: Int { bytes.count - start }
    var isEmpty: Bool { count == 0 }
    var first: UInt8? { isEmpty ? nil : bytes[start] }

    mutating func append(_ more: UnsafeRawBufferPointer) {
        if start == bytes.count {
            clear()
        } else if start > bytes.count / 2 {
            bytes.removeFirst(start)
            searched -= start
            start = 0
        }
        bytes.append(contentsOf: more)
    }

    /// The next line without its end, and no more than `limit` bytes long.
    mutating func line(limit: Int) -> Line {
        searched = max(searched, start)
        let end = lineFeed()
        guard let end else {
            searched = bytes.count
            return count > limit + 1 ? .tooLong : .partial
        }
        guard end - start <= limit + 1 else { return .tooLong }
        guard end > start, bytes[end - 1] == UInt8(ascii: "\r") else { return .bareLineFeed }
        defer { start = end + 1 }
        return .whole(bytes[start..<(end - 1)])
    }

    private func lineFeed() -> Int? {
        bytes.withUnsafeBytes { raw in
            guard let base = raw.baseAddress, searched < raw.count,
                let place = memchr(base + searched, Int32(UInt8(ascii: "\n")), raw.count - searched)
            else { return nil }
            return UnsafeRawPointer(place) - base
        }
    }

    /// Up to `limit` bytes, as many as are there.
    mutating func take(_ limit: Int) -> ArraySlice<UInt8> {
        let end = start + min(limit, count)
        defer { start = end }
        return bytes[start..<end]
    }

    mutating func clear() {
        // An idle connection keeps no memory.
        bytes.removeAll(keepingCapacity: bytes.capacity <= 4096)
        start = 0
        searched = 0
    }
}
