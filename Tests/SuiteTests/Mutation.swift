import TypewrightTestSupport

/// Changes JSON text a little: a value somewhere in it is replaced, repeated or taken out.
struct Mutation {
    private let bytes: [UInt8]
    /// The values in the text, containers too.
    private var values: [Range<Int>] = []

    init(_ json: String) {
        bytes = Array(json.utf8)
        var open: [Int] = []
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\""):
                let start = index
                index += 1
                while index < bytes.count, bytes[index] != UInt8(ascii: "\"") { index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1 }
                // Keys stay as they are, for an object with two equal ones means nothing certain.
                var next = index + 1
                while next < bytes.count, bytes[next] == 0x20 { next += 1 }
                if next >= bytes.count || bytes[next] != UInt8(ascii: ":") { values.append(start..<min(index + 1, bytes.count)) }
            case UInt8(ascii: "["), UInt8(ascii: "{"): open.append(index)
            case UInt8(ascii: "]"), UInt8(ascii: "}"): if let start = open.popLast() { values.append(start..<(index + 1)) }
            case UInt8(ascii: ","), UInt8(ascii: ":"), 0x20, 0x09: break
            default:
                let start = index
                while index + 1 < bytes.count, !",:]} \t".utf8.contains(bytes[index + 1]) { index += 1 }
                values.append(start..<(index + 1))
            }
            index += 1
        }
    }

    private static let replacements = [
        "null", "true", "false", "0", "1", "-1", "1.0", "1.5", "1e2", "12345678901234567890", "0.1", "\"\"", "\"a\"", "\"foo\"", "\"é😀\"",
        "[]", "{}", "[1,1]", "[[]]", "{\"foo\":1}", "{\"foo\":\"bar\",\"bar\":2}", "[\"a\",{}]",
    ]

    func apply(_ random: inout SeededGenerator) -> String {
        guard let range = values.randomElement(using: &random) else { return "null" }
        var replacement = Self.replacements.randomElement(using: &random) ?? "null"
        if Int.random(in: 0..<4, using: &random) == 0, let other = values.randomElement(using: &random) {
            replacement = String(decoding: bytes[other], as: UTF8.self)
        }
        return String(decoding: bytes[..<range.lowerBound], as: UTF8.self) + replacement
            + String(decoding: bytes[range.upperBound...], as: UTF8.self)
    }
}
