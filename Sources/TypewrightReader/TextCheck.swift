import TypewrightSource

/// What holds for a text of either language: UTF-8, without NUL, of a size that offsets can count.
enum TextCheck {
    /// The byte order mark of UTF-8.
    static func markLength(_ text: UnsafePointer<UInt8>, _ count: Int) -> Int {
        count >= 3 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF ? 3 : 0
    }

    /// `text` is followed by a NUL.
    static func fault(_ text: UnsafePointer<UInt8>, _ count: Int) -> ReadFault? {
        // A half is left for what has to be spelled out.
        guard count < Int(UInt32.max) / 2 else {
            return ReadFault("too-large", 0, 0, "the file is larger than 2 GiB")
        }
        if let fault = otherEncoding(text, count) { return fault }
        // The standard library's check is compiled with optimisation even when this is not.
        let isValid = text.withMemoryRebound(to: CChar.self, capacity: count + 1) { start in
            String(validatingCString: start).map { $0.utf8.count == count } ?? false
        }
        return isValid ? nil : invalid(text, count)
    }

    private static func otherEncoding(_ text: UnsafePointer<UInt8>, _ count: Int) -> ReadFault? {
        guard count >= 2 else { return nil }
        let isUTF16 = (text[0] == 0xFF && text[1] == 0xFE) || (text[0] == 0xFE && text[1] == 0xFF)
            || (text[0] == 0) != (text[1] == 0)
        guard isUTF16 else { return nil }
        return ReadFault("invalid-utf8", 0, 1, "the file is not in UTF-8; it looks like UTF-16", help: "save the file as UTF-8")
    }

    /// Finds the place of what the check above refused.
    private static func invalid(_ text: UnsafePointer<UInt8>, _ count: Int) -> ReadFault {
        var index = 0
        while index < count {
            let byte = text[index]
            if byte == 0 { return ReadFault("control-character", index, index + 1, "a NUL character cannot stand in the text") }
            let length = sequenceLength(text, index, count)
            if length == 0 { break }
            index += length
        }
        return ReadFault(
            "invalid-utf8", index, min(index + 1, count), "the bytes here are not UTF-8",
            help: "save the file as UTF-8; it may be in Latin-1 or another encoding"
        )
    }

    /// The length of the UTF-8 sequence here (table 3-7 of the Unicode standard); 0 when it is none.
    private static func sequenceLength(_ text: UnsafePointer<UInt8>, _ index: Int, _ count: Int) -> Int {
        let lead = text[index]
        if lead < 0x80 { return 1 }
        let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
        guard length > 0, index + length <= count else { return 0 }
        let second = text[index + 1]
        let least: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
        let most: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
        guard second >= least, second <= most else { return 0 }
        var next = index + 2
        while next < index + length {
            if text[next] & 0xC0 != 0x80 { return 0 }
            next += 1
        }
        return length
    }
}
