import Foundation
import TypewrightRuntime

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// One task of the session: its answer, and the part of the body that waits to be read.
///
/// Three sides meet here, all under one lock: the session, which reports; the reader of the body; and
/// whoever cancels.
final class Exchange: @unchecked Sendable {
    let task: URLSessionTask
    /// When it is over, whatever has arrived.
    var deadline: Duration? { request.deadline }
    private let request: TransportRequest
    private let settings: URLSessionTransport.Settings
    /// Kept until the end, and no longer: it owns the temporary file that is being sent.
    private var upload: Upload?

    private let lock = NSLock()
    // Whoever takes one of these out, under the lock, resumes it.
    private var head: UnsafeContinuation<Head, any Error>?
    private var reader: UnsafeContinuation<[UInt8]?, any Error>?
    private var waiting: [UInt8] = []
    private var receivedBytes = 0
    private var expectedBytes: Int?
    private var isPaused = false
    /// On Linux the answer of a proxy to CONNECT is reported like the server's.
    private let mayBeTunnelled: Bool
    /// An answer that may be the proxy's: it counts when something else than another answer follows.
    private var held: Head?
    /// An answer that is handed over together with its body.
    private var whole: Head?
    private var end: Result<Void, TransportError>?
    /// The task is being cancelled, or will be in a moment.
    private var isGivenUp = false

    /// No more memory than this is taken because a server says so.
    private static let largestReservation = 16 << 20

    /// On Linux a suspended task takes its handle out of libcurl, and resumed it begins the transfer again
    /// from the start, if it does not stop the program before.
    private static let canPause: Bool = {
        #if canImport(Darwin)
        true
        #else
        false
        #endif
    }()

    init(
        _ request: TransportRequest, _ task: URLSessionTask, _ settings: URLSessionTransport.Settings, _ upload: Upload,
        mayBeTunnelled: Bool
    ) {
        self.request = request
        self.mayBeTunnelled = mayBeTunnelled
        self.task = task
        self.settings = settings
        self.upload = upload
    }

    private struct Head {
        let response: HTTPURLResponse
        /// `nil` if it follows piece by piece.
        var body: ResponseBody?

        var status: Int { response.statusCode }
        var headers: HeaderFields { HeaderFields(response) }

        /// An answer to CONNECT has no body, and so nothing that says where one ends.
        var mayBeOfTunnel: Bool {
            guard 200..<300 ~= status else { return false }
            let headers = headers
            return headers["content-length"] == nil && headers["transfer-encoding"] == nil
        }
    }

    /// Starts the task and waits for the head of the answer, or for the whole file.
    func response() async throws -> TransportResponse {
        try await withTaskCancellationHandler {
            let head = try await withUnsafeThrowingContinuation { (continuation: UnsafeContinuation<Head, any Error>) in
                let failure: TransportError? = lock.withLock {
                    if case .failure(let error) = end { return error }
                    self.head = continuation
                    return nil
                }
                if let failure { continuation.resume(throwing: failure) } else { task.resume() }
            }
            let body = head.body ?? .stream(ByteStream(source: ExchangeBody(self)))
            let response = head.response
            return TransportResponse(status: head.status, received: .later { HeaderFields(response) }, body: body)
        } onCancel: {
            cancel()
        }
    }

    /// The next part of the body.
    func next() async throws -> [UInt8]? {
        try await withTaskCancellationHandler {
            try await withUnsafeThrowingContinuation { continuation in
                lock.lock()
                if reader != nil {
                    lock.unlock()
                    continuation.resume(throwing: TransportError.connection("the stream already has a reader"))
                } else if let chunk = takeWaiting() {
                    let resumes = isPaused
                    isPaused = false
                    lock.unlock()
                    continuation.resume(returning: chunk)
                    if resumes { task.resume() }
                } else if let end {
                    lock.unlock()
                    continuation.resume(with: end.map { nil }.mapError { $0 })
                } else {
                    reader = continuation
                    lock.unlock()
                }
            }
        } onCancel: {
            cancel()
        }
    }

    #if !canImport(Darwin)
    func newBody() -> InputStream? { lock.withLock { upload }?.stream() }
    #endif

