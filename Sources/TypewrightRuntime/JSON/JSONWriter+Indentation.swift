extension JSONWriter {
    /// Lays the text out on lines, two spaces for each level. A second pass keeps the first
    /// one, which nearly everybody wants, free of questions.
    mutating func indent() {
        var laidOut = JSONWriter(capacity: count * 2 + 16)
        var level = 0
        var offset = 0
        while offset < count {
            let byte = base[offset]
            switch byte {
            case 0x22:
                let end = endOfString(offset)
                laidOut.append(UnsafeBufferPointer(start: base + offset, count: end - offset))
                offset = end
                continue
            case 0x7B, 0x5B:
                let isEmpty = base[offset + 1] == byte + 2
                laidOut.append(byte)
                if isEmpty {
                    laidOut.append(byte + 2)
                    offset += 1
                } else {
                    level += 1
                    laidOut.newLine(level)
                }
            case 0x7D, 0x5D:
                level -= 1
                laidOut.newLine(level)
                laidOut.append(byte)
            case 0x2C:
                laidOut.append(byte)
                laidOut.newLine(level)
            case 0x3A:
                laidOut.append(byte)
                laidOut.append(0x20)
            default: laidOut.append(byte)
            }
            offset += 1
        }
        swap(&self, &laidOut)
    }

    private func endOfString(_ quote: Int) -> Int {
        var offset = quote + 1
        while base[offset] != 0x22 { offset += base[offset] == 0x5C ? 2 : 1 }
        return offset + 1
    }

    private mutating func append(_ byte: UInt8) {
        reserve(1)
        put(byte)
    }

    private mutating func newLine(_ level: Int) {
        reserve(1 + level * 2)
        put(0x0A)
        for _ in 0..<(level * 2) { put(0x20) }
    }
}
