#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// Waits for sockets and deadlines and calls the connections they concern. Everything in it happens on one thread.
final class EventLoop {
    let host: String
    let limits: ServerLimits
    let handler: Server.Handler
    let refused: Server.Refused?
    let door: LoopDoor

    private var poller: Poller
    private var listeners: [Int32]
    private var connections: [UInt64: Connection] = [:]
    private var timers = TimerHeap()
    private var lastID: UInt64 = firstConnection
    private var requestCount = 0
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)

    private(set) var isStopping = false
    private var stopsBy = Ticks.never
    /// Until when nobody is let in, as there is no room.
    private var isShutUntil: Ticks?
    private var shownSecond: Int64 = .min
    private var shownDate = ""

    // Tokens of the poller below those of connections.
    private static let bellToken: UInt64 = 0
    private static let firstListener: UInt64 = 1
    private static let firstConnection: UInt64 = 1000

    init?(server: Server, listeners: [Int32], door: LoopDoor) {
        guard let poller = Poller() else { return nil }
        self.poller = poller
        self.listeners = listeners
        self.door = door
        (host, limits, handler, refused) = (server.host, server.limits, server.handler, server.refused)
        guard self.poller.watch(door.bell, token: EventLoop.bellToken, before: nil, now: .read) else { return nil }
        for (index, listener) in listeners.enumerated() {
            guard self.poller.watch(listener, token: EventLoop.firstListener + UInt64(index), before: nil, now: .read) else { return nil }
        }
    }

    deinit { buffer.deallocate() }

    func nextNumber() -> Int {
        requestCount += 1
        return requestCount
    }

    /// For the `Date` field; made once a second.
    var date: String {
        let now = Moment.now
        if now.seconds != shownSecond { (shownSecond, shownDate) = (now.seconds, now.httpDate) }
        return shownDate
    }

    func run() {
        while !(isStopping && connections.isEmpty) {
            let wake = min(timers.first?.time ?? .never, isShutUntil ?? .never, stopsBy)
            let events = poller.wait(milliseconds: wake.milliseconds(from: .now))
            for event in events { react(to: event, .now) }
            passTime(.now)
        }
        closeListeners()
    }

    private func react(to event: Poller.Event, _ now: Ticks) {
        switch event.token {
        case EventLoop.bellToken: hear(door.answer(), now)
        case ..<EventLoop.firstConnection: accept(Int(event.token - EventLoop.firstListener), now)
        default:
            // An event of this round may have closed it.
            guard let connection = connections[event.token] else { return }
            if event.isBroken && !event.ready.contains(.read) { return connection.close() }
            if event.ready.contains(.write) { connection.flush(now) }
            if event.ready.contains(.read), !connection.isClosed { connection.receive(buffer, now) }
            settle(connection)
        }
    }

    private func hear(_ wishes: LoopDoor.Wishes, _ now: Ticks) {
        for id in wishes.fed {
            guard let connection = connections[id] else { continue }
            connection.advance(now)
            connection.flush(now)
            settle(connection)
        }
        if wishes.stops && !isStopping { stop(now) }
    }

    /// Asks the poller and the timers for what the connection now waits for.
    private func settle(_ connection: Connection) {
        if connection.isClosed { return }
        let interest = connection.interest
        if interest != connection.watched {
            guard poller.watch(connection.socket, token: connection.id, before: connection.watched, now: interest)
            else { return connection.close() }
            connection.watched = interest
        }
        let deadline = connection.deadline
        guard deadline < connection.scheduled else { return }
        connection.scheduled = deadline
        timers.add(deadline, connection.id)
        // Entries that were overtaken stay until their time comes, but not without bound.
        if timers.entries.count > 4 * connections.count + 64 {
            timers = TimerHeap(connections.values.filter { $0.scheduled != .never }.map { ($0.scheduled, $0.id) })
        }
    }

    private func passTime(_ now: Ticks) {
        while let first = timers.first, first.time <= now {
            timers.removeFirst()
            guard let connection = connections[first.id], connection.scheduled == first.time else { continue }
            connection.scheduled = .never
            if connection.deadline <= now { connection.expire(now) }
            settle(connection)
        }
        if let isShutUntil, isShutUntil <= now { letIn() }
        if stopsBy <= now {
            for connection in connections.values { connection.close() }
        }
    }

    func forget(_ connection: Connection) {
        connections[connection.id] = nil
        if connection.watched != nil { poller.forget(connection.socket) }
        if isShutUntil != nil { letIn() }
    }
}

/// Coming and going.
extension EventLoop {
    private func accept(_ index: Int, _ now: Ticks) {
        guard listeners.indices.contains(index) else { return }
        // A crowd at the door does not keep those waiting who are in.
        for _ in 0..<64 {
            guard connections.count < limits.connections else { return shut(now) }
            switch Sockets.acceptOne(listeners[index]) {
            case .nobody: return
            case .noRoom: return shut(now)
            case .socket(let socket, let peer):
                lastID += 1
                let connection = Connection(id: lastID, socket: socket, peer: peer, loop: self, now: now)
                connections[lastID] = connection
                settle(connection)
            }
        }
    }

    /// Leaves newcomers in the system's queue until there is room, and makes some: one that does nothing has to go.
    private func shut(_ now: Ticks) {
        let idle = connections.values.filter(\.isIdle).min { $0.lastRead < $1.lastRead }
        if let idle, idle.lastRead + .seconds(1) < now { idle.close() }
        if isShutUntil == nil { watchListeners([]) }
        isShutUntil = now + .milliseconds(100)
    }

    private func letIn() {
        isShutUntil = nil
        watchListeners(.read)
    }

    private func watchListeners(_ interest: Poller.Interest) {
        for (index, listener) in listeners.enumerated() {
            _ = poller.watch(
                listener, token: EventLoop.firstListener + UInt64(index), before: interest.isEmpty ? .read : [], now: interest)
        }
    }

    private func stop(_ now: Ticks) {
        isStopping = true
        stopsBy = now + limits.grace
        isShutUntil = nil
        closeListeners()
        for connection in connections.values {
            // A request may have come whole before the wish to stop did.
            connection.receive(buffer, now)
            if case .feed(let feed) = connection.delivery?.stage { feed.close() }
            connection.advance(now)
            connection.retire(now)
            settle(connection)
        }
    }

    private func closeListeners() {
        for listener in listeners {
            poller.forget(listener)
            close(listener)
        }
        listeners = []
    }
}

extension Connection {
    /// The server stops: an answer on its way is the last one.
    func retire(_ now: Ticks) {
        if isClosed || isLingering { return }
        if delivery == nil && output.isEmpty { return close() }
        if ending == .stays { ending = .closes }
        flush(now)
    }
}
