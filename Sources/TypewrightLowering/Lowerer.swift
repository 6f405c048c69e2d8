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
    var named: NamedTypes
    /// Components that are nothing but a reference to another file, and share the declaration of what is there.
    var standIns: Set<SchemaID> = []
    /// Which of those accept `null` besides.
    var nullable: Set<TypeID> = []
    /// Types found inside others, by the schemas they were made of.
    var inside: [PartList: TypeID] = [:]
    /// The schemas that named types are made of.
    lazy var homes: [TypeID: SchemaID] = named.sorted.reduce(into: [:]) { homes, entry in
        if !standIns.contains(entry.key) { homes[entry.value] = entry.key }
    }
    /// The values that named schemas list, of those that were asked.
    var listed: [SchemaID: Set<Literal>] = [:]
    /// Of responses, by their places.
    var loweredHeaders: [ObjectIdentifier: [Parameter]] = [:]
    /// Single headers that are components, by theirs, each with what its reference said of it.
    var loweredComponents: [ObjectIdentifier: (header: Parameter, description: String?)] = [:]
    /// Unions whose branches are known, with the discriminator that the document declares.
    var undecided: [(type: TypeID, declared: UnionDecision.Declared?)] = []
    /// Where the pagination of each operation was declared.
    var paginationRanges: [Int: SourceRange?] = [:]
    var selection: Selection
    let checks: CheckLowering

    init(spec: Spec, options: LoweringOptions, sink: DiagnosticSink) {
        self.spec = spec
        self.options = options
        self.sink = sink
        named = NamedTypes(count: spec.schemas.count)
        classifier = Classifier(spec: spec, options: options)
        oneWayProperties = OneWayProperties(spec)
        api = API(info: Info(spec))
        selection = Selection(options)
        checks = CheckLowering(spec: spec, options: options, sink: sink)
    }

    func flatten(_ list: PartList, opensNamed: Bool, isHome: Bool = false) -> Flattened {
        if list.parts.count == 1, let alone = flattenedAlone(list.parts[0], opensNamed: opensNamed || isHome) { return alone }
        var flattener = Flattener(spec: spec, named: named, opensNamed: opensNamed)
        flattener.add(list, isHome: isHome)
        return flattener.result
    }

    /// Most schemas lead nowhere, and most others are a reference to a named one: nothing has to be searched.
    private func flattenedAlone(_ part: Part, opensNamed: Bool) -> Flattened? {
        var result = Flattened()
        if !part.isOwnOnly {
            let schema = spec[part.schema]
            if !opensNamed, let type = named[part.schema] {
                result.named = [type]
                return result
            }
            if schema.hasApplicators || schema.boolean != nil || schema.dynamicReference != nil { return nil }
            if let target = schema.reference?.target {
                guard !opensNamed, let type = named[target] else { return nil }
                result.named = [type]
            }
            result.isNullable = schema.isNullable
        }
        result.own = [part.schema]
        return result
    }

    func normalise(_ list: PartList, isHome: Bool = false) -> Normal {
        merge(flatten(list, opensNamed: true, isHome: isHome))
    }

    /// The same where the list was flattened before without opening what is named; mostly there was nothing to open.
    func normalise(_ list: PartList, closed: Flattened) -> Normal {
        closed.named.isEmpty ? merge(closed) : normalise(list)
    }

    func merge(_ flattened: Flattened) -> Normal {
        Merger(spec: spec).merge(flattened)
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

/// Which schemas have a declaration of their own.
struct NamedTypes {
    private var types: [TypeID?]

    init(count: Int) {
        types = [TypeID?](repeating: nil, count: count)
    }

    subscript(_ id: SchemaID) -> TypeID? {
        get { types[id.index] }
        set { types[id.index] = newValue }
    }

    /// By type.
    var sorted: [(key: SchemaID, value: TypeID)] {
        let all = types.enumerated().compactMap { index, type in type.map { (key: SchemaID(index), value: $0) } }
        return all.sorted { $0.value < $1.value }
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
