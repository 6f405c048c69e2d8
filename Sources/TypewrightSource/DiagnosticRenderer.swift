/// Says a diagnostic the way compilers do, so that editors and people find the place.
///
///     pets.yaml:12:9: warning: there is no type `objet` [wrong-type]
///         type: objet
///               ^~~~~
///       help: did you mean `object`?
package struct DiagnosticRenderer {
    private let sources: SourceMap
    private let colors: Colors

    /// Colours are for terminals only.
    package init(sources: SourceMap, isColored: Bool = false) {
        self.sources = sources
        colors = Colors(isOn: isColored)
    }

    /// Ends with a line end.
    package func render(_ diagnostic: Diagnostic) -> String {
        var text = headline(diagnostic.severity, diagnostic.message, diagnostic.range)
        text += colors.faint(" [\(diagnostic.code)]") + "\n"
        if let range = diagnostic.range { text += excerpt(range, indent: "    ") }
        for (message, range) in diagnostic.notes {
            text += "  " + headline(.note, message, range) + "\n"
            if let range { text += excerpt(range, indent: "      ") }
        }
        if let help = diagnostic.help { text += "  " + colors.note("help:") + " \(inside(help))\n" }
        return text
    }

    private func headline(_ severity: Diagnostic.Severity, _ message: String, _ range: SourceRange?) -> String {
        let said = colors.severity(severity, severity.word + ":") + " " + colors.strong(inside(message))
        guard let range else { return said }
        let position = sources.position(of: range.start, in: range.file)
        return colors.strong("\(sources[range.file].path):\(position.line):\(position.column):") + " \(said)"
    }

    /// Further lines of a text stand under the first.
    private func inside(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n    ")
    }

    private func excerpt(_ range: SourceRange, indent: String) -> String {
        let excerpt = SourceExcerpt(of: range, in: sources[range.file].text)
        // An empty line, or the end of the file: the position says it all.
        guard excerpt.text.contains(where: { !$0.isWhitespace }) else { return "" }
        return "\(indent)\(excerpt.text)\n\(indent)\(colors.mark(excerpt.marks))\n"
    }
}

extension Diagnostic.Severity {
    package var word: String {
        switch self {
        case .note: "note"
        case .warning: "warning"
        case .error: "error"
        }
    }
}
