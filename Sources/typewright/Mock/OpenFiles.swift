#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// Every connection is an open file, and shells allow 1,024 (macOS: 256) unless told: too few for a crowd.
enum OpenFiles {
    /// Raises the soft limit, which a process may do by itself, as far as the hard one and what is wanted.
    static func allow(_ wanted: Int) {
        #if canImport(Glibc)
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        #else
        let resource = RLIMIT_NOFILE
        #endif
        var limits = rlimit()
        guard getrlimit(resource, &limits) == 0 else { return }
        #if canImport(Darwin)
        // macOS refuses more than this, whatever the hard limit says.
        let most = min(limits.rlim_max, rlim_t(OPEN_MAX))
        #else
        let most = limits.rlim_max
        #endif
        let next = min(most, rlim_t(wanted))
        guard next > limits.rlim_cur else { return }
        limits.rlim_cur = next
        _ = setrlimit(resource, &limits)
    }
}
