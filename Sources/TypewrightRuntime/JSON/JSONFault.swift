/// What the reader found wrong. Where it is wrong is an offset; the pointer, the line and
/// the sentence are made from both when an error is thrown.
enum JSONFault: Equatable {
    case expected(Expectation)
    case missing(key: String)
    case unexpectedEnd
    case trailingBytes
    case badLiteral
    case badNumber
    case badEscape
    case loneSurrogate
    case controlCharacter
    case invalidUTF8
    case tooDeep
    case integerRange(bits: Int, signed: Bool)
    case doubleRange
    case byteOrderMark
    /// What a value says that cannot be written as JSON.
    case notFinite
    case foreign

    enum Expectation: Equatable {
        case value, object, array, string, number, integer, boolean, null
        case key, colon, commaOrBrace, commaOrBracket
    }
}
