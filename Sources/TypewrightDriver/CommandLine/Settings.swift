import TypewrightSource

/// A text and where it was told.
package struct Told: Sendable {
    package var text: String
    package var range: SourceRange?

    package init(_ text: String, _ range: SourceRange? = nil) {
        self.text = text
        self.range = range
    }
}

/// What was told of one option.
package enum Setting: Sendable {
    case flag(Bool)
    case single(Told)
    case list([Told])
    case pairs([(key: Told, value: Told)])
}

/// What was told of all options, by the command line or by a config.
package struct Settings: Sendable {
    private var values: [String: Setting] = [:]

    package init() {}

    package func isOn(_ option: Option) -> Bool {
        if case .flag(true)? = values[option.name] { return true }
        return false
    }

    package func single(_ option: Option) -> Told? {
        if case .single(let told)? = values[option.name] { return told }
        return nil
    }

    package func count(_ option: Option) -> Int? {
        single(option).flatMap { Int($0.text) }
    }

    package func fraction(_ option: Option) -> Double? {
        single(option).flatMap { Double($0.text) }
    }

    package func list(_ option: Option) -> [Told] {
        if case .list(let list)? = values[option.name] { return list }
        return []
    }

    package func pairs(_ option: Option) -> [(key: Told, value: Told)] {
        if case .pairs(let pairs)? = values[option.name] { return pairs }
        return []
    }

    package func isSet(_ option: Option) -> Bool { values[option.name] != nil }

    /// A single value replaces what was told before, lists and pairs are added to.
    package mutating func add(_ setting: Setting, to option: Option) {
        switch (option.kind, values[option.name], setting) {
        case (.choices, _, _): values[option.name] = setting
        case (_, .list(let old)?, .list(let new)): values[option.name] = .list(old + new)
        case (_, .pairs(let old)?, .pairs(let new)): values[option.name] = .pairs(merged(old, new))
        default: values[option.name] = setting
        }
    }

    private func merged(_ old: [(key: Told, value: Told)], _ new: [(key: Told, value: Told)]) -> [(key: Told, value: Told)] {
        let replaced = Set(new.map(\.key.text))
        return old.filter { !replaced.contains($0.key.text) } + new
    }

    package mutating func replace(_ setting: Setting, of option: Option) {
        values[option.name] = setting
    }

    /// These settings, with those of the command line on top.
    package func overlaid(with other: Settings, from options: [Option]) -> Settings {
        var result = self
        for option in options {
            if let setting = other.values[option.name] { result.add(setting, to: option) }
        }
        return result
    }
}
