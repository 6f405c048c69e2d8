import TypewrightModel
import TypewrightSource
import TypewrightSpec

/// What JSON values have to satisfy, schema for schema.
struct CheckLowering {
    private(set) var table = CheckTable()

    init(spec: Spec, options: LoweringOptions, sink: DiagnosticSink) {}

    mutating func check(for schema: SchemaID) -> CheckID? { nil }
}
