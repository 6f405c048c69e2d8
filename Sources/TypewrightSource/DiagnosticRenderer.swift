/// Says a diagnostic the way compilers do, so that editors and people find the place.
///
///     pets.yaml:12:9: warning: there is no type `objet` [wrong-type]
///         type: objet
///               ^~~~~
///       help: did you mean `object`?
package struct DiagnosticRenderer {
    private let sources: SourceMap

    package init(sources: SourceMap) { self.sources = sources }

    /// Ends with a line end.
    package func render(_ diagnostic: Diagnostic) -> String {
        var text = headline(diagnostic.severity.word, diagnostic.message, diagnostic.range)
        text += " [\(diagnostic.code)]\n"
        if let range = diagnostic.range { text += excerpt(range, indent: "    ") }
        for (message, range) in diagnostic.notes {
            text += "  " + headline("note", message, range) + "\n"
            if let range { text += excerpt(range, indent: "      ") }
        }
        if let help = diagnostic.help { text += "  help: \(inside(help))\n" }
        return text
    }

    private func headline(_ word: String, _ message: String, _ range: SourceRange?) -> String {
        let said = "\(word): \(inside(message))"
        guard let range else { return said }
        let position = sources.position(of: range.start, in: range.file)
        return "\(sources[range.file].path):\(position.line):\(position.column): \(said)"
    }

    /// Further lines of a text stand under the first.
    private func inside(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n    ")
    }

    private func excerpt(_ range: SourceRange, indent: String) -> String {
        let excerpt = SourceExcerpt(of: range, in: sources[range.file].text)
        // An empty line, or the end of the file: the position says it all.
        guard excerpt.text.contains(where: { !$0.isWhitespace }) else { return "" }
        return "\(indent)\(excerpt.text)\n\(indent)\(excerpt.marks)\n"
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
