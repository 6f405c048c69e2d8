import TypewrightSource

/// A value of a document: a cheap handle on its tree. What YAML aliases point at is shared, so that a
/// document is a graph without cycles.
package struct Node: Sendable {
    package enum Kind: UInt8, Sendable, CaseIterable {
        case null, boolean, number, string, array, object
    }

    let tree: NodeTree
    let index: Int

    var record: Record { tree.records.base[index] }

    package var kind: Kind { tree.records.base[index].kind }

    /// Where it stands in its file; behind an alias, where what it means stands.
    package var range: SourceRange { tree.range(of: record) }

    package var boolean: Bool? {
        let record = record
        return record.kind == .boolean ? record.flags & Record.isTrue != 0 : nil
    }

    package var string: String? {
        let record = record
        return record.kind == .string ? tree.text(of: record) : nil
    }

    package var number: NumberText? {
        let record = record
        return record.kind == .number ? NumberText(lexeme: tree.text(of: record)) : nil
    }

    package var isNull: Bool { kind == .null }

    /// The elements of an array; empty for all others.
    package var elements: Elements {
        let record = record
        return record.kind == .array
            ? Elements(tree: tree, first: Int(record.first), count: Int(record.count)) : Elements(tree: tree, first: 0, count: 0)
    }

    /// The members of an object in document order; empty for all others.
    package var members: Members {
        let record = record
        return record.kind == .object
            ? Members(tree: tree, first: Int(record.first), count: Int(record.count)) : Members(tree: tree, first: 0, count: 0)
    }

    /// The value of an object's member; `nil` where there is none, or no object.
    package subscript(_ key: String) -> Node? {
        let record = record
        guard record.kind == .object, record.count > 0 else { return nil }
        var key = key
        return key.withUTF8 { bytes -> Node? in
            // An empty key has no address; any will do for no bytes.
            let start = bytes.baseAddress ?? UnsafePointer(tree.bytes.base)
            guard let found = tree.child(of: record, key: start, count: bytes.count) else { return nil }
            return Node(tree: tree, index: found)
        }
    }
}

extension Node {
    /// A member of an object. Of several with the same key only the last is here.
    package struct Member: Sendable {
        let tree: NodeTree
        let index: Int

        package var key: String { tree.text(of: tree.records.base[index]) }
        package var keyRange: SourceRange { tree.range(of: tree.records.base[index]) }
        package var value: Node { Node(tree: tree, index: index &+ 1) }
    }

    package struct Elements: RandomAccessCollection, Sendable {
        let tree: NodeTree
        let first: Int
        package let count: Int

        package var startIndex: Int { 0 }
        package var endIndex: Int { count }

        package subscript(_ position: Int) -> Node {
            precondition(position >= 0 && position < count)
            return Node(tree: tree, index: first &+ position)
        }
    }

    package struct Members: RandomAccessCollection, Sendable {
        let tree: NodeTree
        let first: Int
        package let count: Int

        package var startIndex: Int { 0 }
        package var endIndex: Int { count }

        package subscript(_ position: Int) -> Member {
            precondition(position >= 0 && position < count)
            return Member(tree: tree, index: first &+ position &* 2)
        }
    }
}
