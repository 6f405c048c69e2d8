/// Something a person should know about a document.
package struct Diagnostic: Sendable {
    package enum Severity: Sendable, Comparable {
        case note
        case warning
        case error
    }

    /// Stable, in kebab case, for filters and searches: "dangling-reference".
    package var code: String
    package var severity: Severity
    package var message: String
    /// `nil` where no place in a file is at fault.
    package var range: SourceRange?
    /// Other places that explain the fault.
    package var notes: [(String, SourceRange?)]
    /// What to do about it.
    package var help: String?

    package init(
        code: String, severity: Severity, message: String, range: SourceRange? = nil,
        notes: [(String, SourceRange?)] = [], help: String? = nil
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.range = range
        self.notes = notes
        self.help = help
    }
}

/// Gathers what the rooms report, in the order they report it.
package final class DiagnosticSink {
    package private(set) var diagnostics: [Diagnostic] = []
    package private(set) var errorCount = 0
    package private(set) var warningCount = 0

    package init() {}

    package func report(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
        switch diagnostic.severity {
        case .error: errorCount += 1
        case .warning: warningCount += 1
        case .note: break
        }
    }
}
