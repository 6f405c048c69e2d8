/// What the document says of the headers of an answer, typed: made of the fields, and read when asked for.
///
///     let answer = try await pets.withResponse { try await $0.list() }
///     let left = PetsListHeaders(answer.headers).rateLimitRemaining
public protocol ResponseHeaders: Sendable {
    var fields: HeaderFields { get }
    init(_ fields: HeaderFields)
}

/// How the text of a header field is a value, by the style `simple`.
public enum HeaderShape: Sendable, Hashable {
    case text
    /// `a,b,c`
    case list
    /// `a,1,b,2`, or with `explode` `a=1,b=2`.
    case members(explode: Bool = false)
    /// `content: application/json`
    case json
}

extension HeaderFields {
    /// The field of that name as a value; `nil` where there is none, or it says something else.
    public func value<Value: JSONCodable>(_ name: String, _ shape: HeaderShape = .text, as type: Value.Type = Value.self) -> Value? {
        let texts = values(name)
        if texts.isEmpty { return nil }
        // RFC 9110, 5.3: several fields of a name are one list.
        let text = texts.joined(separator: ", ")
        switch shape {
        case .text: return try? LooseText.decode(.string(text))
        case .list: return try? LooseText.decode(.array(HeaderFields.elements(text).map { .string($0) }))
        case .members(let explode): return try? LooseText.decode(HeaderFields.members(HeaderFields.elements(text), explode))
        case .json: return try? Value(json: Array(text.utf8))
        }
    }

    private static func elements(_ text: String) -> [String] {
        text.split(separator: ",", omittingEmptySubsequences: false).map { element in
            var element = element
            while element.first == " " || element.first == "\t" { element.removeFirst() }
            while element.last == " " || element.last == "\t" { element.removeLast() }
            return String(element)
        }
    }

    private static func members(_ elements: [String], _ explode: Bool) -> JSONValue {
        var members: JSONMembers = [:]
        if explode {
            for element in elements {
                let parts = element.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                members[String(parts[0])] = .string(parts.count > 1 ? String(parts[1]) : "")
            }
        } else {
            for index in stride(from: 0, to: elements.count - 1, by: 2) { members[elements[index]] = .string(elements[index + 1]) }
        }
        return .object(members)
    }
}
