/// An enum of alternatives that keeps what it does not know.
///
/// Generated: the cases with their payloads, `unrecognized(JSONValue)`, and one `switch`
/// each to read and to write. Which case it is, the reader finds out:
/// `branch(_:)` by the value of a property or by the properties that are there, `kind` by
/// the kind of JSON value, `best(of:)` by trial.
public protocol JSONUnion: JSONCodable {
    static func unrecognized(_ value: JSONValue) -> Self
}

extension JSONUnion {
    public init(_ blank: JSONBlank) {
        self = .unrecognized(.null)
    }
}

/// Which branch of a union the value of a property tells. A table lives as long as the
/// program: each generated union has one, in a `static let`.
public struct JSONTags: @unchecked Sendable {
    // `@unchecked`: what is behind the pointer is never changed after `init`.
    let table: UnsafePointer<Table>

    struct Table {
        let property: JSONKeys
        /// The tags that are strings, and the branch of each.
        let names: JSONKeys
        let branches: [Int]
        /// For tags that are numbers, booleans or `null`.
        let otherBranches: [(value: JSONValue, branch: Int)]
    }

    public init(_ property: String, _ branches: KeyValuePairs<String, Int>) {
        self.init(property, branches, others: [])
    }

    /// - Parameters:
    ///   - branches: branches by tags that are strings.
    ///   - others: branches by tags of other kinds.
    public init(_ property: String, _ branches: KeyValuePairs<String, Int>, others: [(JSONValue, Int)]) {
        let table = UnsafeMutablePointer<Table>.allocate(capacity: 1)
        table.initialize(to: Table(
            property: JSONKeys(names: [property]),
            names: JSONKeys(names: branches.map(\.key)),
            branches: branches.map(\.value),
            otherBranches: others.map { (value: $0.0, branch: $0.1) }
        ))
        self.table = UnsafePointer(table)
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
