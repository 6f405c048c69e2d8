/// What the document says of the API as a whole: a constant in the generated client.
public struct Service: Sendable {
    /// As people call it: `Revox`.
    public var name: String
    /// Before `_BASE_URL` and `_LOG` in the environment: `REVOX`.
    public var environmentPrefix: String
    /// With `{variables}` in braces.
    public var server: String
    /// The variables of the server and their defaults.
    public var serverVariables: [String: String]
    public var schemes: [String: SecurityScheme]
    /// What applies to operations that say nothing of their own: alternatives, each a set of schemes.
    public var security: [[String]]
    /// The header field that carries the idempotency key.
    public var idempotencyHeader: String

    public init(
        name: String, environmentPrefix: String, server: String, serverVariables: [String: String] = [:],
        schemes: [String: SecurityScheme] = [:], security: [[String]] = [], idempotencyHeader: String = "Idempotency-Key"
    ) {
        self.name = name
        self.environmentPrefix = environmentPrefix
        self.server = server
        self.serverVariables = serverVariables
        self.schemes = schemes
        self.security = security
        self.idempotencyHeader = idempotencyHeader
    }
}

extension Service {
    /// The URL of a server with values for its variables.
    public static func expand(_ server: String, _ variables: [String: String]) -> String {
        fill(server) { variables[$0] }.text
    }
}

/// Where credentials go.
public enum SecurityScheme: Sendable, Hashable {
    case header(String)
    case query(String)
    case cookie(String)
    /// `Authorization: Bearer …`; OAuth 2 and OpenID Connect too.
    case bearer
    case basic
    /// `Authorization:` with the name of another scheme before the credentials.
    case http(String)
}

/// Something secret that opens a scheme. It cannot be printed.
public struct Credential: Sendable {
    let secret: @Sendable () async throws -> String

    /// An API key, or a bearer token that does not change.
    public static func token(_ token: String) -> Credential {
        Credential { token }
    }

    /// A token that is asked for before each attempt: keep it as long as it is good. What is thrown here ends the
    /// call as `APIError.configuration`, an `APIError` as itself.
    public static func provider(_ token: @escaping @Sendable () async throws -> String) -> Credential {
        Credential(secret: token)
    }

    public static func basic(username: String, password: String) -> Credential {
        Credential { base64(Array("\(username):\(password)".utf8)) }
    }
}

extension Credential: CustomStringConvertible, CustomReflectable {
    public var description: String { "***" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
