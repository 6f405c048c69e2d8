import TypewrightModel
import TypewrightSource
import TypewrightSpec

/// What JSON values have to satisfy, schema for schema: every schema becomes a check of the same index,
/// then what is known only of the whole graph is worked out.
struct CheckLowering {
    let table: CheckTable
    private let resolved: [CheckID?]

    init(spec: Spec, options: LoweringOptions, sink: DiagnosticSink) {
        var maker = CheckMaker(spec: spec, options: options, sink: sink)
        maker.table.checks.reserveCapacity(spec.schemas.count)
        for schema in spec.schemas { maker.lower(schema) }
        let dynamics = maker.dynamics()
        // Handed over: two owners would mean a copy.
        let made = maker.table
        maker.table = CheckTable()
        var graph = CheckGraph(made, dynamics: dynamics, spec: spec)
        graph.settle()
        table = graph.table
        resolved = graph.resolved
    }

    /// `nil` for a schema that accepts everything.
    func check(for schema: SchemaID) -> CheckID? { resolved[schema.index] }
}
