/// An enum of alternatives that keeps what it does not know.
///
/// Generated: the cases with their payloads, `unrecognized(JSONValue)`, and one `switch`
/// each to read and to write. Which case it is, the reader finds out:
/// `branch(_:)` by the value of a property or by the properties that are there, `kind` by
/// the kind of JSON value, `attempt(_:)` by trial.
public protocol JSONUnion: JSONCodable {
    static func unrecognized(_ value: JSONValue) -> Self
}

extension JSONUnion {
    public init(_ blank: JSONBlank) {
        self = .unrecognized(.null)
    }
}

/// Which branch of a union the value of a property tells.
public struct JSONTags: Sendable {
    let property: JSONKeys
    let branches: [String: Int]
    /// For tags that are numbers, booleans or `null`.
    let otherBranches: [(value: JSONValue, branch: Int)]

    public init(_ property: String, _ branches: KeyValuePairs<String, Int>) {
        self.init(property, branches, others: [])
    }

    /// - Parameters:
    ///   - branches: branches by tags that are strings.
    ///   - others: branches by tags of other kinds.
    public init(_ property: String, _ branches: KeyValuePairs<String, Int>, others: [(JSONValue, Int)]) {
        self.property = JSONKeys(names: [property])
        self.branches = Dictionary(branches.map { ($0.key, $0.value) }) { first, _ in first }
        otherBranches = others.map { (value: $0.0, branch: $0.1) }
    }
}

/// Which branch of a union the names of the properties tell: the first of which all are
/// there.
public struct JSONTraits: Sendable {
    let keys: JSONKeys
    let branches: [[Int]]

    public init(_ branches: [[String]]) {
        var names: [String] = []
        self.branches = branches.map { branch in
            branch.map { name in
                if let index = names.firstIndex(of: name) { return index }
                names.append(name)
                return names.count - 1
            }
        }
        keys = JSONKeys(names: names)
    }
}
