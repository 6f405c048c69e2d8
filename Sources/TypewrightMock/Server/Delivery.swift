/// An answer that takes time.
struct Delivery {
    let answer: ServerAnswer
    let head: RequestHead
    let framing: AnswerFraming
    var stage: Stage
    /// When to go on.
    var next: Ticks

    enum Stage {
        /// Held back; nothing is sent yet.
        case delayed
        /// So many pieces are sent. A body that breaks off ends after `count`, without saying that it does.
        case pieces([[UInt8]], interval: Duration, sent: Int, count: Int)
        case feed(Feed)
        /// Bytes as they are, a few at a time.
        case dripping([UInt8], sent: Int, step: Int)
    }

    var isFeed: Bool {
        if case .feed = stage { return true }
        return false
    }

    func breakOff() {
        if case .feed(let feed) = answer.body { feed.close() }
        answer.finished?(.brokenOff)
    }
}

extension Connection {
    private static let dripInterval = Duration.milliseconds(100)
    private static let drips = 20

    /// Takes up an answer: at once, or when its delay is over.
    func begin(_ answer: ServerAnswer, to head: RequestHead, _ now: Ticks) {
        var head = head
        let framing = answer.framing(for: head)
        if framing == .untilClose { head.keepsAlive = false }
        var delivery = Delivery(answer: answer, head: head, framing: framing, stage: .delayed, next: now)
        if let delay = answer.delay, delay > .zero {
            delivery.next = now + delay
            self.delivery = delivery
        } else {
            send(delivery, now)
        }
    }

    /// Goes on with the answer on its way, as far as time and room allow.
    func advance(_ now: Ticks) {
        guard let current = delivery, current.next <= now || current.isFeed, !isFull else { return }
        switch current.stage {
        case .delayed:
            delivery = nil
            send(current, now)
        case .pieces(let pieces, let interval, let sent, let count):
            sendPiece(of: pieces, interval, sent, count, now)
        case .feed(let feed):
            sendFed(feed)
        case .dripping(let bytes, let sent, let step):
            let end = min(bytes.count, sent + step)
            output.append(Array(bytes[sent..<end]))
            if end == bytes.count { return finish() }
            delivery?.stage = .dripping(bytes, sent: end, step: step)
            delivery?.next = now + Connection.dripInterval
        }
        if delivery == nil, !isClosed {
            beginWaiting(now)
            readRequests(now)
        }
    }

    private func send(_ delivery: Delivery, _ now: Ticks) {
        let (answer, head) = (delivery.answer, delivery.head)
        let bytes = answer.head(for: head, framing: delivery.framing, keepsAlive: head.keepsAlive && answer.fault == nil, date: loop.date)
        let hasBody = head.method != "HEAD" && answer.allowsBody
        self.delivery = delivery
        switch answer.fault {
        case .reset: breakOff(after: [], .resets)
        case .garbage: breakOff(after: Connection.garbage, .closes)
        case .truncate: truncate(bytes, hasBody: hasBody, now)
        case .slow: drip(bytes, hasBody: hasBody, now)
        case nil:
            output.append(bytes)
            sendBody(hasBody: hasBody, now)
        }
    }

    private func sendBody(hasBody: Bool, _ now: Ticks) {
        guard let delivery else { return }
        guard hasBody else { return finish() }
        switch delivery.answer.body {
        case .none: finish()
        case .bytes(let bytes):
            output.append(bytes)
            finish()
        case .pieces(let pieces, let interval):
            let pieces = pieces.filter { !$0.isEmpty }
            sendPiece(of: pieces, interval, 0, pieces.count, now)
        case .feed(let feed):
            self.delivery?.stage = .feed(feed)
            self.delivery?.next = .never
            let (door, id) = (loop.door, id)
            feed.attach { door.feed(id) }
            sendFed(feed)
        }
    }

    private func sendPiece(of pieces: [[UInt8]], _ interval: Duration, _ sent: Int, _ count: Int, _ now: Ticks) {
        var sent = sent
        // Without an interval as many as there is room for; each is a chunk of its own all the same.
        repeat {
            if sent < count {
                append(framed: pieces[sent])
                sent += 1
            }
            guard sent < count else {
                if count < pieces.count { return breakOff(after: [], .closes) }
                return finish()
            }
        } while interval <= .zero && !isFull
        delivery?.stage = .pieces(pieces, interval: interval, sent: sent, count: count)
        delivery?.next = now + interval
    }

    private func sendFed(_ feed: Feed) {
        if isFull { return }
        let (pieces, isClosed) = feed.take()
        for piece in pieces where !piece.isEmpty { append(framed: piece) }
        if isClosed { finish() }
    }

    private func append(framed bytes: [UInt8]) {
        output.append(delivery?.framing == .chunked ? ServerAnswer.chunk(bytes) : bytes)
    }

    /// The answer is whole as soon as the output is sent.
    private func finish() {
        guard let ended = delivery else { return }
        delivery = nil
        if ended.head.method != "HEAD", ended.framing == .chunked { output.append(ServerAnswer.lastChunk) }
        if case .feed(let feed) = ended.answer.body { feed.close() }
        if let tell = ended.answer.finished {
            finishers.append((output.sent + output.count, tell))
        }
        if !ended.head.keepsAlive || ended.answer.fault != nil { ending = .closes }
    }
}

/// Faults on demand.
extension Connection {
    /// No HTTP, though it looks like text at first.
    private static let garbage = Array("MOCK garbage, as asked for\n".utf8) + [0, 1, 2, 0xFF, 0xFE, 0xC0, 0x80] + Array("\r\n\r\n{{{".utf8)

    private func breakOff(after bytes: [UInt8], _ ending: Ending) {
        output.append(bytes)
        delivery?.breakOff()
        delivery = nil
        self.ending = ending
    }

    private func truncate(_ head: [UInt8], hasBody: Bool, _ now: Ticks) {
        switch delivery?.answer.body {
        case .bytes(let bytes) where hasBody && bytes.count > 1:
            breakOff(after: head + bytes[..<(bytes.count / 2)], .closes)
        case .pieces(let pieces, let interval) where hasBody && delivery?.framing == .chunked:
            let pieces = pieces.filter { !$0.isEmpty }
            output.append(head)
            guard pieces.count > 1 else { return breakOff(after: [], .closes) }
            sendPiece(of: pieces, interval, 0, pieces.count / 2, now)
        case .feed where hasBody && delivery?.framing == .chunked:
            breakOff(after: head, .closes)
        default:
            // There is no body to cut.
            breakOff(after: Array(head[..<(head.count / 2)]), .closes)
        }
    }

    private func drip(_ head: [UInt8], hasBody: Bool, _ now: Ticks) {
        switch delivery?.answer.body {
        case .bytes(let bytes) where hasBody && !bytes.isEmpty:
            output.append(head)
            startDripping(bytes, now)
        case .pieces(let pieces, let interval) where hasBody:
            output.append(head)
            let pieces = pieces.filter { !$0.isEmpty }
            sendPiece(of: pieces, max(interval * 10, .milliseconds(500)), 0, pieces.count, now)
        case .feed where hasBody:
            output.append(head)
            sendBody(hasBody: true, now)
        default:
            startDripping(head, now)
        }
    }

    private func startDripping(_ bytes: [UInt8], _ now: Ticks) {
        delivery?.stage = .dripping(bytes, sent: 0, step: max(1, (bytes.count + Connection.drips - 1) / Connection.drips))
        delivery?.next = now + Connection.dripInterval
    }
}
