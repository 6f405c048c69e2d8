import TypewrightSource

/// Says what the rooms reported: in the order of the files, and not the same thing a hundred times.
package struct Report {
    let sources: SourceMap
    let console: Console
    var isStrict: Bool
    /// How many of one code are shown in full; all of them where it is `nil`.
    var limit: Int?
    var colors: Bool

    package init(sources: SourceMap, console: Console, isStrict: Bool = false, limit: Int? = nil, colors: Bool? = nil) {
        self.sources = sources
        self.console = console
        self.isStrict = isStrict
        self.limit = limit
        self.colors = colors ?? console.colorsErrors
    }

    /// Of many warnings with one code so many say enough, until somebody asks for all.
    package static let usualLimit = 3

    /// As they count: with `--strict` a warning is an error.
    package func effective(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        var all = diagnostics
        if isStrict {
            for index in all.indices where all[index].severity == .warning { all[index].severity = .error }
        }
        return all
    }

    /// What is wrong with no place first, then file by file from top to bottom.
    private func ordered(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        let places = diagnostics.enumerated().map { index, diagnostic in
            (file: diagnostic.range.map { Int($0.file.number) } ?? -1, start: diagnostic.range?.start ?? 0, index: index)
        }
        return places.sorted { ($0.file, $0.start, $0.index) < ($1.file, $1.start, $1.index) }.map { diagnostics[$0.index] }
    }

    package func print(_ diagnostics: [Diagnostic], with say: (String) -> Void) {
        let renderer = DiagnosticRenderer(sources: sources, isColored: colors)
        var shown: [String: Int] = [:]
        var hidden: [(code: String, count: Int)] = []
        for diagnostic in ordered(effective(diagnostics)) where isWanted(diagnostic) {
            let count = shown[diagnostic.code, default: 0]
            if let limit, count >= limit {
                if let index = hidden.firstIndex(where: { $0.code == diagnostic.code }) {
                    hidden[index].count += 1
                } else {
                    hidden.append((diagnostic.code, 1))
                }
            } else {
                shown[diagnostic.code] = count + 1
                say(renderer.render(diagnostic))
            }
        }
        for (code, count) in hidden { say("… and \(count) more [\(code)]; '--verbose' shows all.\n") }
    }

    private func isWanted(_ diagnostic: Diagnostic) -> Bool {
        switch console.loudness {
        case .quiet: diagnostic.severity == .error
        case .normal: diagnostic.severity >= .warning || limit == nil
        case .verbose: true
        }
    }

    /// `2 errors, 1 warning`.
    package static func tally(_ diagnostics: [Diagnostic]) -> String {
        let counts = [Diagnostic.Severity.error, .warning, .note].map { severity in
            (severity.word, diagnostics.count { $0.severity == severity })
        }
        return counts.filter { $0.1 > 0 }.map { counted($0.1, $0.0) }.joined(separator: ", ")
    }
}

/// `1 file`, `2 files`.
package func counted(_ count: Int, _ word: String) -> String {
    "\(count) \(word)\(count == 1 ? "" : "s")"
}
