import TypewrightModel
import TypewrightSource

/// What every emitter looks things up in. A class, for every emitter holds one: of a struct each file would get
/// the code that copies it, and compile it.
final class EmissionContext {
    let api: API
    let names: NameTable
    let options: EmissionOptions
    let overrides: OverrideTable
    /// `public `
    let access: Code
    /// `, Hashable, Codable`
    let conformances: Code
    /// Declarations that stand in no other, in the order of the document.
    let topLevel: [TypeID]
    private let inside: [[TypeID]]
    let shared: SharedTypes
    /// Which checks are functions, and their names.
    let checks: CheckPlan

    init(api: API, names: NameTable, options: EmissionOptions, checks: CheckPlan? = nil, sink: DiagnosticSink) {
        self.api = api
        self.names = names
        self.options = options
        overrides = OverrideTable(api: api, options: options)
        access = switch options.access {
        case .public: "public "
        case .package: "package "
        case .internal: ""
        }
        conformances = options.conformances.reduce("") { "\($0), \(SwiftIdentifier(checked: $1.rawValue))" }
        var byPath: [SwiftTypeName: Int] = [:]
        for (index, name) in names.types.enumerated() { byPath[name] = index }
        var topLevel: [TypeID] = []
        var inside = [[TypeID]](repeating: [], count: api.types.count)
        for (index, name) in names.types.enumerated() {
            if name.path.count > 1, let parent = byPath[SwiftTypeName(path: Array(name.path.dropLast()))] {
                inside[parent].append(TypeID(index))
            } else {
                topLevel.append(TypeID(index))
            }
        }
        self.topLevel = topLevel
        self.inside = inside
        let overrides = overrides
        let shared = SharedTypes(api: api, names: names, nested: inside, overrides: overrides)
        self.shared = shared
        self.checks = checks ?? CheckPlan(
            api: api, names: names, isReplaced: overrides.isReplaced, isOtherName: shared.isOtherName)
    }

    /// Declarations that stand in this one.
    func nested(in id: TypeID) -> [TypeID] { inside[id.index] }

    /// The modules that generated files speak of.
    var imports: [SwiftIdentifier] { (["TypewrightRuntime"] + options.imports).map { SwiftIdentifier(checked: $0) } }

    // MARK: Types

    /// The Swift type of a reference, as it is written inside a declaration: what stands in there too
    /// goes without the declaration's own name.
    func type(_ reference: TypeReference, inside container: TypeID? = nil) -> Code {
        switch reference {
        case .any: "JSONValue"
        case .boolean: "Bool"
        case .integer(.int): "Int"
        case .integer(.int32): "Int32"
        case .integer(.int64): "Int64"
        case .number(.double): "Double"
        case .number(.float): "Float"
        case .string: "String"
        case .text(let format): SwiftFormats.type(format)
        case .array(let element): "[\(type(element, inside: container))]"
        case .map(let value): "[String: \(type(value, inside: container))]"
        case .named(let id): overrides.type(of: id) ?? name(of: id, inside: container)
        case .nullable(let inner): "\(type(inner, inside: container))?"
        }
    }

    private func name(of id: TypeID, inside container: TypeID?) -> Code {
        guard let outer = container.map({ names[$0].path }), names[id].path.count > outer.count else { return names[id].code }
        guard names[id].path.starts(with: outer) else { return names[id].code }
        return SwiftTypeName(path: Array(names[id].path.dropFirst(outer.count))).code
    }

    /// The type of a property or a parameter, with what its presence adds.
    func type(_ reference: TypeReference, _ presence: Presence, inside container: TypeID? = nil) -> Code {
        let plain = type(reference, inside: container)
        return switch presence {
        case .required: plain
        case .optional, .requiredNullable: "\(plain)?"
        case .optionalNullable: "Nullable<\(plain)>?"
        }
    }

    /// `[Pet].self`, `(Pet?).self`.
    func metatype(_ reference: TypeReference) -> Code {
        if case .nullable = reference { return "(\(type(reference))).self" }
        return "\(type(reference)).self"
    }

    /// What is declared by a type's name.
    func shape(of id: TypeID) -> TypeShape {
        shared.declaration(of: id).map { .alias(.named($0)) } ?? api[id].shape
    }

    /// Whether a declaration speaks of the runtime's types.
    func needsRuntime(_ id: TypeID) -> Bool {
        if shared.isOtherName(id) { return false }
        guard case .alias(var target) = shape(of: id), nested(in: id).isEmpty, validator(of: id) == nil else { return true }
        while true {
            switch target {
            case .any: return true
            case .text(let format): return format != .binary
            case .boolean, .integer, .number, .string, .named: return false
            case .array(let inner), .map(let inner), .nullable(let inner): target = inner
            }
        }
    }

    /// What validates an alias whose schema asks more than its Swift type shows.
    func validator(of id: TypeID) -> SwiftIdentifier? { options.emitsValidators ? names.validators[id] : nil }

    /// Follows aliases to what a reference is in the end.
    func resolved(_ reference: TypeReference) -> TypeReference {
        var reference = reference
        for _ in 0...api.types.count {
            guard case .named(let id) = reference, case .alias(let target) = api[id].shape, overrides.type(of: id) == nil else { return reference }
            reference = target
        }
        return reference
    }

    /// The name of the case that stands for a value of an enumeration.
    func caseName(of literal: Literal, in id: TypeID) -> SwiftIdentifier? {
        guard case .enumeration(let enumeration) = api[id].shape, !overrides.isReplaced(id) else { return nil }
        guard let index = enumeration.values.firstIndex(where: { $0.literal == literal }) else { return nil }
        return names.members[id.index][index]
    }
}
