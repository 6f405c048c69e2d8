/// What the reader found wrong. Where it is wrong is an offset; the pointer, the line and
/// the sentence are made from both when an error is thrown.
enum JSONFault: Equatable {
    case expected(Expectation)
    case missing(key: String)
    case tooFewElements(Int)
    case trailingText
    case badLiteral
    case badNumber
    case badEscape
    case loneSurrogate
    case controlCharacter
    case invalidUTF8
    case unexpectedEnd
    case tooDeep
    case integerRange(bits: Int, signed: Bool)
    case doubleRange
    /// A value that cannot be written as JSON.
    case notFinite

    enum Expectation: String {
        case value = "a value"
        case object = "an object"
        case array = "an array"
        case string = "a string"
        case number = "a number"
        case integer = "an integer"
        case boolean = "true or false"
        case key = "a property name in quotes"
        case colon = "a colon"
        case commaOrBrace = "a comma or a closing brace"
        case commaOrBracket = "a comma or a closing bracket"
    }
}

extension JSONFault {
    func message(found: String) -> String {
        switch self {
        case .expected(let expectation): "expected \(expectation.rawValue), found \(found)"
        case .missing(let key): "the required property \"\(key)\" is missing"
        case .tooFewElements(let count): "at least \(count) elements are required"
        case .trailingText: "expected the end of the text, found \(found)"
        case .badLiteral: "expected a value, found \(found)"
        case .badNumber: "\(found) is not spelled as JSON spells numbers"
        case .badEscape: "a string has an escape that JSON does not know"
        case .loneSurrogate: "a string has half of a surrogate pair"
        case .controlCharacter: "a string has a control character, which must be escaped"
        case .invalidUTF8: "a string is not valid UTF-8"
        case .unexpectedEnd: "a string has no closing quote"
        case .tooDeep: "arrays and objects are nested too deep"
        case .integerRange(let bits, let signed):
            "\(found) does not fit into \(signed ? "a" : "an unsigned") \(bits)-bit integer"
        case .doubleRange: "\(found) is beyond the range of floating-point numbers"
        case .notFinite: "a number is infinite or not a number, which JSON cannot say"
        }
    }

    /// What stands at a place, in a few words.
    static func description(of text: UnsafeBufferPointer<UInt8>, at offset: Int) -> String {
        guard offset < text.count else { return "the end of the text" }
        switch text[offset] {
        case 0x7B: return "an object"
        case 0x5B: return "an array"
        case 0x22:
            let contents = text[(offset + 1)...]
            let end = contents.firstIndex(of: 0x22) ?? text.count
            return "the string \"" + excerpt(text[(offset + 1)..<end]) + "\""
        case 0x2D, 0x30...0x39:
            return "the number " + excerpt(text[offset...].prefix { isWordByte($0) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E })
        case let byte where isWordByte(byte):
            return "\"" + excerpt(text[offset...].prefix { isWordByte($0) }) + "\""
        case let byte where byte > 0x20 && byte < 0x7F:
            return "\"" + String(UnicodeScalar(byte)) + "\""
        case let byte:
            return "the byte 0x" + String(byte, radix: 16, uppercase: true)
        }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }

    private static func excerpt(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        let limit = 40
        let start = String(decoding: bytes.prefix(limit), as: UTF8.self)
        return bytes.count > limit ? start + "…" : start
    }
}
