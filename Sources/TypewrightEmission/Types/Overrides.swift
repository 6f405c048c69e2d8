import TypewrightModel
import TypewrightSource

/// The user's own types for what stands at locations of the document.
final class OverrideTable {
    private let overrides: [EmissionOptions.TypeOverride]
    private var byType: [TypeID: Int] = [:]
    private let byLocation: [String: Int]
    private var used: Set<Int> = []

    init(api: API, options: EmissionOptions) {
        overrides = options.typeOverrides
        var byLocation: [String: Int] = [:]
        for (index, override) in overrides.enumerated() { byLocation[override.location] = index }
        self.byLocation = byLocation
        guard !overrides.isEmpty else { return }
        for (index, declaration) in api.types.enumerated() {
            if let override = byLocation[declaration.origin.location] {
                byType[TypeID(index)] = override
                used.insert(override)
            }
        }
    }

    func isReplaced(_ id: TypeID) -> Bool { byType[id] != nil }

    /// Which of the user's types stands at a location, if one does.
    func place(at location: String) -> Int? { byLocation.isEmpty ? nil : byLocation[location] }

    func type(of id: TypeID) -> Code? {
        byType[id].map { code($0) }
    }

    /// For a property whose schema is not a declaration of its own.
    func type(at location: String) -> Code? {
        guard let index = place(at: location) else { return nil }
        used.insert(index)
        return code(index)
    }

    /// A type as people write it: names, dots, generics, brackets. Anything else was refused with the configuration.
    private func code(_ index: Int) -> Code {
        Code(typeText: overrides[index].type)
    }

    func reportUnused(into sink: DiagnosticSink) {
        for (index, override) in overrides.enumerated() where !used.contains(index) {
            sink.report(Diagnostic(
                code: "unused-override", severity: .error,
                message: "nothing in the document stands at '\(override.location)', so its type cannot be '\(override.type)'",
                range: override.range, notes: [], help: "locations look like '#/components/schemas/Pet/properties/name'"))
        }
    }
}
