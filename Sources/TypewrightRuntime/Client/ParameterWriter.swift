/// Writes parameters as the table 'Style Examples' of the OpenAPI specification (3.0.4, 3.1.1) shows.
///
/// What that table leaves undefined: an array or an object within another is written as its JSON text,
/// or with more brackets by `deepObject`; `null` and empty arrays and objects are written like
/// something undefined, that is, not at all.
struct ParameterWriter {
    var style: ParameterStyle
    /// Header fields are not percent-encoded.
    var encodes = true

    /// For a path or a header: the text that stands in place of the parameter. `nil` if there is nothing to write.
    func segment(_ name: String, _ value: JSONValue) -> String? {
        switch style.kind {
        case .matrix: matrix(name, value)
        case .label: listed(value, by: style.explode ? "." : ",").map { "." + $0 }
        default: listed(value, by: ",")
        }
    }

    private func matrix(_ name: String, _ value: JSONValue) -> String? {
        let name = encode(name)
        func pair(_ text: String) -> String { text.isEmpty ? ";" + name : ";\(name)=\(text)" }
        switch value {
        case .array(let elements) where style.explode:
            let texts = elements.compactMap(text)
            return texts.isEmpty ? nil : texts.map(pair).joined()
        case .object where style.explode:
            return listed(value, by: ";").map { ";" + $0 }
        default:
            return listed(value, by: ",").map(pair)
        }
    }

    /// For a query, a form or a cookie: `name=value`, or several of them.
    func pairs(_ name: String, _ value: JSONValue) -> [String] {
        let encodedName = encode(name)
        if style.kind == .deepObject { return deep(encodedName, value) }
        switch value {
        case .array(let elements) where style.explode:
            return elements.compactMap(text).map { "\(encodedName)=\($0)" }
        case .object(let members) where style.explode:
            return members.compactMap { member in text(member.value).map { "\(encode(member.key))=\($0)" } }
        default:
            return listed(value, by: separator).map { ["\(encodedName)=\($0)"] } ?? []
        }
    }

    private var separator: String {
        switch style.kind {
        case .spaceDelimited: "%20"
        case .pipeDelimited: "%7C"
        default: ","
        }
    }

    private func deep(_ name: String, _ value: JSONValue) -> [String] {
        switch value {
        case .array(let elements):
            elements.enumerated().flatMap { deep("\(name)%5B\($0.offset)%5D", $0.element) }
        case .object(let members):
            members.flatMap { deep("\(name)%5B\(encode($0.key))%5D", $0.value) }
        case .null, .boolean, .number, .string:
            text(value).map { ["\(name)=\($0)"] } ?? []
        }
    }

    /// Elements, or names and values, one after another.
    private func listed(_ value: JSONValue, by separator: String) -> String? {
        var texts: [String] = []
        switch value {
        case .null: return nil
        case .boolean, .number, .string: return text(value)
        case .array(let elements):
            texts = elements.compactMap(text)
        case .object(let members):
            for member in members {
                guard let text = text(member.value) else { continue }
                if style.explode {
                    texts.append("\(encode(member.key))=\(text)")
                } else {
                    texts.append(encode(member.key))
                    texts.append(text)
                }
            }
        }
        return texts.isEmpty ? nil : texts.joined(separator: separator)
    }

    private func text(_ value: JSONValue) -> String? {
        switch value {
        case .null: nil
        case .string(let text): encode(text)
        case .boolean, .number, .array, .object: encode("\(value)")
        }
    }

    private func encode(_ text: String) -> String {
        encodes ? percentEncoded(text, keepingReserved: style.allowReserved) : text
    }
}

/// Every byte that is not unreserved (RFC 3986, 2.3) as `%XX`; with `keepingReserved` the reserved ones
/// and what is encoded already stay too.
func percentEncoded(_ text: String, keepingReserved: Bool = false) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 8)
    for (index, byte) in bytes.enumerated() {
        if isUnreserved(byte) || keepingReserved && (isReserved(byte) || isEscape(bytes, index)) {
            result.append(byte)
        } else {
            result.append(0x25)
            result.append(hexDigit(byte >> 4))
            result.append(hexDigit(byte & 15))
        }
    }
    return String(decoding: result, as: UTF8.self)
}

private func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
    default: false
    }
}

/// `:/?[]@!$&'()*+,;=`, without `#`, which would end the query or the path.
private func isReserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x24, 0x26...0x2C, 0x2F, 0x3A, 0x3B, 0x3D, 0x3F, 0x40, 0x5B, 0x5D: true
    default: false
    }
}

private func isEscape(_ bytes: [UInt8], _ index: Int) -> Bool {
    bytes[index] == 0x25 && index + 2 < bytes.count && isHexDigit(bytes[index + 1]) && isHexDigit(bytes[index + 2])
}

func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
    default: false
    }
}

func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 + value : 0x37 + value
}
