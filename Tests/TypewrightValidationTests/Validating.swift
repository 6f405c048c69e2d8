import Testing
import TypewrightReader
import TypewrightSource
import TypewrightSpec
import TypewrightTestSupport
import TypewrightValidation

/// A schema that tests validate instances against.
struct TestSchema {
    let spec: Spec
    let sources: SourceMap

    init(_ schema: String) throws {
        sources = SourceMap()
        let sink = DiagnosticSink()
        var options = LoadOptions()
        options.expects = .jsonSchema
        spec = try #require(loadSpec("schema.json", files: TestFiles(files: ["schema.json": schema]), options: options, sources: sources, sink: sink))
    }

    func read(_ instance: String) throws -> Node {
        let file = sources.add(path: "instance.json", text: Array(instance.utf8))
        return try #require(readDocument(file, limits: ReaderLimits(), into: DiagnosticSink()))
    }

    /// What is said of the instance, a line for each violation.
    func violations(_ instance: String, options: ValidationOptions = ValidationOptions()) throws -> [String] {
        try Validator(spec, options: options).validate(read(instance), against: spec.namedSchemas[0].schema).map(\.description)
    }

    func isValid(_ instance: String) throws -> Bool {
        try Validator(spec).isValid(read(instance), against: spec.namedSchemas[0].schema)
    }
}
