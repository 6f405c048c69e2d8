#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// Room for deep recursion: runs work on a stack of its own while the caller waits.
///
/// How deep an instance is nested is for whoever wrote it to say, and threads may have as little as
/// half a megabyte. So the evaluation moves to a fresh stack every so many levels.
enum DeepStack {
    /// How many levels a stack is good for: in a debug build one takes about 6 kB.
    static let levels = 48

    private static let size = 1 << 20

    /// What the other thread is to do, and what came of it.
    private final class Work {
        let body: () -> Bool
        var result = false

        init(_ body: @escaping () -> Bool) { self.body = body }
    }

    /// `nil` where no stack is to be had.
    static func run(_ body: () -> Bool) -> Bool? {
        withoutActuallyEscaping(body) { body in
            let work = Work(body)
            return runOnThread(work) ? work.result : nil
        }
    }

    #if canImport(Darwin) || canImport(Glibc) || canImport(Musl) || canImport(Android)
    static let isAvailable = true

    private static func runOnThread(_ work: Work) -> Bool {
        var attributes = pthread_attr_t()
        guard pthread_attr_init(&attributes) == 0 else { return false }
        defer { pthread_attr_destroy(&attributes) }
        guard pthread_attr_setstacksize(&attributes, size) == 0 else { return false }
        let argument = Unmanaged.passRetained(work)
        #if canImport(Darwin)
        var thread: pthread_t?
        let status = pthread_create(&thread, &attributes, { DeepStack.perform($0) }, argument.toOpaque())
        #else
        var thread = pthread_t()
        let status = pthread_create(&thread, &attributes, { $0.flatMap { DeepStack.perform($0) } }, argument.toOpaque())
        #endif
        guard status == 0 else {
            argument.release()
            return false
        }
        #if canImport(Darwin)
        guard let thread else { return false }
        #endif
        return pthread_join(thread, nil) == 0
    }

    private static func perform(_ argument: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
        let work = Unmanaged<Work>.fromOpaque(argument).takeRetainedValue()
        work.result = work.body()
        return nil
    }
    #else
    static let isAvailable = false

    private static func runOnThread(_ work: Work) -> Bool { false }
    #endif
}
