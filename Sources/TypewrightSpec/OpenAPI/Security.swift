import TypewrightReader
import TypewrightSource

extension OpenAPI {
    package struct SecurityScheme: Sendable, Extensible {
        package let node: Node
        package let place: Place
        /// Its name under `components/securitySchemes`.
        package let name: String
        package let description: String?
        package let isDeprecated: Bool
        package let kind: Kind

        package enum Kind: Sendable {
            case apiKey(name: String, location: Parameter.Location)
            /// The scheme in lower case: `basic`, `bearer`, …
            case http(scheme: String, bearerFormat: String?)
            case mutualTLS
            case oauth2([Flow])
            case openIDConnect(url: String)
            /// Reported.
            case unknown(String)
        }

        package struct Flow: Sendable {
            package let kind: Kind
            package let authorizationURL: String?
            package let tokenURL: String?
            package let refreshURL: String?
            package let deviceAuthorizationURL: String?
            package let scopes: [Scope]

            package enum Kind: String, Sendable, Hashable {
                case implicit, password, clientCredentials, authorizationCode, deviceAuthorization
            }
        }

        package struct Scope: Sendable {
            package let name: String
            package let description: String
        }
    }

    /// Schemes that are needed together; none means that no credentials are needed.
    package struct SecurityRequirement: Sendable {
        package let schemes: [(name: String, scopes: [String])]
    }
}
