/// Names as the tokens of a JSON pointer. RFC 6901: "`~` needs to be encoded as `~0` and `/` needs to be encoded as `~1`".
package enum PointerToken {
    /// `a/b` is `a~1b`.
    package static func escaped(_ name: String) -> String {
        guard needsEscapes(name) else { return name }
        var text: [UInt8] = []
        append(escaped: name, to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    package static func needsEscapes(_ name: String) -> Bool {
        name.containsByte { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }
    }

    package static func append(escaped name: String, to text: inout [UInt8]) {
        guard needsEscapes(name) else { return text.append(text: name) }
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "~"): text += [byte, UInt8(ascii: "0")]
            case UInt8(ascii: "/"): text += [UInt8(ascii: "~"), UInt8(ascii: "1")]
            default: text.append(byte)
            }
        }
    }

    /// `a~1b` is `a/b`. A `~` that begins no escape stands for itself.
    package static func name(_ token: Substring) -> String {
        guard token.utf8.contains(UInt8(ascii: "~")) else { return String(token) }
        return String(decoding: name(Array(token.utf8)[...]), as: UTF8.self)
    }

    package static func name(_ token: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard token.contains(UInt8(ascii: "~")) else { return token }
        var name: ArraySlice<UInt8> = []
        var rest = token
        while let byte = rest.popFirst() {
            switch (byte, rest.first) {
            case (UInt8(ascii: "~"), UInt8(ascii: "0")?): rest.removeFirst()
            case (UInt8(ascii: "~"), UInt8(ascii: "1")?):
                rest.removeFirst()
                name.append(UInt8(ascii: "/"))
                continue
            default: break
            }
            name.append(byte)
        }
        return name
    }
}
