extension APIClient {
    func decode<Value: JSONCodable>(_ answer: Answer, _ options: RequestOptions, _ check: JSONCheck?) throws(APIError) -> Value {
        let bytes = answer.bytes
        let value: Value
        do {
            value = try Value(json: bytes)
        } catch {
            throw APIError.undecodableBody(BodyFailure(
                status: answer.status, headers: answer.headers, body: bytes,
                reason: APIClient.reason(error, answer.headers, isEmpty: bytes.isEmpty), context: answer.context
            ))
        }
        try validate(bytes, Value.self, check, policy(options).responses, answer.context)
        return value
    }

    func decodeForm<Value: JSONCodable>(_ answer: Answer) throws(APIError) -> Value {
        do {
            return try LooseText.decode(FormText.value(of: answer.bytes))
        } catch {
            throw APIError.undecodableBody(BodyFailure(
                status: answer.status, headers: answer.headers, body: answer.bytes, reason: "\(error)", context: answer.context
            ))
        }
    }

    func policy(_ options: RequestOptions) -> ValidationPolicy {
        options.validation ?? self.options.validation ?? core.configuration.validation
    }

    func validate(
        _ bytes: [UInt8], _ type: any JSONCodable.Type, _ check: JSONCheck?,
        _ policy: ValidationPolicy.Responses, _ context: CallContext
    ) throws(APIError) {
        if policy == .off { return }
        var options = ValidationOptions()
        options.direction = .response
        do {
            if let check {
                try JSONChecker.validate(bytes, options, check)
            } else {
                try type.validate(json: bytes, options: options)
            }
        } catch {
            if policy == .reject { throw APIError.invalidResponse(error, context) }
            core.configuration.reportViolations(error, context)
        }
    }

    /// An answer of another media type explains a failure better than the decoder can.
    private static func reason(_ error: any Error, _ headers: HeaderFields, isEmpty: Bool) -> String {
        if isEmpty { return "it is empty" }
        guard let type = headers["content-type"], !isJSON(mediaType: type) else { return "\(error)" }
        return "it is '\(type)', not JSON"
    }

    /// `application/json`, `text/json`, `application/problem+json; charset=utf-8`
    static func isJSON(mediaType: String) -> Bool {
        let bytes = Array(mediaType.utf8.prefix { $0 != 0x3B && $0 != 0x20 }.map(lowercasedASCII))
        let name = String(decoding: bytes, as: UTF8.self)
        return name.hasSuffix("/json") || name.hasSuffix("+json")
    }
}
