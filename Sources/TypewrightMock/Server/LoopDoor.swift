#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// The way into a loop from other threads: says what is wanted, and wakes it.
final class LoopDoor: Sendable {
    struct Wishes {
        var stops = false
        /// Connections whose feeds have something.
        var fed: Set<UInt64> = []
    }

    private struct State {
        var wishes = Wishes()
        var isRung = false
    }

    private let state = Locked(State())
    /// The end of the pipe that the loop watches.
    let bell: Int32
    private let rope: Int32

    init?() {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        (bell, rope) = (ends[0], ends[1])
        for end in ends { Sockets.prepare(end) }
    }

    deinit {
        close(bell)
        close(rope)
    }

    func stop() { ask { $0.stops = true } }

    func feed(_ id: UInt64) { ask { $0.fed.insert(id) } }

    private func ask(_ change: (inout Wishes) -> Void) {
        state.use { state in
            change(&state.wishes)
            if state.isRung { return }
            state.isRung = true
            var byte: UInt8 = 1
            _ = write(rope, &byte, 1)
        }
    }

    /// The loop's side: what was wanted since it last asked.
    func answer() -> Wishes {
        state.use { state in
            if state.isRung {
                var bytes: [UInt8] = [0, 0, 0, 0]
                _ = read(bell, &bytes, bytes.count)
                state.isRung = false
            }
            defer { state.wishes.fed = [] }
            return state.wishes
        }
    }
}
