import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

extension URLSessionTransport {
    public struct Settings: Sendable {
        /// More calls to one host than this wait for each other.
        public var connectionsPerHost = 32
        /// When this much of a stream waits to be read, the connection is asked to pause. Not on Linux,
        /// where `URLSession` cannot pause.
        public var streamPauseBytes = 1 << 20
        /// When this much waits all the same, the stream fails with `TransportError.limit` and the connection
        /// is closed; what has arrived can still be read. Large bodies that are read slowly belong into a
        /// file: a download is never held in memory.
        public var streamLimitBytes = 64 << 20

        public init() {}

        /// Longer than anybody waits: the client watches the time, and a stream may well be silent for long.
        ///
        /// On Linux Foundation makes a new timer for each line of the head and each piece of the body. What is beyond the
        /// nanoseconds that `Int64` can count is never armed, which spares the threads that wait for time and sockets
        /// being woken for each: half the changes of threads of a small call.
        private static var longestSilence: TimeInterval {
            #if canImport(Darwin)
            return 86_400
            #else
            // Foundation counts it in milliseconds, in an `Int`.
            return Int.bitWidth > 32 ? 1e10 : 86_400
            #endif
        }

        func sessionConfiguration() -> URLSessionConfiguration {
            let configuration = URLSessionConfiguration.ephemeral
            configuration.httpMaximumConnectionsPerHost = connectionsPerHost
            configuration.httpShouldSetCookies = false
            configuration.httpCookieStorage = nil
            // Or Foundation takes every header field apart in search of cookies: a seventh of a small call.
            configuration.httpCookieAcceptPolicy = .never
            configuration.urlCache = nil
            configuration.urlCredentialStorage = nil
            configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
            configuration.timeoutIntervalForRequest = Settings.longestSilence
            #if canImport(Darwin)
            // Elsewhere libcurl reads the environment by itself.
            configuration.connectionProxyDictionary = proxies(ProcessInfo.processInfo.environment)
            #endif
            return configuration
        }
    }
}

/// Whether a proxy may open a tunnel for this URL. Where there is one, `no_proxy` may still exclude it.
func mayBeTunnelled(_ url: URL?) -> Bool {
    #if canImport(Darwin) || os(Windows)
    return false
    #else
    let names: [String] = ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]
    return url?.scheme?.lowercased() == "https" && names.contains { name in getenv(name).map { $0.pointee != 0 } ?? false }
    #endif
}

/// `http_proxy`, `https_proxy` and `no_proxy` in the form that `URLSession` takes, or `nil` if there are none:
/// then the system's settings hold.
func proxies(_ environment: [String: String]) -> [AnyHashable: Any]? {
    func variable(_ name: String) -> String? {
        let value = environment[name] ?? environment[name.uppercased()]
        return value.flatMap { $0.isEmpty ? nil : $0 }
    }
    var result: [AnyHashable: Any] = [:]
    for (name, prefix) in [("http_proxy", "HTTP"), ("https_proxy", "HTTPS")] {
        // Upper case `HTTP_PROXY` can be set by a request header in a CGI program, so nobody obeys it.
        guard let text = name == "http_proxy" ? environment[name] : variable(name),
            let url = URLComponents(string: text.contains("://") ? text : "http://" + text), let host = url.host
        else { continue }
        result[prefix + "Enable"] = 1
        result[prefix + "Proxy"] = host
        result[prefix + "Port"] = url.port ?? 1080
    }
    if result.isEmpty { return nil }
    if let exceptions = variable("no_proxy") {
        result["ExceptionsList"] = exceptions.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    return result
}
