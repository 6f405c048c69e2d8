#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// One client: what it sent and was not read, the answer on its way, and what is to be sent.
/// It belongs to the loop's thread.
final class Connection {
    let id: UInt64
    let socket: Int32
    let peer: String
    unowned let loop: EventLoop

    var input = InputBuffer()
    var parser: RequestParser
    var output = Output()
    /// The answer that is being sent; requests behind it wait, as answers come in the order of requests.
    var delivery: Delivery?
    /// Who wants to know when that many bytes are out.
    var finishers: [(mark: Int, tell: @Sendable (ServerAnswer.Outcome) -> Void)] = []

    /// Nothing more comes in.
    var inputEnded = false
    /// What happens once everything is sent.
    var ending = Ending.stays
    /// Everything is sent and said so; what still comes in is thrown away, that the other side reads before a reset.
    var lingersUntil: Ticks?
    var isClosed = false

    /// When the request that is coming in began, when something last came in, and when something last went out.
    var requestBegan: Ticks
    var lastRead: Ticks
    var lastWrite: Ticks

    /// What the poller was asked for, and the entry of the timers that counts.
    var watched: Poller.Interest?
    var scheduled = Ticks.never

    enum Ending {
        case stays
        case closes
        case resets
    }

    init(id: UInt64, socket: Int32, peer: String, loop: EventLoop, now: Ticks) {
        self.id = id
        self.socket = socket
        self.peer = peer
        self.loop = loop
        parser = RequestParser(limits: loop.limits)
        (requestBegan, lastRead, lastWrite) = (now, now, now)
    }

    var isLingering: Bool { lingersUntil != nil }
    var isIdle: Bool { delivery == nil && output.isEmpty && parser.progress(input) == .idle && !isLingering }

    /// Enough waits for this reader.
    var isFull: Bool { output.count >= loop.limits.writeBuffer }

    /// What the poller should tell about.
    var interest: Poller.Interest {
        var interest: Poller.Interest = []
        let hasRoom = isLingering || input.count < 64 << 10 || delivery == nil && !isFull
        if !inputEnded && hasRoom { interest.insert(.read) }
        if !output.isEmpty { interest.insert(.write) }
        return interest
    }

    /// When this connection has to be looked at again though nothing comes or goes.
    var deadline: Ticks {
        if let lingersUntil { return lingersUntil }
        var next = Ticks.never
        if !output.isEmpty { next = lastWrite + loop.limits.writeTimeout }
        if let delivery {
            if !isFull { next = min(next, delivery.next) }
        } else if output.isEmpty {
            switch parser.progress(input) {
            case .idle: next = lastRead + loop.limits.idleTimeout
            case .inHeader: next = requestBegan + loop.limits.headerTimeout
            case .inBody: next = lastRead + loop.limits.bodyTimeout
            }
        }
        return next
    }

    /// The deadline has passed.
    func expire(_ now: Ticks) {
        if isLingering { return close() }
        if !output.isEmpty, lastWrite + loop.limits.writeTimeout <= now { return close() }
        if delivery != nil {
            advance(now)
        } else if output.isEmpty {
            switch parser.progress(input) {
            case .idle: close()
            case .inHeader: refuse(Refusal(status: 408, detail: "the header took too long"), now)
            case .inBody: refuse(Refusal(status: 408, detail: "the body took too long"), now)
            }
        }
        flush(now)
    }

    /// Sends what there is, and goes on with what waited for that.
    func flush(_ now: Ticks) {
        while !isClosed && !output.isEmpty {
            let before = output.sent
            let result = output.send(to: socket)
            if output.sent > before { lastWrite = now }
            tellFinishers()
            if case .failed = result { return close() }
            if case .later = result { return }
            beginWaiting(now)
            // The buffer had been full, and whoever waited for room may go on.
            if delivery != nil { advance(now) } else { readRequests(now) }
        }
        endIfDone(now)
    }

    /// From here on it is the other side that takes time, which it did not as long as it waited for an answer.
    func beginWaiting(_ now: Ticks) { (requestBegan, lastRead) = (now, now) }

    private func endIfDone(_ now: Ticks) {
        guard !isClosed, output.isEmpty, delivery == nil, !isLingering else { return }
        switch ending {
        case .resets: close(byReset: true)
        case .closes where inputEnded: close()
        case .closes:
            Sockets.endWriting(socket)
            input.clear()
            lingersUntil = now + .seconds(1)
        case .stays:
            if inputEnded { close() }
        }
    }

    private func tellFinishers() {
        while let first = finishers.first, first.mark <= output.sent {
            finishers.removeFirst()
            first.tell(.sent)
        }
    }

    /// The other side is gone, or has to go.
    func close(byReset: Bool = false) {
        if isClosed { return }
        isClosed = true
        delivery?.breakOff()
        delivery = nil
        output.clear()
        for finisher in finishers { finisher.tell(.brokenOff) }
        finishers = []
        loop.forget(self)
        if byReset { Sockets.reset(socket) } else { _ = closeSocket(socket) }
    }
}

private func closeSocket(_ socket: Int32) -> Int32 { close(socket) }
