import TypewrightSource

/// What is wrong with a value, in words for either source of it.
package struct Complaint: Error, Sendable {
    package var message: String
    package var help: String?
    package var range: SourceRange?

    package init(_ message: String, help: String? = nil, range: SourceRange? = nil) {
        self.message = message
        self.help = help
        self.range = range
    }
}

/// Checks values against the kind of their option, wherever they come from.
package struct SettingReader: Sendable {
    /// What paths are relative to.
    package let folder: String

    package init(folder: String) {
        self.folder = folder
    }

    /// A single text, as it stands after a flag or as a string of the config.
    func setting(_ told: Told, for option: Option) throws(Complaint) -> Setting {
        switch option.kind {
        case .flag:
            throw Complaint("takes no value", range: told.range)
        case .text:
            return .single(try filled(told))
        case .path:
            return .single(try path(told))
        case .count(_, let allowed):
            guard let count = Int(told.text), allowed.contains(count) else {
                throw Complaint("takes a number from \(allowed.lowerBound) to \(allowed.upperBound)", range: told.range)
            }
            return .single(told)
        case .fraction:
            guard let value = Double(told.text), (0...1).contains(value) else {
                throw Complaint("takes a number from 0 to 1", range: told.range)
            }
            return .single(told)
        case .choice(let words):
            return .single(try choice(told, of: words))
        case .choices(let words):
            var list: [Told] = []
            for part in told.text.split(separator: ",") { list.append(try choice(Told(String(part), told.range), of: words)) }
            return .list(list)
        case .words:
            return .list([try filled(told)])
        case .paths:
            return .list([try path(told)])
        case .pairs, .pathPairs:
            return try pair(told, for: option)
        }
    }

    /// The last `=` divides: locations may hold one, names and types do not.
    private func pair(_ told: Told, for option: Option) throws(Complaint) -> Setting {
        let bytes = told.text.utf8
        guard let sign = bytes.lastIndex(of: UInt8(ascii: "=")) else {
            throw Complaint("takes \(option.placeholder ?? "")", range: told.range)
        }
        let key = Told(String(told.text[..<sign]), told.range)
        let value = Told(String(told.text[bytes.index(after: sign)...]), told.range)
        return .pairs([try pair(key, value, for: option)])
    }

    func pair(_ key: Told, _ value: Told, for option: Option) throws(Complaint) -> (key: Told, value: Told) {
        if case .pathPairs = option.kind { return (try filled(key), try path(value)) }
        return (try filled(key), try filled(value))
    }

    func choice(_ told: Told, of words: [String]) throws(Complaint) -> Told {
        if words.contains(told.text) { return told }
        let guess = likelyMatch(to: told.text, in: words).map { "did you mean '\($0)'?" }
        throw Complaint("takes \(listed(words)), not '\(told.text)'", help: guess, range: told.range)
    }

    private func filled(_ told: Told) throws(Complaint) -> Told {
        if told.text.isEmpty { throw Complaint("takes a text that is not empty", range: told.range) }
        return told
    }

    private func path(_ told: Told) throws(Complaint) -> Told {
        let told = try filled(told)
        return Network.isURL(told.text) ? told : Told(Path.simplified(Path.join(folder, told.text)), told.range)
    }
}

/// What somebody meant who wrote `word`: a slip, or a name that is longer or shorter.
func likelyMatch(to word: String, in candidates: [String]) -> String? {
    closestMatch(to: word, in: candidates)
        ?? candidates.first { min($0.utf8.count, word.utf8.count) > 3 && ($0.hasPrefix(word) || word.hasPrefix($0)) }
}

/// `a`, `b` or `c`.
package func listed(_ words: [String], _ conjunction: String = "or") -> String {
    guard let last = words.last, words.count > 1 else { return words.first.map { "'\($0)'" } ?? "" }
    return words.dropLast().map { "'\($0)'" }.joined(separator: ", ") + " \(conjunction) '\(last)'"
}
