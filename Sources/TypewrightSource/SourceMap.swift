/// All files of a run, and where their lines begin.
package final class SourceMap {
    package private(set) var files: [SourceFile] = []
    /// Found when somebody first asks: most files are never reported on.
    private var lineStarts: [SourceFile.ID: [UInt32]] = [:]

    package init() {}

    package func add(path: String, text: [UInt8]) -> SourceFile {
        let file = SourceFile(id: SourceFile.ID(number: UInt32(truncatingIfNeeded: files.count)), path: path, text: text)
        files.append(file)
        return file
    }

    /// An ID of another map gives an empty, nameless file.
    package subscript(id: SourceFile.ID) -> SourceFile {
        let index = Int(id.number)
        return index < files.count ? files[index] : SourceFile(id: id, path: "", text: [])
    }

    /// Where an offset stands for people: both count from 1, the column in characters as Unicode scalars.
    package func position(of offset: UInt32, in id: SourceFile.ID) -> SourcePosition {
        let text = self[id].text
        let offset = min(Int(offset), text.count)
        let line = lineIndex(of: UInt32(truncatingIfNeeded: offset), in: id)
        var column = 1
        var index = startOfLine(line, in: id)
        while index < offset {
            // Continuation bytes of UTF-8 do not begin a character.
            if text[index] & 0xC0 != 0x80 { column += 1 }
            index += 1
        }
        return SourcePosition(line: line + 1, column: column)
    }

    /// The bytes of the line around an offset, without its end.
    package func line(around offset: UInt32, in id: SourceFile.ID) -> Range<Int> {
        let text = self[id].text
        let start = startOfLine(lineIndex(of: offset, in: id), in: id)
        var end = start
        while end < text.count, text[end] != 0x0A, text[end] != 0x0D { end += 1 }
        return start..<end
    }

    private func lineIndex(of offset: UInt32, in id: SourceFile.ID) -> Int {
        let starts = starts(of: id)
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    private func startOfLine(_ line: Int, in id: SourceFile.ID) -> Int {
        let starts = starts(of: id)
        return line < starts.count ? Int(starts[line]) : 0
    }

    /// Lines end with LF, CR LF or CR, as in YAML.
    private func starts(of id: SourceFile.ID) -> [UInt32] {
        if let known = lineStarts[id] { return known }
        var starts: [UInt32] = [0]
        let text = self[id].text
        text.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                index += 1
                let endsLine = byte == 0x0A || (byte == 0x0D && !(index < bytes.count && bytes[index] == 0x0A))
                if endsLine { starts.append(UInt32(truncatingIfNeeded: index)) }
            }
        }
        lineStarts[id] = starts
        return starts
    }
}

package struct SourcePosition: Hashable, Sendable {
    package let line: Int
    package let column: Int
}
