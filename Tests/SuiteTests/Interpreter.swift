import TypewrightReader
import TypewrightSource
import TypewrightSpec
import TypewrightValidation

/// The interpreting validator for one schema, with answers in the form of `GeneratedTypes`.
struct Interpreter {
    private let validator: Validator
    private let root: SchemaID

    init?(_ schema: SuiteSchema) {
        guard let spec = loadSpec(
            "schema.json", files: schema.files, options: schema.loading, sources: SourceMap(), sink: DiagnosticSink())
        else { return nil }
        var validation = ValidationOptions()
        validation.formats = schema.assertsFormats ? .asserted : .annotated
        validator = Validator(spec, options: validation)
        root = spec.namedSchemas[0].schema
    }

    /// What is wrong, each with what the closest alternative wants. Nothing for a valid value; `nil` for what is no JSON.
    func violations(_ json: String) -> [String]? {
        let source = SourceMap().add(path: "instance.json", text: Array(json.utf8))
        guard let node = readDocument(source, limits: ReaderLimits(), into: DiagnosticSink()) else { return nil }
        return validator.validate(node, against: root).flatMap { [$0] + $0.closest }.map {
            Self.line("\($0.pointer)|\($0.keyword)|\($0.schemaLocation)|\($0.message)")
        }
    }

    /// Without control characters.
    private static func line(_ text: String) -> String {
        var line = ""
        for scalar in text.unicodeScalars {
            if scalar.value < 0x20 { line += "\\x\(scalar.value)" } else { line.unicodeScalars.append(scalar) }
        }
        return line
    }
}
