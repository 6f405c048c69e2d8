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
        parts.body = .bytes(Array(formPairs(members, styles).joined(separator: "&").utf8))
        parts.contentType = mediaType
    }
}

/// Each property as its style has it.
func formPairs(_ members: JSONMembers, _ styles: [String: ParameterStyle]) -> [String] {
    var pairs: [String] = []
    for (name, value) in members {
        let style = styles[name]
        let isJSON = if let style { style.kind == .json } else { if case .object = value { true } else { false } }
        let written = isJSON ? JSONValue.string("\(value)") : value
        pairs.append(contentsOf: ParameterWriter(style: isJSON ? .form() : style ?? .form()).pairs(name, written))
    }
    return pairs
}
