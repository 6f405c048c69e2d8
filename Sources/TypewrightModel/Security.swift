package struct SecurityScheme: Sendable {
    package var name: String
    package var kind: Kind
    package var description: String?

    package enum Kind: Sendable, Hashable {
        case apiKey(place: Parameter.Place, name: String)
        case basic
        case bearer(format: String?)
        /// OAuth 2 and OpenID Connect: a bearer token that somebody has to fetch.
        case token(scopes: [String])
        /// Another `http` scheme: its name stands before the credentials.
        case http(scheme: String)
        case mutualTLS
    }

    package init(name: String, kind: Kind, description: String? = nil) {
        self.name = name
        self.kind = kind
        self.description = description
    }
}

/// All of these schemes together; an empty one means that no credentials are needed.
package struct SecurityRequirement: Sendable, Hashable {
    package var schemes: [String]

    package init(schemes: [String]) {
        self.schemes = schemes
    }
}
