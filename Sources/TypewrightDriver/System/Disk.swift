#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// Why the disk refused.
package struct DiskFault: Error, Sendable {
    package let path: String
    package let action: String
    package let code: Int32

    package var message: String {
        let reason = String(cString: strerror(code))
        return "cannot \(action) '\(path)': \(reason)"
    }

    package var isMissing: Bool { code == ENOENT || code == ENOTDIR }
}

/// The few things that are asked of a disk.
package enum Disk {
    package static func contents(of path: String) throws(DiskFault) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw DiskFault(path: path, action: "read", code: errno) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw DiskFault(path: path, action: "read", code: errno) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw DiskFault(path: path, action: "read", code: EISDIR) }
        // A pipe has no size; what it holds comes in pieces.
        return try contents(of: file, expecting: max(Int(status.st_size), 0), path: path)
    }

    package static func standardInput() throws(DiskFault) -> [UInt8] {
        try contents(of: 0, expecting: 0, path: "standard input")
    }

    private static func contents(of file: Int32, expecting size: Int, path: String) throws(DiskFault) -> [UInt8] {
        var bytes: [UInt8] = []
        var fault: DiskFault?
        while fault == nil {
            let capacity = max(size + 1 - bytes.count, 65_536)
            let piece = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
                let got = restarting { read(file, buffer.baseAddress, capacity) }
                if got < 0 { fault = DiskFault(path: path, action: "read", code: errno) }
                count = max(got, 0)
            }
            if piece.isEmpty { break }
            if bytes.isEmpty { bytes = piece } else { bytes += piece }
        }
        if let fault { throw fault }
        return bytes
    }

    /// Writes a file that must not be there yet, unless what is there is left over from a run that was stopped.
    package static func create(_ path: String, _ bytes: [UInt8], inPlaceOfLeftover: Bool = false) throws(DiskFault) {
        var file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        if file < 0, errno == EEXIST, inPlaceOfLeftover {
            try remove(path)
            file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        }
        guard file >= 0 else { throw DiskFault(path: path, action: "write", code: errno) }
        var fault = fill(file, bytes, path: path)
        if close(file) != 0, fault == nil { fault = DiskFault(path: path, action: "write", code: errno) }
        if let fault {
            unlink(path)
            throw fault
        }
    }

    private static func fill(_ file: Int32, _ bytes: [UInt8], path: String) -> DiskFault? {
        bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count {
                let rest = UnsafeRawBufferPointer(rebasing: buffer[written...])
                let count = restarting { write(file, rest.baseAddress, rest.count) }
                if count < 0 { return DiskFault(path: path, action: "write", code: errno) }
                written += count
            }
            return nil
        }
    }

    /// All at once: arrays compare byte by byte, in a tool that is built without optimisation by a call for each.
    package static func areEqual(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        guard a.count == b.count else { return false }
        return a.withUnsafeBytes { a in
            b.withUnsafeBytes { b in
                guard let first = a.baseAddress, let second = b.baseAddress else { return true }
                return memcmp(first, second, a.count) == 0
            }
        }
    }

    /// Puts a file in another's place, in one step.
    package static func move(_ path: String, to destination: String) throws(DiskFault) {
        guard rename(path, destination) == 0 else { throw DiskFault(path: destination, action: "write", code: errno) }
    }

    package static func remove(_ path: String) throws(DiskFault) {
        guard unlink(path) == 0 || errno == ENOENT else { throw DiskFault(path: path, action: "remove", code: errno) }
    }

    /// Makes a folder and those around it, where they are not there.
    package static func makeFolder(_ path: String) throws(DiskFault) {
        if path.isEmpty || isFolder(path) { return }
        var folder = Path.isAbsolute(path) ? "/" : ""
        for name in path.split(separator: "/") {
            folder = Path.join(folder, String(name))
            // Another process may have been faster.
            guard isFolder(folder) || mkdir(folder, 0o777) == 0 || isFolder(folder) else {
                throw DiskFault(path: folder, action: "make the folder", code: errno)
            }
        }
    }

    /// Removes folders that nothing is in, from the inside out, and stops at `end`.
    package static func removeEmptyFolders(from path: String, upTo end: String) {
        var folder = path
        while !folder.isEmpty, folder != end, folder != "/" {
            rmdir(folder)
            folder = Path.folder(of: folder)
        }
    }

    package static func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0
    }

    package static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    package static func isEmptyFolder(_ path: String) -> Bool {
        (try? names(in: path).isEmpty) ?? false
    }

    /// All files below a folder, hidden ones aside, relative to it and in order.
    package static func files(below folder: String) throws(DiskFault) -> [String] {
        var files: [String] = []
        var open: [(path: String, depth: Int)] = [("", 0)]
        while let (path, depth) = open.popLast() {
            for name in try names(in: Path.join(folder, path)) where !name.hasPrefix(".") {
                let file = Path.join(path, name)
                if !isFolder(Path.join(folder, file)) {
                    files.append(file)
                } else if depth < 32 {
                    // A link may lead back up.
                    open.append((file, depth + 1))
                }
            }
        }
        return files.sorted()
    }

    private static func names(in path: String) throws(DiskFault) -> [String] {
        guard let folder = opendir(path.isEmpty ? "." : path) else { throw DiskFault(path: path, action: "read", code: errno) }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// The same file under two names: on a disk that does not tell `Pet.swift` from `pet.swift`, or through a link.
    package static func areSame(_ a: String, _ b: String) -> Bool {
        var first = stat()
        var second = stat()
        guard stat(a, &first) == 0, stat(b, &second) == 0 else { return false }
        return first.st_dev == second.st_dev && first.st_ino == second.st_ino
    }

    /// Without links and dots; `nil` where there is nothing.
    package static func realPath(_ path: String) -> String? {
        guard let real = realpath(path.isEmpty ? "." : path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    /// A number that no other process has now.
    package static var processNumber: Int32 { getpid() }

    static func restarting(_ call: () -> Int) -> Int {
        while true {
            let result = call()
            if result >= 0 || errno != EINTR { return result }
        }
    }
}
