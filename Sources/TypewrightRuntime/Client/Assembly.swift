extension ClientCore {
    /// The request as it goes out, but for the credentials.
    func assemble(_ request: APIRequest.Parts, _ options: RequestOptions, _ accept: String) throws(APIError) -> TransportRequest {
        let url = try url(request, options)
        var result = TransportRequest(
            method: request.method, url: url, headers: headers(request, options, accept), body: request.body,
            operation: request.operation
        )
        for field in result.headers where field.value.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0 }) {
            throw APIError.configuration("the header '\(field.name)' contains a line break")
        }
        if !request.form.isEmpty || request.formType != nil {
            let boundary = randomIdentifier()
            result.body = FormPart.body(try request.form(with: options.bodyFields), boundary: boundary)
            result.headers["Content-Type"] = "\(request.formType ?? "multipart/form-data"); boundary=\(boundary)"
        } else if !options.bodyFields.isEmpty {
            result.body = .bytes(try request.body(with: options.bodyFields))
            if request.body.isEmpty, result.headers["Content-Type"] == nil { result.headers["Content-Type"] = "application/json" }
        }
        return result
    }

    private func url(_ request: APIRequest.Parts, _ options: RequestOptions) throws(APIError) -> String {
        if let absoluteURL = request.absoluteURL { return absoluteURL }
        let url = try baseURL(request) + path(request)
        let query = request.query + options.query.map { "\(percentEncoded($0.name))=\(percentEncoded($0.value))" }
        return query.isEmpty ? url : url + (url.utf8.contains(0x3F) ? "&" : "?") + query.joined(separator: "&")
    }

    private func headers(_ request: APIRequest.Parts, _ options: RequestOptions, _ accept: String) -> HeaderFields {
        // Room for these, for a credential, and for what a body needs.
        var headers = HeaderFields(capacity: 6)
        headers.append("Accept", request.accept ?? accept)
        headers.append("User-Agent", "\(service.name)-Swift")
        if let contentType = request.contentType { headers["Content-Type"] = contentType }
        headers.merge(configuration.headers)
        headers.merge(request.headers)
        if !request.cookies.isEmpty { headers["Cookie"] = request.cookies.joined(separator: "; ") }
        headers.merge(options.headers)
        if let key = options.idempotencyKey {
            headers[service.idempotencyHeader] = key
        } else if request.method == "POST" || request.method == "PATCH", headers[service.idempotencyHeader] == nil {
            headers[service.idempotencyHeader] = randomIdentifier()
        }
        return headers
    }

    private func baseURL(_ request: APIRequest.Parts) throws(APIError) -> String {
        guard explicitBaseURL == nil, let server = request.server else { return try baseURL.get() }
        return try service.baseURL(service.expand(server, request.serverVariables, configuration))
    }

    private func path(_ request: APIRequest.Parts) throws(APIError) -> String {
        if request.isLiteral {
            let path = percentEncoded(request.path, keepingReserved: true)
            return path.hasPrefix("/") ? path : "/" + path
        }
        let (path, missing) = fill(request.path) { name in request.pathValues.first { $0.name == name }?.text }
        if let missing { throw refusal("/" + missing, "required", "the path parameter '\(missing)' is missing", request) }
        // Servers and URL libraries take such a segment for a step to another resource.
        if path.utf8.contains(0x2E), path.utf8.split(separator: 0x2F).contains(where: { [".", ".."].contains(Substring($0)) }) {
            throw refusal("", "path", "the path \(path) has a segment of dots", request)
        }
        return path
    }

    private func refusal(_ pointer: String, _ keyword: String, _ message: String, _ request: APIRequest.Parts) -> APIError {
        let violation = Violation(pointer: pointer, keyword: keyword, schemaLocation: "", message: message, value: "", offset: 0)
        return .invalidRequest(ValidationError(violations: [violation]), CallContext(operation: request.operation))
    }
}

extension Service {
    /// Without slashes at its end.
    func baseURL(_ text: String) throws(APIError) -> String {
        guard URLText(text) != nil else {
            let ending = text.hasPrefix("/") && text.utf8.count > 1 ? " that ends with it" : ""
            throw APIError.configuration("'\(text)' is no absolute URL: pass a baseURL\(ending) or set \(environmentPrefix)_BASE_URL")
        }
        var text = text
        while text.hasSuffix("/") { text.removeLast() }
        return text
    }

    /// Puts in the variables of a server.
    func expand(
        _ template: String, _ defaults: [String: String], _ configuration: ClientConfiguration
    ) throws(APIError) -> String {
        let (text, missing) = fill(template) { name in configuration.serverVariables[name] ?? defaults[name] }
        if let missing { throw APIError.configuration("the server \(template) needs a value for '\(missing)'") }
        return text
    }
}

/// Replaces each `{name}`; tells the first name that has no value.
func fill(_ template: String, _ value: (String) -> String?) -> (text: String, missing: String?) {
    if !template.utf8.contains(0x7B) { return (template, nil) }
    var text = ""
    var missing: String?
    var rest = template.utf8[...]
    while let open = rest.firstIndex(of: 0x7B), let close = rest[open...].firstIndex(of: 0x7D) {
        text += String(Substring(rest[..<open]))
        let name = String(Substring(rest[rest.index(after: open)..<close]))
        if let value = value(name) { text += value } else { missing = missing ?? name }
        rest = rest[rest.index(after: close)...]
    }
    return (text + String(Substring(rest)), missing)
}

/// 128 random bits in the form of a version 4 UUID.
func randomIdentifier() -> String {
    var generator = SystemRandomNumberGenerator()
    let high = generator.next() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
    let low = generator.next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    var text = ""
    for (index, shift) in stride(from: 60, through: 0, by: -4).enumerated() {
        if index == 8 || index == 12 { text += "-" }
        text += String(high >> UInt64(shift) & 15, radix: 16)
    }
    for (index, shift) in stride(from: 60, through: 0, by: -4).enumerated() {
        if index == 0 || index == 4 { text += "-" }
        text += String(low >> UInt64(shift) & 15, radix: 16)
    }
    return text
}
