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

    /// Mean something else after a dot, or to the reader, even in backticks.
    static let unusable: Set<String> = ["self", "Self", "Type", "Protocol", "init", "none", "some", "Any", "nil", "true", "false"]

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
