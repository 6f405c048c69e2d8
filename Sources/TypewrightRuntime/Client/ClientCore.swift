/// What all copies of a client share.
final class ClientCore: Sendable {
    let service: Service
    let credentials: [String: Credential]
    /// What signs operations that say nothing of their own.
    let usualSignatures: [Signature]
    let configuration: ClientConfiguration
    /// What the user or the environment puts in place of the document's server.
    let explicitBaseURL: String?
    /// The base URL of operations that have no server of their own.
    let baseURL: Result<String, APIError>
    /// Whether nothing between here and the server takes time that the transport does not watch.
    let transportKeepsTime: Bool
    let send: @Sendable (TransportRequest) async throws -> TransportResponse

    init(
        _ service: Service, _ credentials: [String: Credential], _ baseURL: String?,
        _ configuration: ClientConfiguration, _ transport: any Transport
    ) {
        self.service = service
        self.credentials = credentials
        usualSignatures = service.signatures(service.security, credentials)
        self.configuration = configuration
        let given = baseURL ?? configuration.baseURL ?? configuration.environment(service.environmentPrefix + "_BASE_URL")
        explicitBaseURL = given
        self.baseURL = Result { () throws(APIError) in
            if let given { return try service.baseURL(given) }
            return try service.baseURL(service.expand(service.server, service.serverVariables, configuration))
        }
        let redirects = RedirectFollower(transport: transport, limit: configuration.maximumRedirects)
        var send: @Sendable (TransportRequest) async throws -> TransportResponse = { try await redirects.send($0) }
        let middleware = configuration.middleware + ClientCore.environmentLogging(service, configuration)
        transportKeepsTime = middleware.isEmpty && transport is any TimeKeepingTransport && configuration.clock is ContinuousClock
        for middleware in middleware.reversed() {
            let next = send
            send = { try await middleware.intercept($0, next: next) }
        }
        self.send = send
    }

    private static func environmentLogging(_ service: Service, _ configuration: ClientConfiguration) -> [any Middleware] {
        configuration.environment(service.environmentPrefix + "_LOG")
            .flatMap { LoggingMiddleware.Level(rawValue: $0.lowercased()) }
            .map { [LoggingMiddleware($0, print: configuration.log)] } ?? []
    }
}
