import Foundation

package enum Signals {
    /// A process inherits the blocked signals of the thread that starts it, and threads of tests block nearly all:
    /// a shell would then wait for its children for ever, and nobody could interrupt anything.
    package static func unblocked(_ body: () throws -> Void) rethrows {
        var none = sigset_t()
        var before = sigset_t()
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        try body()
    }
}
