#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// Does something that Ctrl-C must not cut in half: the signal waits until it is done.
package func shieldedFromSignals<Result, Fault: Error>(_ body: () throws(Fault) -> Result) throws(Fault) -> Result {
    var held = sigset_t()
    var before = sigset_t()
    sigemptyset(&held)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&held, signal) }
    pthread_sigmask(SIG_BLOCK, &held, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    return try body()
}

/// Keeps other runs out of a folder while this one works in it. The lock is on the folder itself, so it leaves
/// nothing behind. Where a disk knows no locks, writing by renaming still keeps every single file whole.
struct FolderLock: ~Copyable {
    private let file: Int32

    init(_ path: String) {
        file = open(path, O_RDONLY | O_CLOEXEC)
        if file >= 0 { _ = Disk.restarting { Int(flock(file, LOCK_EX)) } }
    }

    deinit {
        if file >= 0 { close(file) }
    }
}
