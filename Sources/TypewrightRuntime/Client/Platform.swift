#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#elseif canImport(ucrt)
import ucrt
#endif

/// A variable of the environment; an empty one counts as missing.
@Sendable func environmentVariable(_ name: String) -> String? {
    guard let text = getenv(name) else { return nil }
    let value = String(cString: text)
    return value.isEmpty ? nil : value
}

@Sendable func currentSecondsSince1970() -> Int {
    Int(truncatingIfNeeded: time(nil))
}

@Sendable func printToStandardError(_ line: String) {
    (line + "\n").withBytes { bytes in
        #if os(Windows)
        _ = write(2, bytes.baseAddress, UInt32(truncatingIfNeeded: bytes.count))
        #else
        _ = write(2, bytes.baseAddress, bytes.count)
        #endif
    }
}

/// Memory for bytes, with the ones that are there. The C library can often make room where they are,
/// without copying. Where there is no memory the program ends, as it does when an array of Swift's finds none.
func resized(_ bytes: UnsafeMutablePointer<UInt8>?, _ capacity: Int) -> UnsafeMutablePointer<UInt8> {
    guard let memory = realloc(bytes, capacity) else { fatalError("out of memory") }
    return memory.assumingMemoryBound(to: UInt8.self)
}

func release(_ bytes: UnsafeMutablePointer<UInt8>) {
    free(bytes)
}

func sameBytes(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
    guard a.count == b.count, let first = a.baseAddress, let second = b.baseAddress else { return a.count == b.count }
    return memcmp(first, second, a.count) == 0
}
