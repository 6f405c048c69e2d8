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

    private static func comment(_ paragraphs: [String], mark: StaticString) -> Code {
        var writer: CommentWriter?
        for paragraph in paragraphs where !paragraph.isEmpty {
            if writer == nil { writer = CommentWriter(mark: mark, capacity: paragraph.utf8.count + 64) }
            writer?.write(paragraph)
        }
        return writer.map { Code(comment: $0.writer) } ?? Code()
    }
}

/// Puts a mark before every line.
private struct CommentWriter {
    private let mark: StaticString
    private(set) var writer: CodeWriter
    /// Between ``` and ```.
    private var isInFence = false

    init(mark: StaticString, capacity: Int) {
        self.mark = mark
        writer = CodeWriter(capacity: capacity)
    }

    mutating func write(_ paragraph: String) {
        if writer.count > 0 { add(UnsafeBufferPointer(start: nil, count: 0)) }
        CommentWriter.cleaned(paragraph).withUnsafeBufferPointer { text in
            // Empty lines at the end of the text say nothing.
            var end = text.count
            while end > 0, text[end - 1] == space || text[end - 1] == newline { end -= 1 }
            var start = 0
            while let next = text.next(newline, from: start), next < end {
                writeLine(UnsafeBufferPointer(rebasing: text[start..<next]))
                start = next + 1
            }
            writeLine(UnsafeBufferPointer(rebasing: text[start..<end]))
        }
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

    private mutating func writeLine(_ text: UnsafeBufferPointer<UInt8>) {
        var end = text.count
        while end > 0, text[end - 1] == space { end -= 1 }
        var start = 0
        let fence = UInt8(ascii: "`")
        if end >= 3, text[0] == fence, text[1] == fence, text[2] == fence { isInFence.toggle() }
        if end > 0, !isInFence, !CommentWriter.beginsMarkup(text[0]) {
            while let next = CommentWriter.breakingPoint(text, from: start, to: end) {
                add(UnsafeBufferPointer(rebasing: text[start..<next]))
                start = next + 1
            }
        }
        add(UnsafeBufferPointer(rebasing: text[start..<end]))
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
    private static func breakingPoint(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
        guard end - start > 110 else { return nil }
        var place = start + 109
        while place >= start {
            if text[place] == space { return place }
            place -= 1
        }
        return nil
    }

    private mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
        if writer.count > 0 { writer.append("\n" as StaticString) }
        writer.append(mark)
        if text.isEmpty { return }
        writer.append(" " as StaticString)
        writer.append(text)
    }
}
