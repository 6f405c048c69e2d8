extension APIRequest {
    public mutating func path(_ name: String, _ value: String) {
        path(name, .string(value), .simple())
    }

    public mutating func path(_ name: String, _ value: Int) {
        path(name, .number(JSONNumber(value)), .simple())
    }

    public mutating func path<Value: JSONCodable>(_ name: String, _ value: Value, _ style: ParameterStyle = .simple()) {
        path(name, parameter(name, value, style), style)
    }

    public mutating func query(_ name: String, _ value: String?) {
        if let value { query(name, .string(value), .form()) }
    }

    public mutating func query(_ name: String, _ value: Int?) {
        if let value { query(name, .number(JSONNumber(value)), .form()) }
    }

    public mutating func query(_ name: String, _ value: Bool?) {
        if let value { query(name, .boolean(value), .form()) }
    }

    public mutating func query<Value: JSONCodable>(_ name: String, _ value: Value?, _ style: ParameterStyle = .form()) {
        if let value { query(name, parameter(name, value, style), style) }
    }

    /// The whole query string: an object as a form, or any value as JSON or text.
    public mutating func querystring<Value: JSONCodable>(_ name: String, _ value: Value?, _ style: ParameterStyle = .form()) {
        guard let value else { return }
        switch parameter(name, value, style) {
        case .null: return
        case .string(let text): parts.query.append(percentEncoded(text))
        case .object(let members): parts.query.append(contentsOf: formPairs(members, [:]))
        case let value: query(name, value, style)
        }
    }

    public mutating func header(_ name: String, _ value: String?) {
        if let value { header(name, .string(value), .simple()) }
    }

    public mutating func header<Value: JSONCodable>(_ name: String, _ value: Value?, _ style: ParameterStyle = .simple()) {
        if let value { header(name, parameter(name, value, style), style) }
    }

    public mutating func cookie(_ name: String, _ value: String?) {
        if let value { cookie(name, .string(value), .form()) }
    }

    public mutating func cookie<Value: JSONCodable>(_ name: String, _ value: Value?, _ style: ParameterStyle = .form()) {
        if let value { cookie(name, parameter(name, value, style), style) }
    }

    /// Checks a parameter against the rules of the document before the request is sent.
    public mutating func check<Value: JSONCodable>(_ name: String, _ value: Value?, _ check: @escaping JSONCheck) {
        guard let value, let json = encode(value, "/" + name) else { return }
        parts.pending.checks.append(PendingCheck(prefix: "/" + name, json: json, rules: .check(check)))
    }
}

// MARK: - Each place

extension APIRequest {
    private mutating func path(_ name: String, _ value: JSONValue, _ style: ParameterStyle) {
        guard let text = ParameterWriter(style: style).segment(name, value), !text.isEmpty else {
            refuse("/\(name)", "required", "the path parameter '\(name)' is empty")
            return
        }
        parts.pathValues.append((name, text))
    }

    private mutating func query(_ name: String, _ value: JSONValue, _ style: ParameterStyle) {
        parts.query.append(contentsOf: ParameterWriter(style: style).pairs(name, value))
    }

    private mutating func header(_ name: String, _ value: JSONValue, _ style: ParameterStyle) {
        guard let text = ParameterWriter(style: style, encodes: false).segment(name, value) else { return }
        if text.utf8.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }) {
            refuse("/\(name)", "format", "the header parameter '\(name)' contains a control character")
            return
        }
        parts.headers[name] = text
    }

    private mutating func cookie(_ name: String, _ value: JSONValue, _ style: ParameterStyle) {
        let isPlain = style.kind == .cookie
        let pairs = ParameterWriter(style: style, encodes: !isPlain).pairs(name, value)
        if isPlain, pairs.contains(where: { $0.utf8.contains { $0 <= 0x20 || $0 == 0x3B || $0 == 0x7F } }) {
            refuse("/\(name)", "format", "the cookie parameter '\(name)' contains a space, a semicolon or a control character")
            return
        }
        parts.cookies.append(contentsOf: pairs)
    }

    /// The value as the styles see it: a struct is an object, a date its text.
    private mutating func parameter<Value: JSONCodable>(_ name: String, _ value: Value, _ style: ParameterStyle) -> JSONValue {
        guard let json = encode(value, "/" + name) else { return .null }
        if style.kind == .json { return .string(String(decoding: json, as: UTF8.self)) }
        return (try? JSONValue(json: json)) ?? .null
    }
}
