import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// Hands what the session reports to the exchange it belongs to.
final class SessionDelegate: NSObject, @unchecked Sendable {
    private let lock = NSLock()
    private var exchanges: [Int: Exchange] = [:]

    func add(_ exchange: Exchange) {
        lock.withLock { exchanges[exchange.task.taskIdentifier] = exchange }
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
        completionHandler(.cancelAuthenticationChallenge, nil)
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
            return
        }
        #endif
        completionHandler(nil)
    }
}

extension SessionDelegate: URLSessionDownloadDelegate {
    func urlSession(_ session: URLSession, downloadTask: URLSessionDownloadTask, didFinishDownloadingTo location: URL) {
        exchange(downloadTask)?.receive(file: location, downloadTask.response)
    }
}
