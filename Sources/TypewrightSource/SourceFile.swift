/// A text that was read, under the name people know it by.
package struct SourceFile: Sendable {
    /// Stands for the file in ranges; given by the `SourceMap`.
    package struct ID: Hashable, Comparable, Sendable {
        package let number: UInt32

        package init(number: UInt32) { self.number = number }

        package static func < (a: ID, b: ID) -> Bool { a.number < b.number }
    }

    package let id: ID
    package let path: String
    package let text: [UInt8]

    package init(id: ID, path: String, text: [UInt8]) {
        self.id = id
        self.path = path
        self.text = text
    }
}

/// Bytes of a file, from `start` up to and without `end`.
package struct SourceRange: Hashable, Sendable {
    package let file: SourceFile.ID
    package let start: UInt32
    package let end: UInt32

    package init(file: SourceFile.ID, start: UInt32, end: UInt32) {
        self.file = file
        self.start = start
        self.end = max(start, end)
    }
}
