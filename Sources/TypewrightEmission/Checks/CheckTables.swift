import TypewrightModel

/// The static tables of one function, named after what they hold.
struct CheckTables {
    private let prefix: String
    private let taken: [SwiftIdentifier]
    private let reserved: [String]
    private var count: [String: Int] = [:]
    private var known: [[UInt8]: SwiftIdentifier] = [:]
    private(set) var declarations: [Code] = []

    /// Few functions have tables, so what is taken is no set before somebody asks.
    init(prefix: String, taken: [SwiftIdentifier] = [], reserved: [String] = []) {
        self.prefix = prefix
        self.taken = taken
        self.reserved = reserved
    }

    /// Names in the form of `KeyWord`.
    mutating func keys(_ words: [String]) -> Code {
        declare("keys", "JSONKeys(\(Code(wordsInLiteral: words)))")
    }

    mutating func pattern(_ pattern: CheckPattern) -> Code {
        declare("pattern", "Pattern(\(literal: pattern.program), source: \(literal: pattern.source))")
    }

    mutating func values(_ values: [Literal]) -> Code {
        declare("values", "JSONValues([\(Code.list(values.map { "\(literal: $0.json)" }))])")
    }

    mutating func constant(_ value: Literal) -> Code {
        declare("value", "JSONValues(constant: \(literal: value.json))")
    }

    mutating func bounds(_ arguments: [Code]) -> Code {
        declare("bounds", "NumberBounds(\(Code.list(arguments)))")
    }

    private mutating func declare(_ kind: String, _ value: Code) -> Code {
        if let name = known[value.bytes] { return "\(name)" }
        var name: String
        repeat {
            let number = (count[kind] ?? 0) + 1
            count[kind] = number
            name = CheckTables.joined(prefix, kind) + (number == 1 ? "" : "\(number)")
        } while reserved.contains(name) || taken.contains { $0.text == name }
        let identifier = SwiftIdentifier(checked: name)
        known[value.bytes] = identifier
        declarations.append("private static let \(identifier) = \(value)")
        return "\(identifier)"
    }

    private static func joined(_ prefix: String, _ kind: String) -> String {
        let first = kind.utf8.first.map { [$0 & 0xDF] } ?? []
        return prefix + String(decoding: first, as: UTF8.self) + String(kind.dropFirst())
    }
}
