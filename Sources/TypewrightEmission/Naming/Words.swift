/// Splits a name out of a document into words: `webhook_url`, `WebhookURL` and `webhook-url` are all
/// `webhook`, `url`. Symbols that mean something where they stand alone get a word of their own.
struct Words {
    private(set) var list: [String] = []

    init(_ text: String) {
        split(text)
        if list.isEmpty { list = Words.forSymbols(text) }
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
    private mutating func split(_ text: String) {
        let scalars = Array(text.unicodeScalars)
        var word = String.UnicodeScalarView()
        var previous = Kind.other
        for (index, scalar) in scalars.enumerated() {
            let kind = Words.kind(scalar)
            let endsWord: Bool
            switch kind {
            case .other: endsWord = true
            case .upper:
                let next = index + 1 < scalars.count ? Words.kind(scalars[index + 1]) : .other
                let isPlural = next == .lower && isPluralEnd(scalars, at: index + 1)
                endsWord = previous != .upper || (next == .lower && !isPlural)
            case .digit, .lower, .letter: endsWord = false
            }
            if endsWord, !word.isEmpty {
                list.append(String(word))
                word = String.UnicodeScalarView()
            }
            if kind != .other { word.append(scalar) }
            previous = kind
        }
        if !word.isEmpty { list.append(String(word)) }
    }

    /// `IDs` is one word: the `s` ends it.
    private func isPluralEnd(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
        guard scalars[index] == "s" else { return false }
        return index + 1 == scalars.count || Words.kind(scalars[index + 1]) == .upper || Words.kind(scalars[index + 1]) == .other
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
        let scalars = text.unicodeScalars
        guard let first = scalars.first, let second = scalars.dropFirst().first, kind(second) == .digit else { return nil }
        switch first {
        case "-": return "minus"
        case "+": return "plus"
        default: return nil
        }
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
