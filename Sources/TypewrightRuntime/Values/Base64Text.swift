/// Bytes as Base64 (formats `byte`, `base64`; RFC 4648, section 4).
public struct Base64Text: FormattedText {
    public var text: String
    public init(_ text: String) { self.text = text }

    public static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        decoded(text) != nil
    }

    public init(bytes: some Sequence<UInt8>) {
        var characters: [UInt8] = []
        var buffer = 0
        var bits = 0
        for byte in bytes {
            buffer = buffer << 8 | Int(byte)
            bits += 8
            while bits >= 6 {
                bits -= 6
                characters.append(Self.character(buffer >> bits & 63))
            }
            buffer &= 63
        }
        if bits > 0 { characters.append(Self.character(buffer << (6 - bits) & 63)) }
        while characters.count % 4 != 0 { characters.append(0x3D) }
        text = String(decoding: characters, as: UTF8.self)
    }

    /// The bytes; nil where the text is no Base64.
    public var bytes: [UInt8]? {
        text.withBytes { Self.decoded($0) }
    }

    private static func character(_ value: Int) -> UInt8 {
        switch value {
        case 0..<26: 0x41 + UInt8(value)
        case 26..<52: 0x61 + UInt8(value - 26)
        case 52..<62: 0x30 + UInt8(value - 52)
        case 62: 0x2B
        default: 0x2F
        }
    }

    private static func value(_ byte: UInt8) -> Int? {
        switch byte {
        case 0x41...0x5A: Int(byte) - 0x41
        case 0x61...0x7A: Int(byte) - 0x61 + 26
        case 0x30...0x39: Int(byte) - 0x30 + 52
        case 0x2B: 62
        case 0x2F: 63
        default: nil
        }
    }

    private static func decoded(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard text.count % 4 == 0 else { return nil }
        var end = text.count
        while end > 0, text.count - end < 2, text[end - 1] == 0x3D { end -= 1 }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(end * 3 / 4)
        var buffer = 0
        var bits = 0
        for index in 0..<end {
            guard let value = value(text[index]) else { return nil }
            buffer = (buffer << 6 | value) & 0xFFF
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> bits))
            }
        }
        return bytes
    }
}
