import Foundation

/// CPU time of this thread in nanoseconds: the wall clock would measure the neighbours too.
private func threadTime() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
}

/// Prints `side TAB row TAB nanoseconds`, the best of several rounds.
func measure(_ side: String, _ row: String, _ work: () throws -> Int) rethrows {
    if CommandLine.arguments.count > 2, CommandLine.arguments[2] != "\(side) \(row)" { return }
    func time(_ count: Int) throws -> Int {
        let start = threadTime()
        for _ in 0..<count { blackHole &+= try work() }
        return threadTime() - start
    }
    var count = 1
    while try time(count) < 20_000_000 { count *= 2 }
    var best = Int.max
    for _ in 0..<10 { best = min(best, try time(count)) }
    print("\(side)\t\(row)\t\(best / count)")
}

nonisolated(unsafe) var blackHole = 0
