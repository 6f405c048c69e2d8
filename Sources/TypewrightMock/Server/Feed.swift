/// An open-ended body: whoever holds it sends, from any thread, and one connection takes.
///
/// A reader that falls `bound` bytes behind is cut off: a browser comes back by itself.
package final class Feed: Sendable {
    private struct State {
        var waiting: [[UInt8]] = []
        var size = 0
        var isClosed = false
        var wake: (@Sendable () -> Void)?
    }

    private let state = Locked(State())
    private let bound: Int

    package init(bound: Int = 1 << 20) { self.bound = bound }

    /// `false` once nobody takes any more.
    @discardableResult
    package func send(_ bytes: [UInt8]) -> Bool {
        let (taken, wake) = state.use { state -> (Bool, (@Sendable () -> Void)?) in
            guard !state.isClosed else { return (false, nil) }
            guard state.size + bytes.count <= bound else {
                state.isClosed = true
                state.waiting = []
                return (false, state.wake)
            }
            state.waiting.append(bytes)
            state.size += bytes.count
            return (true, state.wake)
        }
        wake?()
        return taken
    }

    /// No more follows; what waits is still sent.
    package func close() {
        let wake = state.use { state in
            state.isClosed = true
            return state.wake
        }
        wake?()
    }

    package var isClosed: Bool { state.use(\.isClosed) }

    /// Who is told when there is something to take.
    func attach(_ wake: @escaping @Sendable () -> Void) { state.use { $0.wake = wake } }

    /// What waits, and whether more may follow.
    func take() -> (pieces: [[UInt8]], isClosed: Bool) {
        state.use { state in
            defer {
                state.waiting = []
                state.size = 0
            }
            return (state.waiting, state.isClosed)
        }
    }
}
