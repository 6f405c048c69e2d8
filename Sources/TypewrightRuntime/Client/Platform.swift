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
    var line = line + "\n"
    line.withUTF8 { bytes in
        #if os(Windows)
        _ = write(2, bytes.baseAddress, UInt32(truncatingIfNeeded: bytes.count))
        #else
        _ = write(2, bytes.baseAddress, bytes.count)
        #endif
    }
}
