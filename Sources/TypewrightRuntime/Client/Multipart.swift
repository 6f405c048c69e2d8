/// A file to upload: its bytes, wherever they are, with a name and a media type.
public struct UploadFile: Sendable {
    public var content: RequestBody
    public var filename: String?
    public var mediaType: String

    public init(_ content: RequestBody, filename: String? = nil, mediaType: String = "application/octet-stream") {
        self.content = content
        self.filename = filename
        self.mediaType = mediaType
    }

    /// The file at this path, under its own name. It is read while it is sent.
    public init(path: String, mediaType: String = "application/octet-stream") {
        content = .file(path)
        filename = path.utf8.split { $0 == 0x2F || $0 == 0x5C }.last.map { String(Substring($0)) }
        self.mediaType = mediaType
    }

    public init(_ bytes: [UInt8], filename: String, mediaType: String = "application/octet-stream") {
        self.init(.bytes(bytes), filename: filename, mediaType: mediaType)
    }
}

extension APIRequest {
    /// A part of a `multipart/form-data` body: text for simple values, JSON for objects, a part for each
    /// item of an array, unless a media type is given.
    public mutating func part<Value: JSONCodable>(_ name: String, _ value: Value?, mediaType: String? = nil) {
        guard let value, let bytes = encode(value, "/" + name), let json = try? JSONValue(json: bytes) else { return }
        if case .array(let items) = json, mediaType == nil {
            for item in items { part(name, item, nil) }
        } else {
            part(name, json, mediaType)
        }
    }

    public mutating func part(_ name: String, _ file: UploadFile?) {
        guard let file else { return }
        parts.form.append(FormPart(name: name, filename: file.filename, mediaType: file.mediaType, content: file.content))
    }

    public mutating func part(_ name: String, _ files: [UploadFile]?) {
        for file in files ?? [] { part(name, file) }
    }

    private mutating func part(_ name: String, _ value: JSONValue, _ mediaType: String?) {
        let text: String
        let usual: String
        switch value {
        case .null: return
        case .string(let string):
            text = string
            usual = "text/plain; charset=utf-8"
        case .boolean, .number:
            text = "\(value)"
            usual = "text/plain; charset=utf-8"
        case .array, .object:
            text = "\(value)"
            usual = "application/json"
        }
        let isJSON = mediaType.map(APIClient.isJSON) ?? false
        let content = isJSON ? "\(value)" : text
        parts.form.append(FormPart(name: name, mediaType: mediaType ?? usual, content: .bytes(Array(content.utf8))))
    }
}

/// One part of a `multipart/form-data` body (RFC 7578).
struct FormPart: Sendable {
    var name: String
    var filename: String?
    var mediaType: String
    var content: RequestBody

    static func body(_ parts: [FormPart], boundary: String) -> RequestBody {
        var all: [RequestBody] = []
        for part in parts {
            var head = "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(escaped(part.name))\""
            if let filename = part.filename { head += "; filename=\"\(escaped(filename))\"" }
            head += "\r\nContent-Type: \(escaped(part.mediaType, keepsQuotes: true))\r\n\r\n"
            all.append(.bytes(Array(head.utf8)))
            all.append(part.content)
            all.append(.bytes([0x0D, 0x0A]))
        }
        all.append(.bytes(Array("--\(boundary)--\r\n".utf8)))
        // Small bodies are sent in one piece.
        var joined: [UInt8] = []
        for part in all {
            guard case .bytes(let bytes) = part else { return .parts(all) }
            joined.append(contentsOf: bytes)
        }
        return .bytes(joined)
    }

    /// As the WHATWG's HTML standard escapes names: nothing may end the line or the quotes.
    private static func escaped(_ text: String, keepsQuotes: Bool = false) -> String {
        var result: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x0A: result.append(contentsOf: "%0A".utf8)
            case 0x0D: result.append(contentsOf: "%0D".utf8)
            case 0x22 where !keepsQuotes: result.append(contentsOf: "%22".utf8)
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
