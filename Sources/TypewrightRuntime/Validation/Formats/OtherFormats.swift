enum OtherFormats {
    /// RFC 4122: `8-4-4-4-12` digits.
    static func isUUID(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count == 36 else { return false }
        for (index, byte) in text.enumerated() {
            let isHyphen = index == 8 || index == 13 || index == 18 || index == 23
            guard isHyphen ? byte == 0x2D : Bytes.isHexDigit(byte) else { return false }
        }
        return true
    }

    /// RFC 4648, section 4, with its padding.
    static func isBase64(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count % 4 == 0 else { return false }
        var scanner = FormatScanner(text)
        scanner.takeAll { Bytes.isAlphanumeric($0) || $0 == 0x2B || $0 == 0x2F }
        let padding = text.count - scanner.at
        return padding <= 2 && scanner.takeAll { $0 == 0x3D } == padding
    }
}

extension FormatScanner {
    /// RFC 6901.
    mutating func takePointer() -> Bool {
        guard isAtEnd || next == 0x2F else { return false }
        while !isAtEnd {
            if take(0x7E) {
                guard take({ $0 == 0x30 || $0 == 0x31 }) else { return false }
            } else {
                at += 1
            }
        }
        return true
    }

    /// Relative JSON pointers: a number of steps up, then a pointer or `#`.
    mutating func takeRelativePointer() -> Bool {
        let isZero = next == 0x30
        let count = takeAll(Bytes.isDigit)
        guard count > 0, !isZero || count == 1 else { return false }
        return take(0x23) || takePointer()
    }
}
