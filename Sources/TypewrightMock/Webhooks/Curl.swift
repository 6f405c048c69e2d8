#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// The `curl` of the system, for addresses that want TLS.
enum Curl {
    static func send(_ message: Webhooks.Message, to address: WebAddress) throws(WebhookDelivery.Failure) -> Int {
        var arguments = ["curl", "--silent", "--show-error", "--max-time", "30", "--output", "/dev/null", "--write-out", "%{http_code}"]
        arguments += ["--request", message.method, "--data-binary", "@-", "--proto", "=https"]
        for header in message.headers { arguments += ["--header", "\(header.name): \(header.value)"] }
        arguments += ["--url", address.text]
        let (output, code) = try run(arguments, input: message.body)
        guard let status = Int(output.suffix(3)), status >= 100 else {
            throw WebhookDelivery.Failure(reason: "curl could not send it (exit code \(code)): \(trimmed(output[...].prefix { $0 != "\n" }))")
        }
        return status
    }

    /// What it prints, errors among it.
    private static func run(_ arguments: [String], input: [UInt8]) throws(WebhookDelivery.Failure) -> (output: String, code: Int32) {
        var toChild: [Int32] = [0, 0]
        var fromChild: [Int32] = [0, 0]
        guard pipe(&toChild) == 0 else { throw failure("there is no pipe") }
        guard pipe(&fromChild) == 0 else {
            toChild.forEach { close($0) }
            throw failure("there is no pipe")
        }
        // The child must not hold the ends that it waits on.
        for handle in toChild + fromChild { _ = fcntl(handle, F_SETFD, FD_CLOEXEC) }
        guard let child = spawn(arguments, input: toChild[0], output: fromChild[1]) else {
            (toChild + fromChild).forEach { close($0) }
            throw failure("sending to https:// needs curl, which is not here; use http://, or install it")
        }
        close(toChild[0])
        close(fromChild[1])
        // A payload is small enough for a pipe or curl reads on: it answers only after it has read all of it.
        feed(input, to: toChild[1])
        close(toChild[1])
        let output = text(from: fromChild[0])
        close(fromChild[0])
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        return (output, (status >> 8) & 0xFF)
    }

    private static func failure(_ reason: String) -> WebhookDelivery.Failure { WebhookDelivery.Failure(reason: reason) }

    private static func spawn(_ arguments: [String], input: Int32, output: Int32) -> pid_t? {
        #if canImport(Darwin)
        var actions: posix_spawn_file_actions_t?
        #else
        var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, output, 2)
        var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var child = pid_t()
        return posix_spawnp(&child, "curl", &actions, nil, &words, environ) == 0 ? child : nil
    }

    private static func feed(_ bytes: [UInt8], to handle: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(handle, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    private static func text(from handle: Int32) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(handle, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
            bytes += buffer[..<count]
        }
    }
}