    func cancel() {
        stop(.cancelled)
    }

    func stop(_ error: TransportError) {
        let isFirst = lock.withLock {
            if end != nil || isGivenUp { return false }
            isGivenUp = true
            return true
        }
        guard isFirst else { return }
        finish(.failure(error))
        #if canImport(Darwin)
        task.cancel()
        #else
        // This waits for the session's queue, which may be where we are.
        DispatchQueue.global().async { [task] in task.cancel() }
        #endif
    }

    private func takeWaiting() -> [UInt8]? {
        guard !waiting.isEmpty else { return nil }
        var bytes: [UInt8] = []
        swap(&bytes, &waiting)
        return bytes
    }

    /// The first end counts.
    private func finish(_ result: Result<Void, TransportError>) {
        lock.lock()
        guard end == nil else { return lock.unlock() }
        end = result
        let head = self.head
        let reader = self.reader
        self.head = nil
        self.reader = nil
        upload = nil
        var whole = self.whole
        if whole != nil { whole?.body = .bytes(takeWaiting() ?? []) }
        lock.unlock()
        switch result {
        case .success:
            if let whole {
                head?.resume(returning: whole)
            } else {
                head?.resume(throwing: TransportError.connection("the server gave no answer"))
            }
            reader?.resume(returning: nil)
        case .failure(let error):
            head?.resume(throwing: error)
            reader?.resume(throwing: error)
        }
    }
}

// MARK: - What the session reports

extension Exchange {
    func receive(_ response: URLResponse) {
        // On Linux 100 and 103 are reported too, before the answer itself.
        guard let response = response as? HTTPURLResponse, response.statusCode >= 200 || response.statusCode == 101 else { return }
        let answer = Head(response: response)
        lock.lock()
        expectedBytes = announcedLength(response)
        if mayBeTunnelled, answer.mayBeOfTunnel {
            held = answer
            return lock.unlock()
        }
        held = nil
        lock.unlock()
        end(answer)
    }

    /// The head of the answer, unless there was one already. An answer that its reader will collect waits for its body
    /// here: each handover is a change of threads, and dearer than the body usually is. Of a failure only a part may be
    /// read.
    private func end(_ answer: Head) {
        lock.lock()
        let isCollected = request.maximumResponseBytes != nil && request.destination == nil && 200..<300 ~= answer.status
        if isCollected, answer.body == nil {
            whole = whole ?? answer
            return lock.unlock()
        }
        let head = self.head
        self.head = nil
        lock.unlock()
        head?.resume(returning: answer)
    }

    func receive(_ data: Data) {
        lock.lock()
        if let answer = held {
            held = nil
            lock.unlock()
            end(answer)
            lock.lock()
        }
        // What still comes after the end, until the task has stopped, is nobody's.
        guard end == nil else { return lock.unlock() }
        receivedBytes += data.count
        if let limit = request.maximumResponseBytes, receivedBytes > limit {
            lock.unlock()
            return stop(.limit("the body is larger than \(limit) bytes"))
        }
        if let reader {
            self.reader = nil
            lock.unlock()
            return reader.resume(returning: Array(data))
        }
        // The pieces are put together as they come, so that the memory of each is free for the next.
        if waiting.isEmpty, whole != nil { waiting.reserveCapacity(min(max(expectedBytes ?? 0, 0), Exchange.largestReservation)) }
        data.withUnsafeBytes { waiting.append(contentsOf: $0) }
        // A body that is collected is bounded already, and its reader is only late by a thread switch.
        let isStream = request.maximumResponseBytes == nil
        let pauses = isStream && Exchange.canPause && waiting.count > settings.streamPauseBytes && !isPaused
        if pauses { isPaused = true }
        let overflows = isStream && waiting.count > settings.streamLimitBytes
        lock.unlock()
        if overflows {
            stop(.limit("more than \(settings.streamLimitBytes) bytes of the stream wait to be read"))
        } else if pauses {
            task.suspend()
        }
    }

