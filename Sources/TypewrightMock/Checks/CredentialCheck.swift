import TypewrightSpec

/// Whether a request carries what one of the alternatives wants. Any credential that is not empty is good.
struct CredentialCheck {
    let schemes: [String: OpenAPI.SecurityScheme]

    init(_ api: OpenAPI.Description) {
        schemes = Dictionary(api.components.securitySchemes.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    struct Refusal {
        let detail: String
        /// The values of `WWW-Authenticate`.
        let challenges: [String]
    }

    /// `nil`: come in.
    func refusal(of request: ServerRequest, for requirements: [OpenAPI.SecurityRequirement]) -> Refusal? {
        guard !requirements.isEmpty else { return nil }
        var complaints: [String] = []
        var challenges: [String] = []
        for requirement in requirements {
            let missing = requirement.schemes.compactMap { schemes[$0.name] }.compactMap { complaint($0, request) }
            if missing.isEmpty { return nil }
            complaints.append(missing.map(\.text).joined(separator: " and "))
            for complaint in missing where !challenges.contains(complaint.challenge) { challenges.append(complaint.challenge) }
        }
        return Refusal(detail: complaints.joined(separator: "; or "), challenges: challenges)
    }

    private struct Complaint {
        let text: String
        let challenge: String
    }

    /// What is wrong with one credential; `nil` where nothing is.
    private func complaint(_ scheme: OpenAPI.SecurityScheme, _ request: ServerRequest) -> Complaint? {
        switch scheme.kind {
        case .apiKey(let name, let location):
            let isThere = key(name, location, request).map { !$0.isEmpty } ?? false
            return isThere ? nil : Complaint(
                text: "the \(location.rawValue) \(location == .query ? "parameter " : "")\(name) with an API key is missing",
                challenge: "ApiKey realm=\"\(quotable(scheme.name))\", in=\"\(location.rawValue)\", name=\"\(quotable(name))\"")
        case .http("basic", _): return basic(request, scheme.name)
        case .http("bearer", _): return token("Bearer", request, scheme.name)
        case .http(let other, _): return token(other, request, scheme.name)
        case .oauth2, .openIDConnect: return token("Bearer", request, scheme.name)
        // A certificate shows itself before any request, and of an unknown scheme nothing is known.
        case .mutualTLS, .unknown: return nil
        }
    }

    private func key(_ name: String, _ location: OpenAPI.Parameter.Location, _ request: ServerRequest) -> String? {
        switch location {
        case .query, .querystring: Pairs(query: request.query ?? "").values(of: name).first.map { Percent.decoded($0, plusIsSpace: true) }
        case .cookie: Pairs(cookies: request.headers).values(of: name).first.map(String.init)
        case .header, .path: request.headers[name]
        }
    }

    private func token(_ kind: String, _ request: ServerRequest, _ realm: String) -> Complaint? {
        let challenge = "\(kind) realm=\"\(quotable(realm))\""
        guard let sent = authorization(request) else {
            return Complaint(text: "the header Authorization: \(kind) … is missing", challenge: challenge)
        }
        guard sent.kind == kind.lowercased() else {
            return Complaint(text: "the header Authorization should begin with \(kind)", challenge: challenge)
        }
        return sent.value.isEmpty ? Complaint(text: "the \(kind) token is empty", challenge: challenge + ", error=\"invalid_token\"") : nil
    }

    private func basic(_ request: ServerRequest, _ realm: String) -> Complaint? {
        let challenge = "Basic realm=\"\(quotable(realm))\", charset=\"UTF-8\""
        guard let sent = authorization(request), sent.kind == "basic" else {
            return Complaint(text: "the header Authorization: Basic … is missing", challenge: challenge)
        }
        let isPair = Base64.decoded(sent.value).map { $0.contains(UInt8(ascii: ":")) } ?? false
        return isPair ? nil : Complaint(text: "the Basic credentials are not NAME:PASSWORD in Base64", challenge: challenge)
    }

    private func authorization(_ request: ServerRequest) -> (kind: String, value: String)? {
        guard let header = request.headers["Authorization"].map({ trimmed($0[...]) }), !header.isEmpty else { return nil }
        let halves = header.cut(at: 0x20)
        return (String(halves?.before ?? header[...]).lowercased(), halves.map { trimmed($0.after) } ?? "")
    }

    private func quotable(_ text: String) -> String { String(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value < 0x7F && $0 != "\"" && $0 != "\\" }.map(Character.init)) }
}
