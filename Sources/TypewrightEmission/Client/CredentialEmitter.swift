import TypewrightModel

/// Where a client gets its credentials from, and where they go.
struct CredentialEmitter {
    let context: EmissionContext

    private var names: ClientNames { context.names.client }

    /// Schemes that take a credential, with the parameter it is passed in. Certificates are the transport's business.
    private var credentials: [(scheme: SecurityScheme, name: SwiftIdentifier)] {
        zip(context.api.securitySchemes, names.credentials).filter { $0.0.kind != .mutualTLS }.map { (scheme: $0.0, name: $0.1) }
    }

    /// `REVOX` for `RevoxClient`, unless the configuration says otherwise.
    var environmentPrefix: String {
        if let prefix = context.options.environmentPrefix { return prefix }
        let name = names.client.text
        return CredentialEmitter.screaming(name.hasSuffix("Client") && name.utf8.count > 6 ? String(name.dropLast(6)) : name)
    }

    private static func screaming(_ text: String) -> String {
        Words(text).list.map { $0.uppercased() }.joined(separator: "_")
    }

    // MARK: Initialisers

    var initialisers: Code {
        let credentials = credentials
        if credentials.isEmpty { return open }
        if credentials.count == 1, isText(credentials[0].scheme) { return single(credentials[0].scheme, credentials[0].name) }
        return several(credentials)
    }

    private func isText(_ scheme: SecurityScheme) -> Bool { scheme.kind != .basic }

    private let common: Code = """
        baseURL: String? = nil, configuration: ClientConfiguration = ClientConfiguration(),
        transport: any Transport = URLSessionTransport.shared
        """

    private var open: Code {
        """
        \(context.access)init(
            \(common)
        ) {
            client = APIClient(
                \(names.client).service, credentials: [:], baseURL: baseURL, configuration: configuration, transport: transport
            )
        }
        """
    }

    private func single(_ scheme: SecurityScheme, _ name: SwiftIdentifier) -> Code {
        let variable = environmentPrefix + "_" + CredentialEmitter.screaming(scheme.name)
        return """
            /// A client with this credential.
            \(context.access)init(
                \(name.label): String, \(common)
            ) {
                self.init(\(name.argumentLabel): .token(\(name)), baseURL: baseURL, configuration: configuration, transport: transport)
            }

            /// A client that asks for its credential before each attempt: `\(name.argumentLabel): .provider { … }`.
            \(context.access)init(
                \(name.label): Credential, \(common)
            ) {
                client = APIClient(
                    \(names.client).service, credentials: [\(literal: scheme.name): \(name)], baseURL: baseURL,
                    configuration: configuration, transport: transport
                )
            }

            \(Code.documentation(["A client with the credential of the environment variable `\(variable)`, unless one is passed."]))
            \(context.access)init(
                \(name.label): String? = nil, \(common)
            ) throws(APIError) {
                let \(name) = try configuration.credential(\(name), \(literal: name.text), variable: \(literal: variable))
                self.init(\(name.argumentLabel): .token(\(name)), baseURL: baseURL, configuration: configuration, transport: transport)
            }
            """
    }

    private func several(_ credentials: [(scheme: SecurityScheme, name: SwiftIdentifier)]) -> Code {
        let parameters = credentials.map { "\($0.name.label): Credential? = nil," as Code }
        let assignments = credentials.map { "credentials[\(literal: $0.scheme.name)] = \($0.name)" as Code }
        return """
            /// A client with the credentials that its operations need.
            \(context.access)init(
                \(Code.lines(parameters))
                \(common)
            ) {
                var credentials: [String: Credential] = [:]
                \(Code.lines(assignments))
                client = APIClient(
                    \(names.client).service, credentials: credentials, baseURL: baseURL, configuration: configuration, transport: transport
                )
            }
            """
    }

    // MARK: The service

    /// The dictionary of schemes; nil where there are none.
    var schemes: Code? {
        let entries = credentials.map { credential -> Code in
            let kind: Code = switch credential.scheme.kind {
            case .apiKey(.query, let name): ".query(\(literal: name))"
            case .apiKey(.cookie, let name): ".cookie(\(literal: name))"
            case .apiKey(_, let name): ".header(\(literal: name))"
            case .basic: ".basic"
            case .bearer, .token, .mutualTLS: ".bearer"
            case .http(let scheme): ".http(\(literal: scheme))"
            }
            return "\(literal: credential.scheme.name): \(kind)"
        }
        return entries.isEmpty ? nil : "[\(Code.list(entries))]"
    }

    func alternatives(_ requirements: [SecurityRequirement]) -> Code {
        let known = Set(credentials.map(\.scheme.name))
        let lists = requirements.map { requirement -> Code in
            "[\(Code.list(requirement.schemes.filter { known.contains($0) }.map { "\(literal: $0)" }))]"
        }
        return "[\(Code.list(lists))]"
    }
}
