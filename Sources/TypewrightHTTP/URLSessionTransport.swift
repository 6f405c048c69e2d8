import Foundation
import TypewrightRuntime

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// The transport of generated clients unless they are given another one: `URLSession`, on Linux and on
/// Apple systems.
///
/// Connections are kept and used again. Bodies stream in both directions; files are uploaded and
/// downloaded without being held in memory; `http_proxy` and its like are obeyed.
public final class URLSessionTransport: TimeKeepingTransport {
    /// One session for every client that does not ask for its own.
    public static let shared = URLSessionTransport()

    private let settings: Settings
    private let session: URLSession
    private let delegate = SessionDelegate()

    public init(_ settings: Settings = Settings()) {
        self.settings = settings
        session = URLSession(configuration: settings.sessionConfiguration(), delegate: delegate, delegateQueue: delegateQueue())
    }

    deinit {
        session.finishTasksAndInvalidate()
    }

    /// How many exchanges have not ended yet.
    var openTasks: Int { delegate.count }

    public func send(_ request: TransportRequest) async throws -> TransportResponse {
        let upload = try await Upload(request.body)
        let ready = try URLRequest(request)
        let task = upload.task(for: ready, in: session, isDownload: request.destination != nil)
        let exchange = Exchange(request, task, settings, upload, mayBeTunnelled: mayBeTunnelled(ready.url))
        delegate.add(exchange)
        return try await exchange.response()
    }
}

extension URLRequest {
    init(_ request: TransportRequest) throws(TransportError) {
        guard let url = URL(string: request.url) else {
            throw TransportError.connection("'\(request.redacted(request.url))' is no URL")
        }
        // On Linux any other scheme stops the program.
        guard ["http", "https"].contains(url.scheme?.lowercased()), url.host(percentEncoded: true)?.isEmpty == false else {
            throw TransportError.connection("'\(request.redacted(request.url))' is no http or https URL")
        }
        self.init(url: url)
        // Setting the method, and each field that is set alone, takes Foundation longer than all that the client does.
        if request.method != "GET" { httpMethod = request.method }
        allHTTPHeaderFields = request.headers.joined
    }
}

extension HeaderFields {
    /// One value for each name. A field with a line break is left out: it could smuggle in others.
    fileprivate var joined: [String: String] {
        var result = [String: String](minimumCapacity: count)
        for field in self where !field.value.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0 }) {
            // The spelling that came first stands for the others.
            let name = first { HeaderFields.same($0.name, field.name) }?.name ?? field.name
            if let others = result.updateValue(field.value, forKey: name) { result[name] = others + "," + field.value }
        }
        return result
    }
}
