/// A file to upload: its bytes, wherever they are, with a name and a media type.
public struct UploadFile: Sendable {
    public var content: RequestBody
    public var filename: String?
    public var mediaType: String
    /// Further header fields of the part.
    public var headers: HeaderFields = [:]

    /// What a file is that nobody says anything of.
    static let unknown = "application/octet-stream"

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

/// A part of a multipart body that the document does not describe as a property.
public struct MultipartPart: Sendable {
    public var name: String?
    public var file: UploadFile

    /// Bytes, a file or a stream.
    public init(_ name: String?, _ file: UploadFile) {
        self.name = name
        self.file = file
    }

    /// The same without a name, which only forms need.
    public init(_ file: UploadFile) {
        self.init(nil, file)
    }

    /// JSON.
    public init<Value: JSONCodable>(_ name: String? = nil, json value: Value) throws(JSONError) {
        self.init(name, UploadFile(.bytes(try value.json()), mediaType: "application/json"))
    }

    public init(_ name: String? = nil, text: String, mediaType: String = "text/plain; charset=utf-8") {
        self.init(name, UploadFile(.bytes(Array(text.utf8)), mediaType: mediaType))
    }
}

extension APIRequest {
    /// Parts as they are, of any multipart media type.
    public mutating func multipart(_ further: [MultipartPart]?, mediaType: String = "multipart/form-data") {
        guard let further else { return }
        parts.formType = mediaType
        for part in further {
            parts.form.append(FormPart(
                name: part.name, filename: part.file.filename, mediaType: part.file.mediaType, headers: part.file.headers, content: part.file.content))
        }
    }

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

    /// - Parameter mediaType: the one that the document names, for a file that says nothing of its own.
    public mutating func part(_ name: String, _ file: UploadFile?, mediaType: String? = nil) {
        guard let file else { return }
        let type = file.mediaType == UploadFile.unknown ? mediaType ?? file.mediaType : file.mediaType
        parts.form.append(FormPart(name: name, filename: file.filename, mediaType: type, headers: file.headers, content: file.content))
    }

    public mutating func part(_ name: String, _ files: [UploadFile]?, mediaType: String? = nil) {
        for file in files ?? [] { part(name, file, mediaType: mediaType) }
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

/// One part of a `multipart/form-data` body (RFC 7578), or of another multipart body, where it needs no name.
struct FormPart: Sendable {
    var name: String?
    var filename: String?
    var mediaType: String
    var headers: HeaderFields = [:]
    var content: RequestBody

    static func body(_ parts: [FormPart], boundary: String) -> RequestBody {
        var all: [RequestBody] = []
        for part in parts {
            var head = "--\(boundary)\r\n"
            if part.name != nil || part.filename != nil {
                head += "Content-Disposition: \(part.name == nil ? "attachment" : "form-data")"
                if let name = part.name { head += "; name=\"\(escaped(name))\"" }
                if let filename = part.filename { head += "; filename=\"\(escaped(filename))\"" }
                head += "\r\n"
            }
            head += "Content-Type: \(escaped(part.mediaType, keepsQuotes: true))\r\n"
            for field in part.headers { head += "\(escaped(field.name, keepsQuotes: true)): \(escaped(field.value, keepsQuotes: true))\r\n" }
            head += "\r\n"
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
