import TypewrightSource

extension Code {
    /// A documentation comment. Whatever the text holds, it cannot leave the comment: every kind of
    /// line end begins a new `///`, and invisible or control characters become spaces.
    static func documentation(_ paragraphs: [String]) -> Code {
        comment(paragraphs, mark: "///")
    }

    /// A plain comment.
    static func remark(_ text: String) -> Code {
        comment([text], mark: "//")
    }

    private static func comment(_ paragraphs: [String], mark: String) -> Code {
        var writer: CommentWriter?
        for paragraph in paragraphs where !paragraph.isEmpty {
            if writer == nil { writer = CommentWriter(mark: mark) }
            writer?.write(paragraph)
        }
        return writer.map { Code(comment: $0.bytes) } ?? Code()
    }
}

/// Puts a mark before every line.
private struct CommentWriter {
    private let mark: String
    private(set) var bytes: [UInt8] = []
    /// Between ``` and ```.
    private var isInFence = false

    init(mark: String) {
        self.mark = mark
    }

    mutating func write(_ paragraph: String) {
        if !bytes.isEmpty { add([]) }
        var text = CommentWriter.cleaned(paragraph)
        // Empty lines at the end of the text say nothing.
        while let last = text.last, last == space || last == newline { text.removeLast() }
        var start = 0
        while let end = text[start...].firstIndex(of: newline) {
            writeLine(text[start..<end])
            start = end + 1
        }
        writeLine(text[start...])
    }

    /// Line feeds and what is harmless; mostly that is the text itself.
    private static func cleaned(_ text: String) -> [UInt8] {
        var bytes = Array(text.utf8)
        if bytes.allSatisfy({ ($0 >= space && $0 < 0x7F) || $0 == newline }) { return bytes }
        bytes.removeAll()
        var previousWasReturn = false
        for scalar in text.unicodeScalars {
            let isReturn = scalar == "\r"
            if isReturn || (scalar == "\n" && !previousWasReturn) || isLineSeparator(scalar) {
                bytes.append(newline)
            } else if scalar == "\n" {
                // The second half of a return and line feed.
            } else if SourceText.isUnsafe(scalar) {
                bytes.append(space)
            } else {
                bytes.append(contentsOf: String(scalar).utf8)
            }
            previousWasReturn = isReturn
        }
        return bytes
    }

    private static func isLineSeparator(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0x2028 || scalar.value == 0x2029 || scalar.value == 0x85
    }

    private mutating func writeLine(_ text: ArraySlice<UInt8>) {
        var rest = text
        while rest.last == space { rest = rest.dropLast() }
        if rest.starts(with: "```".utf8) { isInFence.toggle() }
        if let first = rest.first, !isInFence, !CommentWriter.beginsMarkup(first) {
            while let end = CommentWriter.breakingPoint(rest) {
                add(rest[..<end])
                rest = rest[(end + 1)...]
            }
        }
        add(rest)
    }

    /// Tables, lists, headings, quotations and code begin like this.
    private static func beginsMarkup(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"),
            UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "`"), UInt8(ascii: "\t"), space: true
        default: false
        }
    }

    /// Running text is wrapped at the last space that fits; code, tables and lists, whose lines mean something, are not.
    private static func breakingPoint(_ text: ArraySlice<UInt8>) -> Int? {
        text.count > 110 ? text.prefix(110).lastIndex(of: space) : nil
    }

    private mutating func add(_ text: ArraySlice<UInt8>) {
        if !bytes.isEmpty { bytes.append(newline) }
        bytes.append(text: mark)
        if text.isEmpty { return }
        bytes.append(space)
        bytes.append(contentsOf: text)
    }
}
