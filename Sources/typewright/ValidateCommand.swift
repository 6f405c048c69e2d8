import TypewrightDriver
import TypewrightSource
import TypewrightSpec
import TypewrightValidation

extension Command {
    static let validate = Command(
        name: "validate",
        summary: "Hold JSON files against a schema.",
        discussion: [
            "Prints every violation with its place in the file. Without FILE, or where FILE is '-', standard input is read.",
        ],
        examples: [
            Example("typewright validate --schema pet.schema.json rex.json", "A JSON Schema."),
            Example("typewright validate --schema petstore.json --pointer '#/components/schemas/Pet' rex.json", "A schema of an OpenAPI document."),
        ],
        operands: [Operand("FILE", isRepeated: true)],
        options: [.schema, .pointer, .urls, .allowEscapingRoot, .draft, .assertFormats, .limit],
        exitCodes: [.fine, .faults, .usage],
        run: { ValidateRun(invocation: $0).run() })
}

extension Option {
    fileprivate static let schema = switching("schema", .path("FILE"), .input, "The JSON Schema or OpenAPI document.")
    fileprivate static let pointer = switching(
        "pointer", .text("POINTER"), .input, "Where the schema stands in it; the whole file unless told.")
    fileprivate static let limit = switching("limit", .count("N", 1...1_000_000), .run, "Stop after this many violations of a file; 100 unless told.")
}

private struct ValidateRun {
    let invocation: Invocation
    let sink = DiagnosticSink()

    private var console: Console { invocation.console }
    private var settings: Settings { invocation.settings }

    func run() -> ExitCode {
        guard let path = settings.single(.schema)?.text else {
            return console.refuse(Complaint("no schema is named", help: "name one with '--schema FILE'"), see: "typewright help validate")
        }
        let spec = loadSpec(at: path)
        Report(sources: invocation.sources, console: console, limit: 3).print(sink.diagnostics, with: console.complain)
        guard let spec else { return .faults }
        guard let schema = schema(in: spec, path) else { return .faults }
        var options = ValidationOptions()
        options.formats = settings.isOn(.assertFormats) ? .asserted : .annotated
        if let limit = settings.count(.limit) { options.limit = limit }
        let validator = Validator(spec, options: options)
        var files = invocation.operands.map(\.text)
        if files.isEmpty { files = ["-"] }
        let invalid = files.filter { !check($0, validator, schema) }
        if files.count > 1, console.loudness != .quiet { console.put("\(invalid.count) of \(counted(files.count, "file")) invalid\n") }
        return invalid.isEmpty ? .fine : .faults
    }

    private func loadSpec(at path: String) -> Spec? {
        var settings = settings
        settings.replace(.list([Told(path)]), of: .document)
        guard let job = Job(settings, into: sink) else { return nil }
        return JobRun(job, sources: invocation.sources, sink: sink).load()
    }

    private func schema(in spec: Spec, _ path: String) -> SchemaID? {
        let told = settings.single(.pointer)?.text
        var location = told ?? "#"
        if !location.hasPrefix("#") { location = "#" + location }
        if let schema = spec.schema(at: location) { return schema }
        let locations = spec.namedSchemas.map { spec[$0.schema].location }
        let guess = closestMatch(to: location, in: locations).map { "did you mean '\($0)'?" }
        let message = told == nil ? "'\(path)' as a whole is no schema" : "there is no schema at '\(location)' in '\(path)'"
        var text = "error: \(message)\n"
        if let help = guess ?? locations.first.map({ "name one with '--pointer', such as '\($0)'" }) { text += "  help: \(help)\n" }
        console.complain(text)
        return nil
    }

    /// Whether a file is valid; says what is wrong with it.
    private func check(_ path: String, _ validator: Validator, _ schema: SchemaID) -> Bool {
        let sink = DiagnosticSink()
        let instance = readInstance(path, sources: invocation.sources, into: sink)
        for violation in instance.map({ validator.validate($0, against: schema) }) ?? [] { sink.report(diagnostic(violation)) }
        Report(sources: invocation.sources, console: console, colors: console.colorsOutput).print(sink.diagnostics, with: console.put)
        if sink.errorCount == 0 { console.explain("\(path) is valid.\n") }
        return sink.errorCount == 0
    }

    private func diagnostic(_ violation: Violation) -> Diagnostic {
        var notes: [(String, SourceRange?)] = [("the rule stands at \(violation.schemaLocation)", nil)]
        for closest in violation.closest { notes.append(("\(closest)", closest.range)) }
        return Diagnostic(
            code: violation.keyword, severity: .error, message: "\(violation)", range: violation.range, notes: notes)
    }
}
