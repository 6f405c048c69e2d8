import TypewrightReader
import TypewrightSource
import TypewrightSpec
import TypewrightTestSupport
import TypewrightValidation

/// The interpreting validator for one schema, with answers in the form of `GeneratedValidators`.
struct Interpreter {
    private let validator: Validator
    private let root: SchemaID

    init?(_ schema: GeneratedValidators.Schema, remotes: [String: LoadOptions.URLSource]) {
        var options = LoadOptions()
        options.defaultDraft = schema.draft
        options.expects = .jsonSchema
        options.urls = remotes
        let files = TestFiles(files: ["schema.json": schema.text])
        guard let spec = loadSpec("schema.json", files: files, options: options, sources: SourceMap(), sink: DiagnosticSink()) else { return nil }
        var validation = ValidationOptions()
        validation.formats = schema.assertsFormats ? .asserted : .annotated
        validator = Validator(spec, options: validation)
        root = spec.namedSchemas[0].schema
    }

    /// Nothing for a valid value, else what is wrong, sorted; `nil` for what is no JSON.
    func violations(_ json: String) -> [String]? {
        let source = SourceMap().add(path: "instance.json", text: Array(json.utf8))
        guard let node = readDocument(source, limits: ReaderLimits(), into: DiagnosticSink()) else { return nil }
        return validator.validate(node, against: root).map { "\($0.pointer)|\($0.keyword)|\($0.schemaLocation)|\($0.message)" }.sorted()
    }
}
