#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif
import TypewrightSpec

/// What is behind a URL, through the `curl` of the system. Nobody calls this but for `--allow-network`.
enum Network {
    private static let seconds = 30
    private static let mostBytes = 64 << 20

    static func isURL(_ text: String) -> Bool { text.hasPrefix("https://") || text.hasPrefix("http://") }

    /// By https; plain http goes to this machine alone.
    @Sendable static func fetch(_ url: String) throws(FetchFault) -> [UInt8] {
        let isLocal = ["http://localhost", "http://127.0.0.1", "http://[::1]"].contains { start in
            guard url.hasPrefix(start) else { return false }
            let next = url.utf8.dropFirst(start.utf8.count).first
            return next == nil || next == UInt8(ascii: "/") || next == UInt8(ascii: ":")
        }
        guard url.hasPrefix("https://") || isLocal else { throw FetchFault("only https:// is fetched") }
        guard !url.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { throw FetchFault("it is no URL") }
        // A server may lead elsewhere, but not to files, and from https not back to http.
        let (bytes, errors, status) = try run([
            "curl", "--disable", "--silent", "--show-error", "--fail", "--location", "--max-redirs", "5", "--globoff", "--compressed",
            "--proto", isLocal ? "=http,https" : "=https", "--proto-redir", isLocal ? "=http,https" : "=https",
            "--max-time", String(seconds), "--max-filesize", String(mostBytes), "--url", url,
        ])
        guard bytes.count <= mostBytes else { throw FetchFault("it is larger than \(mostBytes >> 20) MB") }
        guard status == 0 else {
            let words = errors.split(separator: "\n").first.map(String.init) ?? "curl ended with \(status)"
            throw FetchFault(words.hasSuffix(".") ? String(words.dropLast()) : words)
        }
        return bytes
    }

    private static func run(_ arguments: [String]) throws(FetchFault) -> (output: [UInt8], errors: String, status: Int32) {
        var output: [Int32] = [0, 0]
        var errors: [Int32] = [0, 0]
        guard pipe(&output) == 0 else { throw FetchFault("there is no pipe") }
        defer { close(output[0]) }
        guard pipe(&errors) == 0 else {
            close(output[1])
            throw FetchFault("there is no pipe")
        }
        defer { close(errors[0]) }
        for handle in output + errors { _ = fcntl(handle, F_SETFD, FD_CLOEXEC) }
        let child = spawn(arguments, output: output[1], errors: errors[1])
        close(output[1])
        close(errors[1])
        guard let child else { throw FetchFault("that needs curl, which is not here") }
        // What curl complains of is a line or two, which the pipe holds meanwhile.
        let bytes = contents(of: output[0], upTo: mostBytes + 1)
        if bytes.count > mostBytes { kill(child, SIGTERM) }
        let complaint = String(decoding: contents(of: errors[0], upTo: 65_536), as: UTF8.self)
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        return (bytes, complaint, status == 0 ? 0 : max(1, (status >> 8) & 0xFF))
    }

    private static func spawn(_ arguments: [String], output: Int32, errors: Int32) -> pid_t? {
        #if canImport(Darwin)
        var actions: posix_spawn_file_actions_t?
        #else
        var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, errors, 2)
        var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var child = pid_t()
        return posix_spawnp(&child, arguments[0], &actions, nil, &words, environ) == 0 ? child : nil
    }

    private static func contents(of handle: Int32, upTo limit: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while bytes.count < limit {
            let count = read(handle, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        return bytes
    }
}
