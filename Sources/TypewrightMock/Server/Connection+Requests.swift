extension Connection {
    /// Something came in, or the other side has ended.
    func receive(_ buffer: UnsafeMutableRawBufferPointer, _ now: Ticks) {
        switch Sockets.receive(socket, into: buffer) {
        case .later: return
        case .failed: return close()
        case .ended: end(now)
        case .bytes(let count):
            lastRead = now
            if isLingering { return }
            if delivery == nil, parser.progress(input) == .idle { requestBegan = now }
            input.append(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            readRequests(now)
        }
        flush(now)
    }

    private func end(_ now: Ticks) {
        inputEnded = true
        if isLingering { return close() }
        // An open-ended answer would wait for a reader that has gone; any other is finished for one
        // that has only said all it has to say.
        if delivery?.isFeed == true { return close() }
        if delivery == nil { readRequests(now) }
    }

    /// Takes up request after request until one is not whole, or its answer takes time, or nobody reads the answers.
    func readRequests(_ now: Ticks) {
        while !isClosed, delivery == nil, ending == .stays, !isFull {
            switch parser.advance(&input) {
            case .needsMore:
                if inputEnded { ending = .closes }
                return
            case .wantsContinue:
                output.append(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8))
            case .refused(let refusal):
                return refuse(refusal, now)
            case .request(let head, let body):
                beginWaiting(now)
                handle(head, body, now)
            }
        }
    }

    func refuse(_ refusal: Refusal, _ now: Ticks) {
        loop.refused?(refusal.status, refusal.detail, peer)
        var head = RequestHead.unknown
        head.keepsAlive = false
        begin(ServerAnswer(refusal), to: head, now)
    }

    private func handle(_ head: RequestHead, _ body: [UInt8], _ now: Ticks) {
        let request = ServerRequest(
            number: loop.nextNumber(), method: head.method, target: head.target, headers: head.headers, body: body,
            peer: peer, receivedAt: .now)
        var answer = CrossOrigin.answer(to: request, host: loop.host) ?? loop.handler(request)
        CrossOrigin.allow(&answer, to: request)
        var head = head
        if answer.asksToClose || loop.isStopping { head.keepsAlive = false }
        begin(answer, to: head, now)    }
}
