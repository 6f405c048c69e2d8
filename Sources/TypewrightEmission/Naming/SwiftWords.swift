/// Words that Swift keeps for itself.
enum SwiftWords {
    /// Have to stand in backticks wherever they are declared or used as names.
    static let keywords: Set<String> = [
        "actor", "any", "as", "associatedtype", "async", "await", "break", "case", "catch", "class", "continue",
        "default", "defer", "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate",
        "for", "func", "guard", "if", "import", "in", "indirect", "init", "inout", "internal", "is", "let",
        "nil", "open", "operator", "precedencegroup", "private", "protocol", "public", "repeat", "rethrows",
        "return", "self", "Self", "some", "static", "struct", "subscript", "super", "switch", "throw", "throws",
        "true", "try", "typealias", "var", "where", "while", "Any",
    ]

    /// Most names are told from keywords by their length and their first letter.
    static func isKeyword(_ text: String) -> Bool {
        let count = text.utf8.count
        guard count < beginnings.count, let first = text.utf8.first, beginnings[count] & 1 << UInt32(first & 31) != 0 else { return false }
        return keywords.contains(text)
    }

    /// For each length a bit for each letter, in either case, that a keyword of that length begins with.
    private static let beginnings: [UInt32] = keywords.reduce(into: Array(repeating: 0, count: 24)) { all, word in
        all[word.utf8.count] |= 1 << UInt32((word.utf8.first ?? 0) & 31)
    }

    /// Mean something else after a dot, or to the reader, even in backticks.
    static let unusable: Set<String> = ["self", "Self", "Type", "Protocol", "init", "none", "some", "Any", "nil", "true", "false"]

    /// The name, or another where it is unusable: a component may be called `Init` or `Self`.
    static func usable(_ name: String) -> String { unusable.contains(name) ? name + "Value" : name }

    /// Types of the standard library, and the handful of Foundation's that stand in every program.
    /// A type of the document by such a name gets a suffix.
    static let types: Set<String> = [
        "Any", "AnyHashable", "AnyObject", "Array", "AsyncSequence", "AsyncStream", "Bool", "Character", "Clock",
        "Codable", "CodingKey", "CodingKeys", "Collection", "Comparable", "CustomStringConvertible", "Decodable",
        "Decoder", "Dictionary", "Double", "Duration", "Encodable", "Encoder", "Equatable", "Error", "Float",
        "Hashable", "Hasher", "Identifiable", "Instant", "Int", "Int8", "Int16", "Int32", "Int64", "Iterator",
        "IteratorProtocol", "KeyPath", "Mirror", "Never", "ObjectIdentifier", "Optional", "Protocol", "Range",
        "RawRepresentable", "RawValue", "Result", "Self", "Sendable", "Sequence", "Set", "StaticString", "String",
        "Substring", "Swift", "Task", "Type", "UInt", "UInt8", "UInt16", "UInt32", "UInt64", "Unicode", "Void",
        "Data", "Date", "Foundation", "URL", "UUID", "Actor", "MainActor", "Regex", "Element", "Index", "Key",
        "Value", "Context",
    ]
}
