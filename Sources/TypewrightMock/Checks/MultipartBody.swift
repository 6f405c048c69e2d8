import TypewrightSource
import TypewrightSpec

/// The parts of a multipart body.
struct MultipartBody {
    struct Part {
        var headers: HeaderFields
        var name: String?
        var fileName: String?
        var bytes: [UInt8]
    }

    let parts: [Part]

    /// `nil` where the bytes are not in that form.
    init?(_ bytes: [UInt8], boundary: String) {
        let mark = Array("--\(boundary)".utf8)
        guard !boundary.isEmpty, var place = MultipartBody.find(mark, in: bytes, from: 0) else { return nil }
        guard place == 0 || bytes[place - 1] == 0x0A else { return nil }
        var parts: [Part] = []
        while true {
            place += mark.count
            if bytes[place...].starts(with: Array("--".utf8)) { break }
            // Blanks may follow the boundary.
            guard let lineEnd = bytes[place...].firstIndex(of: 0x0A) else { return nil }
            guard let next = MultipartBody.find(Array("\r\n".utf8) + mark, in: bytes, from: lineEnd - 1) else { return nil }
            let start = lineEnd + 1
            guard let part = MultipartBody.part(start <= next ? Array(bytes[start..<next]) : []) else { return nil }
            parts.append(part)
            place = next + 2
        }
        self.parts = parts
    }

    private static func part(_ bytes: [UInt8]) -> Part? {
        var headers = HeaderFields()
        var rest = bytes[...]
        while let end = rest.firstIndex(of: 0x0A) {
            var line = rest[..<end]
            rest = rest[(end + 1)...]
            if line.last == 0x0D { line = line.dropLast() }
            if line.isEmpty { break }
            let text = String(decoding: line, as: UTF8.self)
            guard let halves = text.cut(at: UInt8(ascii: ":")) else { return nil }
            headers.all.append((name: trimmed(halves.before), value: trimmed(halves.after)))
        }
        var part = Part(headers: headers, name: nil, fileName: nil, bytes: Array(rest))
        for piece in pieces(of: headers["Content-Disposition"] ?? "") {
            guard let halves = piece.cut(at: UInt8(ascii: "=")) else { continue }
            let value = MediaName.unquoted(trimmed(halves.after))
            switch trimmed(halves.before).lowercased() {
            case "name": part.name = value
            case "filename", "filename*": part.fileName = value
            default: break
            }
        }
        return part
    }

    /// Split at semicolons outside of quotes.
    private static func pieces(of text: String) -> [Substring] {
        var pieces: [Substring] = []
        var start = text.startIndex
        var isQuoted = false
        for index in text.indices {
            if text[index] == "\"" { isQuoted.toggle() }
            if text[index] == ";", !isQuoted {
                pieces.append(text[start..<index])
                start = text.index(after: index)
            }
        }
        return pieces + [text[start...]]
    }

    private static func find(_ wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
        return bytes.withUnsafeBufferPointer { bytes in
            var index = max(start, 0)
            while index + wanted.count <= bytes.count {
                if bytes[index] == first {
                    var offset = 1
                    while offset < wanted.count, bytes[index + offset] == wanted[offset] { offset += 1 }
                    if offset == wanted.count { return index }
                }
                index += 1
            }
            return nil
        }
    }

    /// As the object that the schema of the body speaks of.
    func json(_ media: OpenAPI.MediaType, view: SchemaView) -> JSON {
        let schemas = media.schema.map { [$0] } ?? []
        var object = JSON.object([])
        for part in parts {
            guard let name = part.name else { continue }
            let inner = view.member(name, schemas)
            let isList = !inner.isEmpty && view.types(inner).contains(.array)
            let type = part.headers["Content-Type"].flatMap { MediaName($0) }
            if isList, type?.isJSON != true {
                let known = object[name]?.elements ?? []
                object[name] = .array(known + [value(of: part, type, view.items(inner, at: known.count), view)])
            } else {
                object[name] = value(of: part, type, inner, view)
            }
        }
        return object
    }

    private func value(of part: Part, _ type: MediaName?, _ schemas: [SchemaID], _ view: SchemaView) -> JSON {
        if type?.isJSON == true, let json = JSON(text: part.bytes) { return json }
        let text = String(decoding: part.bytes, as: UTF8.self)
        if part.fileName != nil { return .string(text) }
        // Objects go as JSON unless told otherwise; few say so in the part.
        if type == nil, !schemas.isEmpty, !view.types(schemas).isDisjoint(with: [.object]), let json = JSON(text: part.bytes), json.members.count > 0 { return json }
        return ScalarText(view: view).value(text, schemas)
    }

    /// Parts whose type is not among those that the document lists.
    func findings(_ media: OpenAPI.MediaType) -> [Finding] {
        parts.compactMap { part in
            guard let name = part.name, let wanted = media.encodings.first(where: { $0.property == name })?.contentType else { return nil }
            guard let sent = part.headers["Content-Type"], let type = MediaName(sent) else { return nil }
            let ranges = wanted.split(separator: ",").compactMap { MediaName($0) }
            if ranges.isEmpty || ranges.contains(where: { type.fit($0) != nil }) { return nil }
            return Finding(.body, pointer: "/" + PointerToken.escaped(name), keyword: "contentType", "the part is \(type.essence), and should be \(wanted)")
        }
    }
}
