import TypewrightSource

/// Reads a text by the grammar of YAML 1.2.2 and gives its events. No part of it recurses: open collections
/// lie on stacks.
///
/// The specification's grammar tries alternatives and goes back; this goes forward. A line's indentation closes
/// what is deeper, and whether a node is a key is known when the `:` after it is seen: the mapping's start is
/// then put before the key's events.
struct YAMLParser {
    /// The text, a NUL, and what scalars say that do not stand in the text as they are.
    var bytes: ByteBuffer
    let count: Int
    let depthLimit: Int
    /// Keys are "limited to a single line and must not span more than 1024 Unicode characters" (7.4). Only those
    /// that are collections are held to it, where it bounds the work; a character has at most 4 bytes.
    static let longestKey = 4096
    var events: YAMLEventBuffer
    var properties: [YAMLProperties] = []
    var warnings: [ReadFault] = []

    var position = 0
    /// Where the line begins that `position` is on; tells lines apart, too.
    var lineStart = 0
    /// What is before the token at `position`: see `skipToToken`.
    var isFirstOnLine = true
    var followsTab = false
    var column = 0

    var blocks = YAMLBlockStack()
    var flows: [YAMLFlowFrame] = []
    /// Whether a block collection may begin on this line after the indicator just read.
    var allowsCompact = false
    /// The end of the last indicator of a block collection.
    var indicatorEnd = 0
    /// Properties on a line before their node.
    var pending = YAMLProperties()
    /// Whether the flow node just read ends with a quote or bracket: then its `:` needs no space.
    var followsJSONLike = false
    var tagHandles: [String: String] = [:]

    init(_ file: SourceFile, limits: ReaderLimits) {
        bytes = ByteBuffer(file.text)
        count = file.text.count
        depthLimit = limits.depth
        events = YAMLEventBuffer(capacity: file.text.count / 12 + 64)
    }

    /// The text; a NUL follows it. Not to be kept while strings are read.
    @inline(__always)
    var text: UnsafePointer<UInt8> { UnsafePointer(bytes.base) }

    /// The byte here; NUL at the end. A NUL in the text was refused before.
    @inline(__always)
    var byte: UInt8 { bytes.base[position] }

    /// The byte after this; NUL at the end.
    @inline(__always)
    var nextByte: UInt8 { position < count ? bytes.base[position &+ 1] : 0 }

    mutating func parseStream() throws(ReadFault) {
        if let fault = controlCharacterFault() { throw fault }
        var isAfterDocument = false
        while true {
            skipMark()
            skipToToken()
            if position >= count { return }
            if isDocumentMarker(UInt8(ascii: ".")) {
                position += 3
                try finishLine()
                isAfterDocument = false
                continue
            }
            if byte == UInt8(ascii: "%"), column == 0, isFirstOnLine, !isAfterDocument {
                try parseDirectives()
            } else {
                tagHandles = [:]
            }
            try parseDocument()
            isAfterDocument = !isDocumentMarker(UInt8(ascii: "."))
            var end = YAMLEvent(.documentEnd, isAfterDocument ? .plain : .explicit, from: position, to: position)
            if !isAfterDocument {
                end.end += 3
                position += 3
                try finishLine()
            }
            events.append(end)
        }
    }

    private mutating func parseDocument() throws(ReadFault) {
        let isExplicit = isDocumentMarker(UInt8(ascii: "-"))
        events.append(YAMLEvent(.documentStart, isExplicit ? .explicit : .plain, from: position, to: position))
        if isExplicit {
            position += 3
            allowsCompact = false
        } else {
            // Blanks before the first token are its indentation.
            position = lineStart
        }
        blocks.push(YAMLBlockFrame(kind: .document, state: .value, indent: -1, start: position))
        try parseBlockNodes()
        if blocks.top.awaitsNode { fillWithEmpty() }
        blocks.pop()
    }

    /// A byte order mark may begin any document (9.2).
    private mutating func skipMark() {
        guard position == lineStart, byte == 0xEF, nextByte == 0xBB, bytes.base[position + 2] == 0xBF else { return }
        position += 3
        lineStart = position
    }

    /// `c-printable` (5.1) leaves out the control characters of ASCII but tab and line ends.
    private func controlCharacterFault() -> ReadFault? {
        let text = bytes.base
        var index = 0
        while index < count {
            let byte = text[index]
            if byte < 0x20, byte != 0x0A, byte != 0x0D, byte != 0x09 {
                return ReadFault(
                    "control-character", index, index + 1, "a control character cannot stand in YAML",
                    help: "in a string in double quotes it can be written as `\\x\(byte < 16 ? "0" : "")\(String(byte, radix: 16))`"
                )
            }
            index = index &+ 1
        }
        return nil
    }
}
