import TypewrightModel
import TypewrightSource

/// The stage `emit`: `API` and `NameTable` to files of Swift.
package func emit(_ api: API, names: NameTable, options: EmissionOptions, into sink: DiagnosticSink) -> [GeneratedFile] {
    let context = EmissionContext(api: api, names: names, options: options, sink: sink)
    var units: [EmissionUnit] = []
    let types = TypeEmitter(context: context)
    for id in context.topLevel where !context.overrides.isReplaced(id) {
        units.append(EmissionUnit(name: names[id].last.text, code: types.unit(id), needsRuntime: context.needsRuntime(id)))
    }
    units += CheckEmitter(context: context).namespaceUnits()
    if options.emitsClient, !api.operations.isEmpty || !api.webhooks.isEmpty {
        units += ClientEmitter(context: context).units()
    }
    context.overrides.reportUnused(into: sink)
    return Layout(options: options, imports: context.imports, access: context.access).files(units)
}

/// A piece of output that stays together: a type with all that stands inside it, a resource.
struct EmissionUnit {
    var name: String
    var code: Code
    /// An alias of the standard library's types gets along without the runtime.
    var needsRuntime = true
    /// Nothing in it can be seen from outside the module.
    var isInternal = false
    /// Whether it speaks of the HTTP transport.
    var needsHTTP = false
}