    /// The file disappears when this returns.
    func receive(file: URL, _ response: URLResponse?) {
        guard let response = response as? HTTPURLResponse, let destination = request.destination else { return }
        var answer = Head(response: response, body: .bytes([]))
        do {
            let size = try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int ?? 0
            if let failure = failure(announcedLength(response), size, response) { return finish(.failure(failure)) }
            if 200..<300 ~= answer.status {
                try place(file, at: URL(fileURLWithPath: destination))
                answer.body = .file(destination)
            } else {
                let handle = try FileHandle(forReadingFrom: file)
                defer { try? handle.close() }
                answer.body = .bytes(Array(try handle.read(upToCount: 1 << 20) ?? Data()))
            }
        } catch {
            return finish(.failure(.file("'\(destination)' cannot be written: \(error.localizedDescription)")))
        }
        end(answer)
    }

    func complete(_ error: (any Error)?) {
        if let error { return finish(.failure(TransportError(error, host: task.originalRequest?.url?.host))) }
        // On Linux a redirect that leads nowhere is not reported otherwise, and its body is lost.
        endHead()
        lock.lock()
        let received = receivedBytes
        let expected = expectedBytes
        lock.unlock()
        if let failure = failure(expected, received, task.response) {
            finish(.failure(failure))
        } else {
            finish(.success(()))
        }
    }

    /// The answer stands as it is, and what is left of the task is given up.
    func endAtRedirect(_ response: HTTPURLResponse) {
        end(Head(response: response, body: .bytes([])))
        cancel()
    }

    #if !canImport(Darwin)
    /// Does not go where the redirect leads. A task that is cancelled meanwhile must not be told so, for that stops the program;
    /// being cancelled ends it all the same. Told under the lock, this comes before it is cancelled.
    func declineRedirect(_ follow: (URLRequest?) -> Void) {
        lock.withLock { if !isGivenUp { follow(nil) } }
    }
    #endif

    /// The answer is a 401 that asks for a password: it stands as it is. Of a download the body is lost.
    func endAtChallenge() {
        complete(nil)
    }

    /// Answers with what the task knows of the answer, where nothing else of it was reported.
    private func endHead() {
        guard lock.withLock({ whole == nil }), let response = task.response as? HTTPURLResponse, response.statusCode >= 200 else { return }
        end(Head(response: response, body: .bytes([])))
    }

    /// Puts the file in the place of one that may be there, in one step.
    private func place(_ file: URL, at destination: URL) throws {
        if rename(file.path, destination.path) == 0 { return }
        // Another file system, or one where this does not replace a file.
        let sibling = destination.appendingPathExtension("download")
        try? FileManager.default.removeItem(at: sibling)
        try FileManager.default.moveItem(at: file, to: sibling)
        if rename(sibling.path, destination.path) == 0 { return }
        try? FileManager.default.removeItem(at: destination)
        try FileManager.default.moveItem(at: sibling, to: destination)
    }

    /// What `Content-Length` promises.
    private func announcedLength(_ response: HTTPURLResponse) -> Int? {
        if request.method == "HEAD" || response.statusCode == 204 || response.statusCode == 304 { return nil }
        return response.expectedContentLength < 0 ? nil : Int(clamping: response.expectedContentLength)
    }

    /// Why a body of this length is not what was announced. One that was encoded arrives decoded: it is counted otherwise.
    private func failure(_ announced: Int?, _ received: Int, _ response: URLResponse?) -> TransportError? {
        guard let announced, announced != received else { return nil }
        if let response = response as? HTTPURLResponse, HeaderFields(response)["content-encoding"] != nil { return nil }
        return .connection("the body has \(received) bytes instead of \(announced)")
    }
}

/// The body as its reader holds it: letting it go ends the exchange.
private final class ExchangeBody: ByteSource {
    private let exchange: Exchange

    init(_ exchange: Exchange) {
        self.exchange = exchange
    }

    deinit {
        exchange.cancel()
    }

    func next() async throws -> [UInt8]? {
        try await exchange.next()
    }
}

extension HeaderFields {
    fileprivate init(_ response: HTTPURLResponse) {
        let fields = response.allHeaderFields
        self.init(capacity: fields.count)
        for (name, value) in fields {
            append(name.base as? String ?? "\(name)", value as? String ?? "\(value)")
        }
    }
}
