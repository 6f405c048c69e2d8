import TypewrightModel
import TypewrightReader
import TypewrightSource
import TypewrightSpec

/// The state of lowering: the arena in the making, and what has been met already.
///
/// Phases, in this order: reserve IDs for everything that has a name or is referred to, lower each,
/// lower the operations, close cycles. Types found inside others get their IDs as they are met.
final class Lowerer {
    let spec: Spec
    let options: LoweringOptions
    let sink: DiagnosticSink
    let classifier: Classifier
    let oneWayProperties: OneWayProperties
    var api: API
    /// Schemas with a declaration of their own.
    var named: [SchemaID: TypeID] = [:]
    /// Components that are nothing but a reference to another file, and share the declaration of what is there.
    var standIns: Set<SchemaID> = []
    /// Which of those accept `null` besides.
    var nullable: Set<TypeID> = []
    /// Types found inside others, by the schemas they were made of.
    var inside: [PartList: TypeID] = [:]
    /// Unions whose branches are known, with the discriminator that the document declares.
    var undecided: [(type: TypeID, declared: UnionDecision.Declared?)] = []
    /// Where the pagination of each operation was declared.
    var paginationRanges: [Int: SourceRange?] = [:]
    var selection: Selection
    var checks: CheckLowering

    init(spec: Spec, options: LoweringOptions, sink: DiagnosticSink) {
        self.spec = spec
        self.options = options
        self.sink = sink
        classifier = Classifier(spec: spec, options: options)
        oneWayProperties = OneWayProperties(spec)
        api = API(info: Info(spec))
        selection = Selection(options)
        checks = CheckLowering(spec: spec, options: options, sink: sink)
    }

    func flatten(_ list: PartList, opensNamed: Bool, isHome: Bool = false) -> Flattened {
        var flattener = Flattener(spec: spec, named: named, opensNamed: opensNamed)
        flattener.add(list, isHome: isHome)
        return flattener.result
    }

    func normalise(_ list: PartList, isHome: Bool = false) -> Normal {
        var merger = Merger(spec: spec)
        return merger.merge(flatten(list, opensNamed: true, isHome: isHome))
    }

    /// Reserves a place in the arena; the shape follows.
    func reserve(naming: TypeNaming, origin: Origin) -> TypeID {
        let id = TypeID(api.types.count)
        api.types.append(TypeDeclaration(naming: naming, origin: origin, documentation: Documentation(), shape: .alias(.any)))
        return id
    }

    func report(_ code: String, _ message: String, at range: SourceRange?, help: String? = nil) {
        sink.report(Diagnostic(code: code, severity: .warning, message: message, range: range, notes: [], help: help))
    }
}

extension Info {
    init(_ spec: Spec) {
        let info = spec.api.info
        self.init(
            title: info.title, version: info.version, summary: info.summary, description: info.description,
            isSchemaCollection: spec.kind == .jsonSchema)
    }
}
