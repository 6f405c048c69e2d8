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

/// A file in chunks.
actor FileReader: ByteSource {
    private let path: String
    private var handle: FileHandlePointer?
    private var isDone = false

    init(path: String) {
        self.path = path
    }

    func next() throws -> [UInt8]? {
        if isDone { return nil }
        let file = try handle ?? FileHandlePointer(path, "rb")
        handle = file
        let chunk = try file.read(upTo: 65_536)
        if chunk.isEmpty {
            isDone = true
            handle = nil
            return nil
        }
        return chunk
    }
}

/// Writes a stream to a file.
func write(_ stream: ByteStream, to path: String) async throws {
    let file = try FileHandlePointer(path, "wb")
    for try await chunk in stream { try file.write(chunk) }
    try file.finish()
}

/// A file of the C library, closed when it is let go. One actor or one function uses it.
final class FileHandlePointer: @unchecked Sendable {
    #if canImport(Darwin) || canImport(Glibc) || canImport(ucrt)
    private typealias File = UnsafeMutablePointer<FILE>
    #else
    private typealias File = OpaquePointer
    #endif

    private let path: String
    private var file: File?

    init(_ path: String, _ mode: String) throws {
        guard let file = fopen(path, mode) else { throw TransportError.file("'\(path)' cannot be opened") }
        self.path = path
        self.file = file
    }

    deinit {
        if let file { fclose(file) }
    }

    func read(upTo count: Int) throws -> [UInt8] {
        guard let file else { return [] }
        let chunk = [UInt8](unsafeUninitializedCapacity: count) { buffer, used in
            used = fread(buffer.baseAddress, 1, count, file)
        }
        if chunk.isEmpty && ferror(file) != 0 { throw TransportError.file("'\(path)' cannot be read") }
        return chunk
    }

    func write(_ bytes: [UInt8]) throws {
        guard let file, fwrite(bytes, 1, bytes.count, file) == bytes.count else {
            throw TransportError.file("'\(path)' cannot be written")
        }
    }

    func finish() throws {
        guard let file else { return }
        self.file = nil
        if fclose(file) != 0 { throw TransportError.file("'\(path)' cannot be written") }
    }
}
