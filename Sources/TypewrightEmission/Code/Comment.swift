extension Code {
    /// A documentation comment. Whatever the text holds, it cannot leave the comment: every kind of
    /// line end begins a new `///`, and invisible or control characters become spaces.
    static func documentation(_ paragraphs: [String]) -> Code {
        comment(paragraphs.filter { !$0.isEmpty }, mark: "///")
    }

    /// A plain comment.
    static func remark(_ text: String) -> Code {
        comment([text], mark: "//")
    }

    private static func comment(_ paragraphs: [String], mark: String) -> Code {
        var writer = CommentWriter(mark: mark)
        for paragraph in paragraphs {
            writer.write(paragraph)
        }
        return writer.code
    }
}

/// Puts a mark before every line.
private struct CommentWriter {
    let mark: String
    var lines: [Code] = []
    var line: [UInt8] = []
    /// Between ``` and ```.
    var isInFence = false

    init(mark: String) {
        self.mark = mark
    }

    var code: Code { Code.lines(lines) }

    mutating func write(_ paragraph: String) {
        if !lines.isEmpty { endLine() }
        let start = lines.count
        var previousWasReturn = false
        for scalar in paragraph.unicodeScalars {
            let isReturn = scalar == "\r"
            if isReturn || (scalar == "\n" && !previousWasReturn) || isLineSeparator(scalar) {
                endLine()
            } else if scalar == "\n" {
                // The second half of a return and line feed.
            } else {
                append(scalar)
            }
            previousWasReturn = isReturn
        }
        endLine()
        // Empty lines at the end of the text say nothing.
        while lines.count > start + 1, lines.last == Code(commentLine: mark) { lines.removeLast() }
    }

    private func isLineSeparator(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0x2028 || scalar.value == 0x2029 || scalar.value == 0x85
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        if scalar.value >= 0x20 && scalar.value < 0x7F {
            line.append(UInt8(scalar.value))
        } else if SourceText.isUnsafe(scalar) {
            line.append(UInt8(ascii: " "))
        } else {
            line.append(contentsOf: String(scalar).utf8)
        }
    }

    private mutating func endLine() {
        while line.last == UInt8(ascii: " ") { line.removeLast() }
        if line.starts(with: "```".utf8) { isInFence.toggle() }
        var rest = line[...]
        while let end = breakingPoint(rest) {
            add(rest[..<end])
            rest = rest[(end + 1)...]
        }
        add(rest)
        line.removeAll(keepingCapacity: true)
    }

    private mutating func add(_ text: ArraySlice<UInt8>) {
        lines.append(Code(commentLine: text.isEmpty ? mark : mark + " " + String(decoding: text, as: UTF8.self)))
    }

    /// Running text is wrapped at the last space that fits; code, tables and lists, whose lines mean something, are not.
    private func breakingPoint(_ text: ArraySlice<UInt8>) -> Int? {
        guard text.count > 110, !isInFence, let first = line.first, !"|-*+#> `0123456789\t".utf8.contains(first) else { return nil }
        return text.prefix(110).lastIndex(of: UInt8(ascii: " "))
    }
}
