import TypewrightDriver
import TypewrightSource
import TypewrightSpec
import TypewrightValidation
import TypewrightWorkbench

/// Holds file after file against the schema, and says what is wrong with them.
struct InstanceCheck {
    private(set) var tally = Tally()

    private let choice: SchemaChoice
    private let invocation: Invocation
    private let validator: Validator
    private let limit: Int
    private var places: SchemaPlaces?

    init(_ choice: SchemaChoice, _ invocation: Invocation) {
        self.choice = choice
        self.invocation = invocation
        let settings = invocation.settings
        limit = settings.count(.limit) ?? Option.usualLimit
        var options = ValidationOptions()
        // One more, to know whether there are more.
        options.limit = limit + 1
        if settings.isOn(.assertFormats) { options.formats = .asserted }
        switch settings.single(.direction)?.text {
        case "request": options.direction = .request
        case "response": options.direction = .response
        default: break
        }
        validator = Validator(choice.spec, options: options)
    }

    mutating func run(_ told: Told) {
        let sink = DiagnosticSink()
        let instance = readInstance(told.text, sources: invocation.sources, into: sink)
        tell(sink.diagnostics)
        guard let instance else {
            tally.unreadable += 1
            return
        }
        let violations = validator.validate(instance, against: choice.schema)
        tell(violations.prefix(limit).map { diagnostic(of: $0) })
        let more = violations.count > limit
        if more, invocation.console.loudness != .quiet {
            invocation.console.put("… and more in \(shown(told)); '--limit N' shows more than \(limit).\n")
        }
        tally.add(min(violations.count, limit), andMore: more)
    }

    private func shown(_ told: Told) -> String {
        told.text == "-" ? "<standard input>" : told.text
    }

    /// What is broken, what would come closest to satisfying it, and where the schema says so.
    private mutating func diagnostic(of violation: Violation) -> Diagnostic {
        let places = self.places ?? SchemaPlaces(choice.spec)
        self.places = places
        var notes: [(String, SourceRange?)] = violation.closest.map { ("the closest alternative: " + $0.description, $0.range) }
        notes.append((violation.schemaLocation, places.range(of: violation)))
        return Diagnostic(
            code: violation.keyword, severity: .error, message: violation.description, range: violation.range, notes: notes)
    }

    /// The report is the result, so it goes to standard output.
    private func tell(_ diagnostics: [Diagnostic]) {
        let console = invocation.console
        Report(sources: invocation.sources, console: console, colors: console.colorsOutput).print(diagnostics, with: console.put)
    }
}
