import TypewrightModel
import TypewrightSource

/// Validators without types: an enum of functions, and the function for each root.
package func emitChecks(_ table: CheckTable, roots: [CheckID], namespace: String) -> (code: Code, functions: [Code]) {
    var api = API(info: Info(title: namespace, isSchemaCollection: true))
    api.checks = table
    let plan = CheckPlan(
        table, roots: roots, owners: Array(repeating: nil, count: table.checks.count), namespace: SwiftIdentifier(checked: namespace))
    let names = NameTable(types: [], members: [], client: ClientNames(client: "NoClient"))
    let context = EmissionContext(api: api, names: names, options: EmissionOptions(), checks: plan, sink: DiagnosticSink())
    let emitter = CheckEmitter(context: context)
    return (Code.paragraphs(emitter.namespaceUnits().map(\.code)), roots.map { emitter.function($0) })
}
