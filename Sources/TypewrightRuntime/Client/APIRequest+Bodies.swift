extension APIRequest {
    /// A JSON body; `nil` sends none.
    public mutating func json<Body: JSONCodable>(_ value: Body?, mediaType: String = "application/json") {
        guard let value, let bytes = encode(value, "") else { return }
        parts.body = .bytes(bytes)
        parts.contentType = mediaType
        require(Body.self, bytes)
    }

    /// A JSON body with a check of its own, for types that are not the document's: `[Pet]` with `maxItems`.
    public mutating func json<Body: JSONCodable>(_ value: Body?, mediaType: String = "application/json", check: @escaping JSONCheck) {
        guard let value, let bytes = encode(value, "") else { return }
        parts.body = .bytes(bytes)
        parts.contentType = mediaType
        parts.pending.checks.append(PendingCheck(json: bytes, rules: .check(check)))
    }

    public mutating func text(_ value: String?, mediaType: String = "text/plain; charset=utf-8") {
        guard let value else { return }
        parts.body = .bytes(Array(value.utf8))
        parts.contentType = mediaType
    }

    /// Bytes, a file or a stream, as they are.
    public mutating func bytes(_ value: RequestBody?, mediaType: String = "application/octet-stream") {
        guard let value else { return }
        parts.body = value
        parts.contentType = mediaType
    }

    /// The JSON text of a value. A number that is not finite has none.
    mutating func encode<Value: JSONCodable>(_ value: Value, _ pointer: String) -> [UInt8]? {
        do {
            return try value.json()
        } catch {
            refuse(pointer, "type", "\(error)")
            return nil
        }
    }
}
