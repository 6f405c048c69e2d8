/// The part of a line that is shown, and the marks under it.
struct SourceExcerpt {
    private(set) var text = ""
    private(set) var marks = ""

    /// More of a line than this is cut, keeping the marked place in view.
    private static let widest = 100
    /// The columns kept before the marked place where the line is cut.
    private static let lead = 30
    /// A minified document is one line of megabytes: only this much around the place is looked at.
    private static let reach = 480

    /// Shows the line where the range begins.
    init(of range: SourceRange, in bytes: [UInt8]) {
        let start = min(Int(range.start), bytes.count)
        let end = min(Int(range.end), bytes.count)
        var first = start
        while first > 0, start - first < Self.reach, !Self.endsLine(bytes[first - 1]) { first -= 1 }
        while first < start, first > 0, bytes[first] & 0xC0 == 0x80 { first += 1 }
        var last = start
        while last < bytes.count, last - start < Self.reach, !Self.endsLine(bytes[last]) { last += 1 }
        let cutsStart = first > 0 && !Self.endsLine(bytes[first - 1])
        let cutsEnd = last < bytes.count && !Self.endsLine(bytes[last])

        var before = Cells()
        before.append(bytes[first..<start])
        var marked = Cells(column: before.width)
        marked.append(bytes[start..<max(start, min(end, last))])
        var after = Cells(column: before.width + marked.width)
        after.append(bytes[max(start, min(end, last))..<last])
        assemble(before, marked, after, cutsStart: cutsStart, cutsEnd: cutsEnd)
    }

    private static func endsLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    private mutating func assemble(_ before: Cells, _ marked: Cells, _ after: Cells, cutsStart: Bool, cutsEnd: Bool) {
        var room = Self.widest
        let isLong = cutsStart || cutsEnd || before.width + marked.width + after.width > room
        var lead = before
        var isCutBefore = cutsStart
        if isLong, before.width + min(marked.width, Self.lead) > room - Self.lead {
            lead.keepLast(Self.lead)
            isCutBefore = true
        }
        if isCutBefore { text = "…" }
        text += lead.text
        marks = String(repeating: " ", count: lead.width + (isCutBefore ? 1 : 0))
        room -= lead.width

        var body = marked
        let isCutInside = isLong && body.width > room
        if isCutInside { body.keepFirst(room) }
        text += body.text
        room -= body.width
        marks += "^" + String(repeating: "~", count: max(0, body.width - 1))

        var tail = after
        if isLong { tail.keepFirst(isCutInside ? 0 : room) }
        text += tail.text
        if cutsEnd || isCutInside || tail.width < after.width { text += "…" }
    }
}

/// Characters as a terminal shows them, each with its width.
private struct Cells {
    private var shown: [(text: String, width: Int)] = []
    private(set) var width = 0
    /// Where on the line these begin, for tabs.
    private let column: Int

    init(column: Int = 0) { self.column = column }

    var text: String {
        var text = ""
        for cell in shown { text += cell.text }
        return text
    }

    mutating func append(_ bytes: ArraySlice<UInt8>) {
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            if scalar == "\t" {
                let count = 4 - (column + width) % 4
                add(String(repeating: " ", count: count), count)
            } else if scalar.properties.generalCategory == .control {
                add("\u{FFFD}", 1)
            } else {
                add(String(scalar), scalar.displayWidth)
            }
        }
    }

    private mutating func add(_ text: String, _ width: Int) {
        shown.append((text, width))
        self.width += width
    }

    mutating func keepFirst(_ columns: Int) {
        while width > columns, let last = shown.popLast() { width -= last.width }
    }

    mutating func keepLast(_ columns: Int) {
        var dropped = 0
        while width > columns, dropped < shown.count {
            width -= shown[dropped].width
            dropped += 1
        }
        shown.removeFirst(dropped)
    }
}
