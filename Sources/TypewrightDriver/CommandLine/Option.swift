/// One thing that a user can tell: its flag on the command line, its key in the config, its line in the help.
package struct Option: Sendable {
    /// `environment-prefix` is the flag `--environment-prefix`.
    package let name: String
    package let short: Character?
    /// The key in the config; none for what belongs to one run only.
    package let key: String?
    package let kind: Kind
    package let group: Group
    package let explanation: String

    package enum Kind: Sendable {
        case flag
        case text(String)
        case path(String)
        case count(String, ClosedRange<Int>)
        /// From 0 to 1.
        case fraction(String)
        case choice([String])
        /// Any of these, in any order. What is told later replaces.
        case choices([String])
        /// Words; what is told later is added.
        case words(String)
        /// A word and what it stands for; added likewise.
        case pairs(String, String)
        /// The same, and the second is a path.
        case pathPairs(String, String)
        case paths(String)
    }

    package enum Group: String, Sendable, CaseIterable {
        case input = "What is read"
        case output = "What is written"
        case swift = "The Swift that comes out"
        case document = "How the document is understood"
        case mock = "How the mock answers"
        case webhook = "Webhooks"
        case package = "The package"
        case run = "This run"
        case plan = "What a build plugin passes"
    }

    /// An option with a key in the config: that of its name, where no other is given.
    package static func setting(
        _ name: String, short: Character? = nil, key: String? = nil, _ kind: Kind, _ group: Group, _ help: String
    ) -> Option {
        Option(name: name, short: short, key: key ?? camelCased(name), kind: kind, group: group, explanation: help)
    }

    /// An option of one run.
    package static func switching(
        _ name: String, short: Character? = nil, _ kind: Kind, _ group: Group, _ help: String
    ) -> Option {
        Option(name: name, short: short, key: nil, kind: kind, group: group, explanation: help)
    }

    /// The same, for a command without a config.
    package var withoutKey: Option {
        Option(name: name, short: short, key: nil, kind: kind, group: group, explanation: explanation)
    }

    private static func camelCased(_ name: String) -> String {
        let words = name.split(separator: "-")
        let rest = words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }
        return (words.first.map(String.init) ?? "") + rest.joined()
    }

    package var flag: String { "--" + name }

    /// A switch that a config can turn on can be turned off for a run: `--no-strict`.
    package var canBeNegated: Bool {
        if case .flag = kind { return key != nil }
        return false
    }

    /// What stands after the flag.
    package var placeholder: String? {
        switch kind {
        case .flag: nil
        case .text(let word), .path(let word), .count(let word, _), .fraction(let word), .words(let word), .paths(let word): word
        case .choice(let words): words.joined(separator: "|")
        case .choices(let words): words.joined(separator: ",")
        case .pairs(let first, let second), .pathPairs(let first, let second): first + "=" + second
        }
    }
}
