/// A media type as it is written in headers and documents: `application/json; charset=utf-8`.
struct MediaName: Hashable, Sendable {
    let type: String
    let subtype: String
    let parameters: [String: String]

    /// `nil` for what is none.
    init?(_ text: some StringProtocol) {
        var parts = text.split(separator: ";").map { trimmed(Substring($0)) }
        guard let essence = parts.first?.lowercased() else { return nil }
        parts.removeFirst()
        guard let halves = essence.cut(at: UInt8(ascii: "/")), !halves.before.isEmpty, !halves.after.isEmpty else { return nil }
        type = String(halves.before)
        subtype = String(halves.after)
        var parameters: [String: String] = [:]
        for part in parts {
            guard let halves = part.cut(at: UInt8(ascii: "=")) else { continue }
            parameters[trimmed(halves.before).lowercased()] = MediaName.unquoted(trimmed(halves.after))
        }
        self.parameters = parameters
    }

    static func unquoted(_ text: String) -> String {
        guard text.utf8.count > 1, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
        var result = ""
        var isEscaped = false
        for character in text.dropFirst().dropLast() {
            if character == "\\", !isEscaped {
                isEscaped = true
            } else {
                result.append(character)
                isEscaped = false
            }
        }
        return result
    }

    var essence: String { type + "/" + subtype }

    var isJSON: Bool { MediaName.isJSON(essence) }

    static func isJSON(_ essence: String) -> Bool { essence.hasSuffix("/json") || essence.hasSuffix("+json") }

    /// How closely a range like `text/*` fits, from 0 for `*/*` to 2; `nil` where it does not.
    func fit(_ range: MediaName) -> Int? {
        if range.type == "*" && range.subtype == "*" { return 0 }
        guard range.type == type else { return nil }
        if range.subtype == "*" { return 1 }
        return range.subtype == subtype ? 2 : nil
    }
}

/// What a client says it takes.
struct Accepted: Sendable {
    private let ranges: [(range: MediaName, quality: Double)]
    /// Without the header, anything goes.
    private let isSilent: Bool

    init(_ headers: HeaderFields) {
        let list = headers.list("Accept")
        isSilent = list.isEmpty
        ranges = list.compactMap { text in
            guard let range = MediaName(text == "*" ? "*/*" : text) else { return nil }
            return (range, range.parameters["q"].flatMap(Double.init) ?? 1)
        }
    }

    /// How welcome a media type is; 0 is not at all. The closest range decides.
    func quality(of name: MediaName) -> Double {
        if isSilent { return 1 }
        var best: (fit: Int, quality: Double)?
        for (range, quality) in ranges {
            guard let fit = name.fit(range) else { continue }
            if best.map({ fit > $0.fit || (fit == $0.fit && quality > $0.quality) }) ?? true { best = (fit, quality) }
        }
        return best?.quality ?? 0
    }
}
