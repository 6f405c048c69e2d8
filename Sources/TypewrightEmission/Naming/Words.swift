import TypewrightSource

/// Splits a name out of a document into words: `webhook_url`, `WebhookURL` and `webhook-url` are all
/// `webhook`, `url`. Symbols that mean something where they stand alone get a word of their own.
struct Words {
    private(set) var list: [String] = []

    init(_ text: String) {
        var bytes: [UInt8] = []
        bytes.append(text: text)
        self.init(bytes[...])
    }

    init(_ text: ArraySlice<UInt8>) {
        split(text)
        if list.isEmpty { list = Words.forSymbols(String(decoding: text, as: UTF8.self)) }
    }

    init(list: [String]) {
        self.list = list
    }

    private enum Kind { case lower, upper, digit, letter, other }

    private static func kind(_ scalar: Unicode.Scalar) -> Kind {
        switch scalar.value {
        case 0x61...0x7A: .lower
        case 0x41...0x5A: .upper
        case 0x30...0x39: .digit
        case 0...0x7F: .other
        default: kindBeyondASCII(scalar)
        }
    }

    private static func kindBeyondASCII(_ scalar: Unicode.Scalar) -> Kind {
        // What Swift's grammar calls an identifier character is wider; letters and marks are what reads.
        guard scalar.properties.isXIDContinue, !scalar.properties.isDefaultIgnorableCodePoint else { return .other }
        if scalar.properties.isLowercase { return .lower }
        if scalar.properties.isUppercase { return .upper }
        return .letter
    }

    /// A word ends at every other character, before a capital that follows a small letter or digit, and before
    /// the last of several capitals that is followed by a small letter (`HTTPServer` is `HTTP`, `Server`).
    private mutating func split(_ bytes: ArraySlice<UInt8>) {
        list.reserveCapacity(4)
        var start: Int?
        var previous = Kind.other
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let (kind, width) = Words.character(bytes, at: index)
            let endsWord: Bool
            switch kind {
            case .other: endsWord = true
            case .upper:
                let next = Words.character(bytes, at: index + width).kind
                let isPlural = next == .lower && Words.isPluralEnd(bytes, at: index + width)
                endsWord = previous != .upper || (next == .lower && !isPlural)
            case .digit, .lower, .letter: endsWord = false
            }
            if endsWord, let first = start {
                list.append(String(decoding: bytes[first..<index], as: UTF8.self))
                start = nil
            }
            if kind != .other, start == nil { start = index }
            previous = kind
            index += width
        }
        if let start { list.append(String(decoding: bytes[start...], as: UTF8.self)) }
    }

    /// What stands there, and how many bytes it has. The end of the text separates like a symbol.
    private static func character(_ bytes: ArraySlice<UInt8>, at index: Int) -> (kind: Kind, width: Int) {
        guard index < bytes.endIndex else { return (.other, 0) }
        if bytes[index] < 0x80 { return (kind(Unicode.Scalar(bytes[index])), 1) }
        let scalar = String(decoding: bytes[index...].prefix(4), as: UTF8.self).unicodeScalars.first ?? " "
        return (kind(scalar), UTF8.width(scalar))
    }

    /// `IDs` is one word: the `s` ends it.
    private static func isPluralEnd(_ bytes: ArraySlice<UInt8>, at index: Int) -> Bool {
        guard bytes[index] == UInt8(ascii: "s") else { return false }
        let next = character(bytes, at: index + 1).kind
        return next == .upper || next == .other
    }

    /// A name of symbols alone, as enumerations have them: `+1` is not one (it has a digit), `>=` is.
    private static func forSymbols(_ text: String) -> [String] {
        if text.isEmpty { return ["empty"] }
        var words: [String] = []
        for scalar in text.unicodeScalars.prefix(8) {
            if let word = symbolWords[scalar] {
                words.append(contentsOf: word.split(separator: " ").map(String.init))
            } else {
                words.append("u" + String(scalar.value, radix: 16))
            }
        }
        return words
    }

    /// The word for a sign before digits: `-1` and `+1` are two different values.
    static func sign(_ text: String) -> String? {
        let word: String
        switch text.utf8.first {
        case UInt8(ascii: "-"): word = "minus"
        case UInt8(ascii: "+"): word = "plus"
        default: return nil
        }
        guard let second = text.unicodeScalars.dropFirst().first, kind(second) == .digit else { return nil }
        return word
    }

    private static let symbolWords: [Unicode.Scalar: String] = [
        " ": "space", "!": "not", "\"": "quote", "#": "hash", "$": "dollar", "%": "percent", "&": "and",
        "'": "apostrophe", "(": "open paren", ")": "close paren", "*": "asterisk", "+": "plus", ",": "comma",
        "-": "minus", ".": "dot", "/": "slash", ":": "colon", ";": "semicolon", "<": "less than", "=": "equals",
        ">": "greater than", "?": "question mark", "@": "at", "[": "open bracket", "\\": "backslash",
        "]": "close bracket", "^": "caret", "_": "underscore", "`": "backtick", "{": "open brace", "|": "pipe",
        "}": "close brace", "~": "tilde",
    ]
}
