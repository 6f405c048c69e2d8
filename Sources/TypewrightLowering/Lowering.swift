import TypewrightModel
import TypewrightSource
import TypewrightSpec

/// The stage `lower`: `Spec → API`.
package func lower(_ spec: Spec, options: LoweringOptions, into sink: DiagnosticSink) -> API {
    let lowerer = Lowerer(spec: spec, options: options, sink: sink)
    lowerer.reserveNamed()
    lowerer.lowerNamed()
    lowerer.lowerOperations()
    lowerer.decideUnions()
    lowerer.settlePagination()
    lowerer.prune()
    lowerer.breakAliasCycles()
    lowerer.boxCycles()
    lowerer.boxLarge()
    lowerer.api.checks = lowerer.checks.table
    return lowerer.api
}
