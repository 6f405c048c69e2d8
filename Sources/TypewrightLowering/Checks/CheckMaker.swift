import TypewrightModel
import TypewrightPattern
import TypewrightReader
import TypewrightSource
import TypewrightSpec

/// Lowers one schema after another into the table, without looking into those that it speaks of.
struct CheckMaker {
    let spec: Spec
    let options: LoweringOptions
    let sink: DiagnosticSink
    var table = CheckTable()
    let oneWayProperties: OneWayProperties
    private var patterns: [String: PatternID?] = [:]
    private var locations = Locations()

    init(spec: Spec, options: LoweringOptions, sink: DiagnosticSink) {
        self.spec = spec
        self.options = options
        self.sink = sink
        oneWayProperties = OneWayProperties(spec)
    }

    mutating func lower(_ schema: Schema) {
        var check = Check(origin: Origin(location: locations.location(of: schema.place), range: schema.range))
        if let boolean = schema.boolean { check.isNever = !boolean } else { lower(schema, to: &check) }
        table.checks.append(check)
    }

    private mutating func lower(_ schema: Schema, to check: inout Check) {
        check.acceptsNull = schema.isNullable
        check.kinds = kinds(of: schema)
        check.integersAreLexical = schema.integersAreLexical
        let listed = spec.listedValues(of: schema)
        check.enumeration = (schema.enumeration ?? listed?.values).map { $0.map(Literal.init) + (listed?.hasNull == true ? [.null] : []) }
        check.constant = schema.constant.map(Literal.init)
        let format = assertedFormat(schema)
        check.number = number(schema.numeric, format: format)
        check.string = string(schema.string, format: format)
        check.array = schema.array.map(array)
        check.object = schema.object.map { object($0, of: schema.id) }
        check.applications = applications(of: schema, choosesValues: listed != nil)
        check.anyOfBesideNull = schema.applicators.flatMap { besideNull($0.anyOf) }
        check.oneOfBesideNull = schema.applicators.flatMap { besideNull($0.oneOf) }
        check.unevaluatedProperties = schema.object?.unevaluatedProperties.map(id)
        check.unevaluatedItems = schema.array?.unevaluatedItems.map(id)
        check.hasUnevaluatedProperties = check.unevaluatedProperties != nil
        check.hasUnevaluatedItems = check.unevaluatedItems != nil
    }

    func id(_ schema: SchemaID) -> CheckID { CheckID(schema.index) }

    private func kinds(of schema: Schema) -> JSONKinds {
        guard let types = schema.types else { return .all }
        var kinds: JSONKinds = []
        if types.contains(.null) { kinds.insert(.null) }
        if types.contains(.boolean) { kinds.insert(.boolean) }
        if types.contains(.integer) { kinds.insert(.integer) }
        if types.contains(.number) { kinds.formUnion(.number) }
        if types.contains(.string) { kinds.insert(.string) }
        if types.contains(.array) { kinds.insert(.array) }
        if types.contains(.object) { kinds.insert(.object) }
        return kinds
    }

    private func assertedFormat(_ schema: Schema) -> String? {
        guard let format = schema.format, CheckFormats.known.contains(format) else { return nil }
        return options.assertsFormats || spec[schema.resource].dialect.formatAsserts ? format : nil
    }

    // MARK: Scalars

    private func number(_ rules: Schema.NumericRules?, format: String?) -> NumberCheck? {
        if rules == nil && format == nil { return nil }
        var check = NumberCheck()
        check.minimum = rules?.minimum?.text
        check.maximum = rules?.maximum?.text
        check.exclusiveMinimum = rules?.exclusiveMinimum?.text
        check.exclusiveMaximum = rules?.exclusiveMaximum?.text
        check.multipleOf = rules?.multipleOf?.text
        if let format, CheckFormats.ofNumbers.contains(format) { check.format = format }
        return check == NumberCheck() ? nil : check
    }

    private mutating func string(_ rules: Schema.StringRules?, format: String?) -> StringCheck? {
        if rules == nil && format == nil { return nil }
        var check = StringCheck()
        check.minLength = rules?.minLength ?? 0
        check.maxLength = rules?.maxLength.flatMap { $0 == Int.max ? nil : $0 }
        if let pattern = rules?.pattern { check.pattern = self.pattern(pattern) }
        if let format, !CheckFormats.ofNumbers.contains(format) { check.format = format }
        return check == StringCheck() ? nil : check
    }

    /// A pattern that is no regular expression is reported once and accepts everything.
    mutating func pattern(_ pattern: Schema.Pattern) -> PatternID? {
        if let known = patterns[pattern.text] { return known }
        let id: PatternID?
        do throws(PatternProblem) {
            let compiled = try CompiledPattern(pattern.text)
            id = PatternID(table.patterns.count)
            table.patterns.append(CheckPattern(source: pattern.text, program: compiled.program))
        } catch {
            sink.report(Diagnostic(
                code: "invalid-pattern", severity: .warning,
                message: "this is no regular expression of ECMA-262: \(error.message); it is not checked",
                range: pattern.range))
            id = nil
        }
        patterns[pattern.text] = .some(id)
        return id
    }

    // MARK: Applicators

    private func besideNull(_ branches: [SchemaID]) -> BesideNull? {
        spec.other(thanNull: branches).map { BesideNull(place: $0, isTyped: spec[branches[$0]].types != nil) }
    }

    /// `choosesValues`: its `anyOf` or `oneOf` is taken for an `enum`.
    private func applications(of schema: Schema, choosesValues: Bool) -> [Application] {
        var all: [Application] = []
        for dependent in schema.object?.dependentSchemas ?? [] {
            all.append(.dependent(name: dependent.name, check: id(dependent.schema), keyword: dependent.keyword))
        }
        if let target = schema.reference?.target { all.append(.reference(id(target))) }
        // What it leads to is known when all resources are: see `dynamics`.
        if schema.dynamicReference != nil { all.append(.dynamicReference(DynamicCheck(targets: [], otherwise: nil))) }
        if let applicators = schema.applicators {
            if !applicators.allOf.isEmpty { all.append(.allOf(applicators.allOf.map(id))) }
            if !choosesValues, !applicators.anyOf.isEmpty { all.append(.anyOf(applicators.anyOf.map(id))) }
            if !choosesValues, !applicators.oneOf.isEmpty { all.append(.oneOf(applicators.oneOf.map(id))) }
            if let not = applicators.not { all.append(.not(id(not))) }
            if let condition = applicators.condition {
                all.append(.condition(
                    test: id(condition.test), then: condition.then.map(id), otherwise: condition.otherwise.map(id)))
            }
        }
        return all
    }

    /// For each schema with a dynamic reference, the anchor that it looks for and its plain target.
    func dynamics() -> [Int: CheckGraph.Dynamic] {
        var all: [Int: CheckGraph.Dynamic] = [:]
        for schema in spec.schemas {
            guard let reference = schema.dynamicReference else { continue }
            all[schema.id.index] = CheckGraph.Dynamic(anchor: reference.anchor, target: reference.target.map(id))
        }
        return all
    }
}

extension Literal {
    init(_ node: Node) {
        switch node.kind {
        case .null: self = .null
        case .boolean: self = .boolean(node.boolean ?? false)
        case .number: self = .number(node.number?.text ?? "0")
        case .string: self = .string(node.string ?? "")
        case .array: self = .array(node.elements.map(Literal.init))
        case .object: self = .object(node.members.map { Member(name: $0.key, value: Literal($0.value)) })
        }
    }
}
