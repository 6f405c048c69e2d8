import TypewrightSource

/// Why a text cannot be read. Readers stop at the first fault.
struct ReadFault: Error {
    var code: String
    var start: Int
    var end: Int
    var message: String
    var help: String?
    /// A place that explains it, such as the bracket that was not closed.
    var note: (message: String, start: Int)?

    init(_ code: String, _ start: Int, _ end: Int, _ message: String, help: String? = nil, note: (message: String, start: Int)? = nil) {
        self.code = code
        self.start = start
        self.end = end
        self.message = message
        self.help = help
        self.note = note
    }

    func diagnostic(in file: SourceFile.ID) -> Diagnostic {
        func range(_ start: Int, _ end: Int) -> SourceRange {
            SourceRange(file: file, start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end))
        }
        return Diagnostic(
            code: code, severity: .error, message: message, range: range(start, end),
            notes: note.map { [($0.message, range($0.start, $0.start + 1))] } ?? [], help: help
        )
    }
}

extension TreeBuilder.Duplicate {
    func diagnostic(in file: SourceFile.ID, key: String) -> Diagnostic {
        Diagnostic(
            code: "duplicate-key", severity: .warning,
            message: "the key `\(key)` stands twice in this object; the last one counts",
            range: SourceRange(file: file, start: later.start, end: later.end),
            notes: [("the first one is here", SourceRange(file: file, start: earlier.start, end: earlier.end))]
        )
    }
}
