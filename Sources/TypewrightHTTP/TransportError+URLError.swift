import Foundation
import TypewrightRuntime

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

extension TransportError {
    /// What `URLSession` reports, in words that help. Its own may show the URL, and with it a key in the query.
    init(_ error: any Error, host: String?) {
        let host = host ?? "the server"
        guard let error = error as? URLError else {
            self = .connection("the connection to \(host) failed")
            return
        }
        switch error.code {
        case .cancelled: self = .cancelled
        case .timedOut: self = .timeout
        case .cannotFindHost, .dnsLookupFailed: self = .connection("\(host) cannot be found")
        case .cannotConnectToHost: self = .connection("\(host) does not take the connection")
        case .networkConnectionLost: self = .connection("the connection to \(host) broke")
        case .notConnectedToInternet: self = .connection("there is no network")
        case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate, .serverCertificateNotYetValid,
            .serverCertificateHasUnknownRoot, .clientCertificateRejected, .clientCertificateRequired:
            self = .connection("no secure connection to \(host) (\(error.code.rawValue))")
        case .badServerResponse: self = .connection("\(host) closed the connection without an answer")
        // On Linux this is the code for an answer of another protocol.
        case .cannotParseResponse, .cannotDecodeRawData, .cannotDecodeContentData, .unsupportedURL:
            self = .connection("the answer of \(host) is not HTTP (\(error.code.rawValue))")
        case .badURL: self = .connection("the URL is not supported")
        default: self = .connection("the connection to \(host) failed (\(error.code.rawValue))")
        }
    }
}
