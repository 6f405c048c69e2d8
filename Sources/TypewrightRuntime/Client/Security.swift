extension ClientCore {
    /// Applies the first alternative for which there are credentials. Without any, the request goes as it
    /// is: a middleware may sign it, or the server says what it needs.
    func sign(_ request: inout TransportRequest, _ choice: APIRequest.SecurityChoice) async throws {
        noteSecrets(of: &request)
        let signatures = switch choice {
        case .service: usualSignatures
        case .alternatives(let own): service.signatures(own, credentials)
        }
        for signature in signatures {
            apply(signature.scheme, try await secret(of: signature.credential, signature.name), &request)
        }
    }

    /// What cannot be had is not a connection that broke: asking again is the provider's business.
    private func secret(of credential: Credential, _ name: String) async throws -> String {
        do {
            return try await credential.secret()
        } catch let error as APIError {
            throw error
        } catch {
            if error is CancellationError || Task.isCancelled { throw CancellationError() }
            throw APIError.configuration("no credential for '\(name)': \(error)")
        }
    }

    /// A key that came as a header field is as secret as one that a scheme puts there.
    private func noteSecrets(of request: inout TransportRequest) {
        for field in request.headers where HeaderFields.looksSecret(field.name) {
            request.secretHeaders.append(field.name)
            request.secrets.append(field.value)
            // After `Bearer` and its like.
            if let space = field.value.utf8.firstIndex(of: 0x20), !HeaderFields.same(field.name, "Cookie") {
                request.secrets.append(String(Substring(field.value.utf8[space...].dropFirst())))
            }
        }
    }

    private func apply(_ scheme: SecurityScheme, _ secret: String, _ request: inout TransportRequest) {
        switch scheme {
        case .header(let name): setSecret(name, secret, &request)
        case .bearer: setSecret("Authorization", "Bearer " + secret, &request)
        case .basic: setSecret("Authorization", "Basic " + secret, &request)
        case .http(let name): setSecret("Authorization", name + " " + secret, &request)
        case .query(let name):
            request.url += (request.url.utf8.contains(0x3F) ? "&" : "?") + "\(percentEncoded(name))=\(percentEncoded(secret))"
        case .cookie(let name):
            let others = request.headers["Cookie"].map { $0 + "; " } ?? ""
            setSecret("Cookie", others + "\(name)=\(percentEncoded(secret))", &request)
        }
        request.secrets.append(secret)
    }

    /// A header that the caller set for this call stays.
    private func setSecret(_ name: String, _ value: String, _ request: inout TransportRequest) {
        request.secretHeaders.append(name)
        if name == "Cookie" || request.headers[name] == nil { request.headers[name] = value }
    }
}

/// One scheme that a request is signed by.
struct Signature: Sendable {
    let name: String
    let scheme: SecurityScheme
    let credential: Credential
}

extension Service {
    /// Those of the first alternative for which there are all credentials.
    func signatures(_ alternatives: [[String]], _ credentials: [String: Credential]) -> [Signature] {
        guard let names = alternatives.first(where: { $0.allSatisfy { credentials[$0] != nil } }) else { return [] }
        return names.compactMap { name in
            guard let scheme = schemes[name], let credential = credentials[name] else { return nil }
            return Signature(name: name, scheme: scheme, credential: credential)
        }
    }
}

extension ClientConfiguration {
    /// The credential that was passed, or the one in the environment.
    public func credential(_ given: String?, _ name: String, variable: String) throws(APIError) -> String {
        if let given, !given.isEmpty { return given }
        if let found = environment(variable) { return found }
        throw APIError.configuration("no credential: pass \(name) or set the environment variable \(variable)")
    }
}
