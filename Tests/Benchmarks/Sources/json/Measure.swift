import Foundation

/// Nanoseconds on a clock.
private func now(_ clock: clockid_t) -> Int {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
}

/// Nanoseconds for doing the work once, in the best of several batches. CPU time is this thread's: the wall clock
/// would measure the neighbours too.
func measure(_ work: () throws -> Int) rethrows -> (cpu: Int, wall: Int) {
    func batch(of count: Int) throws -> (cpu: Int, wall: Int) {
        let start = (cpu: now(CLOCK_THREAD_CPUTIME_ID), wall: now(CLOCK_MONOTONIC))
        for _ in 0..<count { blackHole &+= try work() }
        return (now(CLOCK_THREAD_CPUTIME_ID) - start.cpu, now(CLOCK_MONOTONIC) - start.wall)
    }
    var count = 1
    var best = try batch(of: count)
    while best.cpu < 20_000_000 {
        count *= 2
        best = try batch(of: count)
    }
    // What takes long needs no many rounds to be told from the noise.
    for _ in 0..<(best.cpu > 200_000_000 ? 2 : 10) {
        let next = try batch(of: count)
        if next.cpu < best.cpu { best = next }
    }
    return (best.cpu / count, best.wall / count)
}

nonisolated(unsafe) var blackHole = 0
