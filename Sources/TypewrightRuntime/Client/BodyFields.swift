/// `RequestOptions.bodyFields`, in each kind of body that has fields.
extension APIRequest.Parts {
    typealias Fields = [(name: String, value: JSONValue)]

    /// The body with these fields; a call that has none so far sends a JSON object of them.
    func body(with fields: Fields) throws(APIError) -> [UInt8] {
        if contentType?.hasPrefix("application/x-www-form-urlencoded") == true, case .bytes(let bytes) = body {
            return form(bytes, with: fields)
        }
        var value = JSONValue.object([:])
        if !body.isEmpty {
            guard case .bytes(let bytes) = body, let known = try? JSONValue(json: bytes), case .object = known else { throw noFields }
            value = known
        }
        for field in fields { value[field.name] = field.value }
        do {
            return try value.json()
        } catch {
            throw APIError.configuration("bodyFields cannot be written: \(error)")
        }
    }

    /// The parts of a multipart body with these fields.
    func form(with fields: Fields) throws(APIError) -> [FormPart] {
        if fields.isEmpty { return form }
        guard formType ?? "multipart/form-data" == "multipart/form-data" else { throw noFields }
        var request = APIRequest(method, path)
        request.parts.form = form.filter { part in !fields.contains { $0.name == part.name } }
        for field in fields { request.part(field.name, field.value) }
        return request.parts.form
    }

    private func form(_ bytes: [UInt8], with fields: Fields) -> [UInt8] {
        let names = fields.map { percentEncoded($0.name) + "=" }
        var pairs = bytes.split(separator: 0x26).map { String(decoding: $0, as: UTF8.self) }
        pairs.removeAll { pair in names.contains { pair.hasPrefix($0) } }
        for field in fields { pairs += formPairs([field.name: field.value], [:]) }
        return Array(pairs.joined(separator: "&").utf8)
    }

    private var noFields: APIError {
        .configuration("\(operation) sends no JSON object or form that bodyFields could be added to")
    }
}
