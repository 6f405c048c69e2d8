#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
import TypewrightEpoll
#elseif canImport(Musl)
import Musl
import TypewrightEpoll
#elseif canImport(Android)
import Android
import TypewrightEpoll
#endif

/// Tells which of many descriptors are ready: epoll on Linux, kqueue on Darwin. Both speak up for as long as
/// something is ready, so whoever is not interested has to say so.
struct Poller: ~Copyable {
    struct Interest: OptionSet {
        let rawValue: UInt8
        static let read = Interest(rawValue: 1)
        static let write = Interest(rawValue: 2)
    }

    struct Event {
        let token: UInt64
        var ready: Interest
        /// Nothing gets through any more, in either direction.
        var isBroken: Bool
    }

    private let descriptor: Int32

    deinit { close(descriptor) }

    #if canImport(Darwin)
    private var buffer = [kevent](repeating: kevent(), count: 256)

    init?() {
        descriptor = kqueue()
        if descriptor < 0 { return nil }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }

    /// `before` is `nil` for a descriptor that is new here.
    func watch(_ file: Int32, token: UInt64, before: Interest?, now: Interest) -> Bool {
        let old = before ?? []
        for (one, filter) in [(Interest.read, EVFILT_READ), (.write, EVFILT_WRITE)] where old.contains(one) != now.contains(one) {
            var change = kevent(
                ident: UInt(file), filter: Int16(filter), flags: UInt16(now.contains(one) ? EV_ADD : EV_DELETE),
                fflags: 0, data: 0, udata: UnsafeMutableRawPointer(bitPattern: UInt(token)))
            if kevent(descriptor, &change, 1, nil, 0, nil) != 0 { return false }
        }
        return true
    }

    /// Closing a descriptor forgets it.
    func forget(_ file: Int32) {}

    /// What is ready, after `milliseconds` at the latest; a negative number waits for good.
    mutating func wait(milliseconds: Int32) -> [Event] {
        var limit = timespec(tv_sec: Int(milliseconds) / 1000, tv_nsec: Int(milliseconds) % 1000 * 1_000_000)
        let count = buffer.withUnsafeMutableBufferPointer { buffer in
            kevent(descriptor, nil, 0, buffer.baseAddress, Int32(buffer.count), milliseconds < 0 ? nil : &limit)
        }
        guard count > 0 else { return [] }
        return buffer[..<Int(count)].map { event in
            let isWrite = event.filter == Int16(EVFILT_WRITE)
            return Event(
                token: UInt64(UInt(bitPattern: event.udata)), ready: isWrite ? .write : .read,
                isBroken: isWrite && event.flags & UInt16(EV_EOF) != 0)
        }
    }
    #else
    private var buffer = [epoll_event](repeating: epoll_event(), count: 256)

    // The kernel's numbers. Glibc has them as an enumeration and musl as macros, so that no spelling fits both.
    private static let readable: UInt32 = 0x1
    private static let writable: UInt32 = 0x4
    private static let failed: UInt32 = 0x8
    private static let hungUp: UInt32 = 0x10

    init?() {
        descriptor = epoll_create1(0)
        if descriptor < 0 { return nil }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }

    /// `before` is `nil` for a descriptor that is new here.
    func watch(_ file: Int32, token: UInt64, before: Interest?, now: Interest) -> Bool {
        var event = epoll_event()
        event.events = (now.contains(.read) ? Poller.readable : 0) | (now.contains(.write) ? Poller.writable : 0)
        event.data.u64 = token
        return epoll_ctl(descriptor, before == nil ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, file, &event) == 0
    }

    func forget(_ file: Int32) {
        var event = epoll_event()
        _ = epoll_ctl(descriptor, EPOLL_CTL_DEL, file, &event)
    }

    /// What is ready, after `milliseconds` at the latest; a negative number waits for good.
    mutating func wait(milliseconds: Int32) -> [Event] {
        let count = epoll_wait(descriptor, &buffer, Int32(buffer.count), milliseconds)
        guard count > 0 else { return [] }
        return buffer[..<Int(count)].map { event in
            var ready: Interest = []
            if event.events & Poller.readable != 0 { ready.insert(.read) }
            if event.events & Poller.writable != 0 { ready.insert(.write) }
            return Event(token: event.data.u64, ready: ready, isBroken: event.events & (Poller.failed | Poller.hungUp) != 0)
        }
    }
    #endif
}
