import Foundation
import TypewrightRuntime

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// Hands what the session reports to the exchange it belongs to, and ends those whose time is over.
final class SessionDelegate: NSObject, @unchecked Sendable {
    private let lock = NSLock()
    private var exchanges: [Int: Exchange] = [:]
    /// Sleeps until the first deadline of all: one task, where one for each exchange would be made and cancelled.
    private var sleeper: Task<Void, Never>?
    private var sleepsUntil: Duration?

    deinit {
        sleeper?.cancel()
    }

    func add(_ exchange: Exchange) {
        let isFirst = lock.withLock {
            exchanges[exchange.task.taskIdentifier] = exchange
            guard let deadline = exchange.deadline else { return false }
            return sleepsUntil.map { deadline < $0 } ?? true
        }
        if isFirst { keepTime() }
    }

    /// Ends what is late, and sleeps until the next deadline.
    private func keepTime() {
        let now = SteadyTime.now
        let late = lock.withLock {
            let timed = exchanges.values.filter { $0.deadline != nil }
            sleeper?.cancel()
            sleepsUntil = timed.compactMap(\.deadline).filter { $0 > now }.min()
            sleeper = sleepsUntil.map { deadline in
                Task.detached { [weak self] in
                    guard (try? await Task.sleep(for: deadline - now, clock: .continuous)) != nil else { return }
                    self?.keepTime()
                }
            }
            return timed.filter { $0.deadline.map { $0 <= now } ?? false }
        }
        for exchange in late { exchange.stop(.timeout) }
    }

    private func exchange(_ task: URLSessionTask) -> Exchange? {
        lock.withLock { exchanges[task.taskIdentifier] }
    }

    /// How many have not ended yet.
    var count: Int { lock.withLock { exchanges.count } }
}

extension SessionDelegate: URLSessionDataDelegate {
    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
    ) {
        exchange(dataTask)?.receive(response)
        completionHandler(.allow)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        exchange(dataTask)?.receive(data)
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        let exchange = lock.withLock { exchanges.removeValue(forKey: task.taskIdentifier) }
        exchange?.complete(error)
    }

    /// Passwords are the client's business: a 401 is an answer like any other. How far a server is trusted
    /// is the system's.
    func urlSession(
        _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
        completionHandler: @escaping (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
    ) {
        #if canImport(Darwin)
        completionHandler(.performDefaultHandling, nil)
        #else
        // Here the whole answer has been received, and with the default handling the task would never end.
        exchange(task)?.endAtChallenge()
        // What this does waits for the queue that it is reported on.
        nonisolated(unsafe) let cancel = completionHandler
        DispatchQueue.global().async { cancel(.cancelAuthenticationChallenge, nil) }
        #endif
    }

    #if !canImport(Darwin)
    func urlSession(
        _ session: URLSession, task: URLSessionTask, needNewBodyStream completionHandler: @escaping (InputStream?) -> Void
    ) {
        completionHandler(exchange(task)?.newBody())
    }
    #endif

    /// The client follows redirects by its own rules.
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
    ) {
        #if !canImport(Darwin)
        // Here a download that is not led on stops the program, so it is given up instead.
        if task is URLSessionDownloadTask {
            exchange(task)?.endAtRedirect(response)
        } else {
            exchange(task)?.declineRedirect(completionHandler)
        }
        #else
        completionHandler(nil)
        #endif
    }
}

extension SessionDelegate: URLSessionDownloadDelegate {
    func urlSession(_ session: URLSession, downloadTask: URLSessionDownloadTask, didFinishDownloadingTo location: URL) {
        exchange(downloadTask)?.receive(file: location, downloadTask.response)
    }
}
