extension APIRequest {
    /// A JSON body; `nil` sends none.
    public mutating func json<Body: JSONCodable>(_ value: Body?, mediaType: String = "application/json") {
        guard let value, let bytes = encode(value, "") else { return }
        body = .bytes(bytes)
        contentType = mediaType
        // Whether the type has rules is found out here, so that generated code need not say it.
        if let type = Body.self as? any (JSONCodable & Validatable).Type {
            pending.checks.append(PendingCheck(json: bytes, rules: .type(type)))
        }
    }

    /// A JSON body with a check of its own, for types that are not the document's: `[Pet]` with `maxItems`.
    public mutating func json<Body: JSONCodable>(_ value: Body?, mediaType: String = "application/json", check: @escaping JSONCheck) {
        guard let value, let bytes = encode(value, "") else { return }
        body = .bytes(bytes)
        contentType = mediaType
        pending.checks.append(PendingCheck(json: bytes, rules: .check(check)))
    }

    public mutating func text(_ value: String?, mediaType: String = "text/plain; charset=utf-8") {
        guard let value else { return }
        body = .bytes(Array(value.utf8))
        contentType = mediaType
    }

    /// Bytes, a file or a stream, as they are.
    public mutating func bytes(_ value: RequestBody?, mediaType: String = "application/octet-stream") {
        guard let value else { return }
        body = value
        contentType = mediaType
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
