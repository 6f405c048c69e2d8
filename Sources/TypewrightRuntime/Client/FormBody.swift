extension APIRequest {
    /// An `application/x-www-form-urlencoded` body.
    ///
    /// - Parameter styles: of the properties whose encoding the document gives. Of the others an array is
    ///   repeated item by item and an object is written as JSON, as the Encoding Object has it.
    public mutating func form<Body: JSONCodable>(
        _ value: Body?, _ styles: [String: ParameterStyle] = [:], mediaType: String = "application/x-www-form-urlencoded"
    ) {
        guard let value, let bytes = encode(value, "") else { return }
        require(Body.self, bytes)
        let members = (try? JSONValue(json: bytes))?.members ?? [:]
        var pairs: [String] = []
        for (name, value) in members {
            if let style = styles[name] {
                pairs.append(contentsOf: ParameterWriter(style: style).pairs(name, value))
            } else if case .object = value {
                pairs.append(contentsOf: ParameterWriter(style: .form()).pairs(name, .string("\(value)")))
            } else {
                pairs.append(contentsOf: ParameterWriter(style: .form()).pairs(name, value))
            }
        }
        parts.body = .bytes(Array(pairs.joined(separator: "&").utf8))
        parts.contentType = mediaType
    }
}
