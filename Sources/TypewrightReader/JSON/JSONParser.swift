import TypewrightSource

/// Reads a text by the grammar of RFC 8259 and puts the tree together as it goes, without recursion.
struct JSONParser {
    var builder: TreeBuilder
    var position = 0
    let count: Int
    private let depthLimit: Int
    private let forgivesCommas: Bool
    private(set) var fault: ReadFault?
    private(set) var warnings: [ReadFault] = []

    /// A comma before a closing bracket is a fault, or a warning where commas are forgiven.
    init(_ file: SourceFile, limits: ReaderLimits, forgivesCommas: Bool = false) {
        self.forgivesCommas = forgivesCommas
        builder = TreeBuilder(file: file.id, bytes: ByteBuffer(file.text))
        count = file.text.count
        depthLimit = limits.depth
    }

    /// The text; a NUL follows it. Not to be kept while strings are read.
    @inline(__always)
    var text: UnsafePointer<UInt8> { UnsafePointer(builder.bytes.base) }

    /// The byte here; NUL at the end. A NUL in the text was refused before.
    @inline(__always)
    private var byte: UInt8 { builder.bytes.base[position] }

    mutating func parse() {
        position = TextCheck.markLength(text, count)
        skipSpace()
        while readValue() {
            guard builder.depth > 0 else { return checkEnd() }
        }
    }

    /// Reads one value, or opens one and goes on to its first, and what follows it up to the next value.
    /// False at a fault.
    private mutating func readValue() -> Bool {
        switch byte {
        case UInt8(ascii: "\""):
            guard let record = readString() else { return false }
            builder.add(record)
        case UInt8(ascii: "{"):
            guard openContainer(.object) else { return false }
            if byte != UInt8(ascii: "}") { return readKey() }
            closeContainer()
        case UInt8(ascii: "["):
            guard openContainer(.array) else { return false }
            if byte != UInt8(ascii: "]") { return true }
            closeContainer()
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            guard readNumber() else { return false }
        default:
            guard readWord() else { return false }
        }
        return readSeparators()
    }

    private mutating func openContainer(_ kind: Node.Kind) -> Bool {
        guard builder.depth < depthLimit else {
            return fail(Nesting.fault(limit: depthLimit, at: position))
        }
        builder.open(kind, at: position)
        position = position &+ 1
        skipSpace()
        return true
    }

    private mutating func closeContainer() {
        position = position &+ 1
        builder.close(at: position)
    }

    /// After a value: closing brackets, and the comma and key before the next value.
    private mutating func readSeparators() -> Bool {
        while builder.depth > 0 {
            skipSpace()
            let isObject = builder.openKind == .object
            let byte = byte
            if byte == UInt8(ascii: ",") {
                position = position &+ 1
                skipSpace()
                guard forgivesCommas, var comma = trailingCommaFault() else { return isObject ? readKey() : true }
                comma.code = "trailing-comma"
                warnings.append(comma)
                continue
            }
            guard byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else { return fail(separatorFault(isObject)) }
            closeContainer()
        }
        return true
    }

    private mutating func readKey() -> Bool {
        guard byte == UInt8(ascii: "\"") else { return fail(keyFault()) }
        guard let key = readString() else { return false }
        builder.addKey(key)
        skipSpace()
        guard byte == UInt8(ascii: ":") else { return fail(colonFault()) }
        position = position &+ 1
        skipSpace()
        return true
    }

    private mutating func readNumber() -> Bool {
        let start = position
        let scan = JSONNumber.scan(text, from: start, to: count)
        position = scan.end
        if let fault = scan.fault { return fail(numberFault(fault, from: start)) }
        if isWordByte(byte) { return fail(numberFault(nil, from: start)) }
        add(.number, from: start)
        return true
    }

    private mutating func readWord() -> Bool {
        let start = position
        if matches("true") {
            position = position &+ 4
            add(.boolean, from: start, flags: Record.isTrue)
        } else if matches("false") {
            position = position &+ 5
            add(.boolean, from: start)
        } else if matches("null") {
            position = position &+ 4
            add(.null, from: start)
        } else {
            return fail(valueFault())
        }
        return isWordByte(byte) ? fail(valueFault(at: start)) : true
    }

    private mutating func add(_ kind: Node.Kind, from start: Int, flags: UInt8 = 0) {
        var record = Record()
        record.start = UInt32(truncatingIfNeeded: start)
        record.end = UInt32(truncatingIfNeeded: position)
        record.first = record.start
        record.count = record.end &- record.start
        record.kind = kind
        record.flags = flags
        builder.add(record)
    }

    private mutating func checkEnd() {
        skipSpace()
        if position < count { _ = fail(trailingFault()) }
    }

    @inline(__always)
    private mutating func skipSpace() {
        let text = builder.bytes.base
        var index = position
        while true {
            let byte = text[index]
            if byte > 0x20 || !(byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09) { break }
            index = index &+ 1
        }
        position = index
    }

    private func matches(_ word: StaticString) -> Bool {
        // The NUL at the end differs from every letter, so that no read goes beyond it.
        var index = 0
        while index < word.utf8CodeUnitCount {
            if builder.bytes.base[position &+ index] != word.utf8Start[index] { return false }
            index = index &+ 1
        }
        return true
    }

    func isWordByte(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "$") || byte >= 0x80
    }

    func finish() -> [Node] { builder.finish() }

    mutating func fail(_ fault: ReadFault) -> Bool {
        self.fault = fault
        return false
    }
}

/// The fault of both languages that keeps a hostile text from exhausting anything.
enum Nesting {
    static func fault(limit: Int, at position: Int) -> ReadFault {
        ReadFault("nesting-too-deep", position, position + 1, "values stand more than \(limit) deep in one another")
    }
}
