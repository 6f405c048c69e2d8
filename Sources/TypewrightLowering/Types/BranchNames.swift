import TypewrightModel
import TypewrightReader
import TypewrightSpec

/// What the document offers to call the branches of a union. A number says nothing, so it comes last, and elsewhere.
struct BranchNames {
    private let lowerer: Lowerer
    private let discriminator: Schema.Discriminator?
    /// By branch: the names that the document gives it, best first, and the values that it lists.
    private var told: [[String]] = []
    private var values: [[Node]] = []
    /// The only object among the branches that has no name, and the only array.
    private var loneObject: Int?
    private var loneArray: Int?

    init(_ lowerer: Lowerer, _ sources: [BranchSource], discriminator: Schema.Discriminator?) {
        self.lowerer = lowerer
        self.discriminator = discriminator
        for source in sources {
            switch source {
            case .values(let lists):
                told.append([])
                values.append(lists.flatMap(\.values))
            case .schema(let id):
                let schema = lowerer.spec[id]
                told.append(names(of: schema))
                values.append((schema.listed ?? []).filter { $0.kind == .string || $0.kind == .number })
            }
        }
        loneObject = only(sources) { $0.object?.properties.isEmpty == false }
        loneArray = only(sources) { $0.array?.items != nil }
    }

    private func only(_ sources: [BranchSource], _ isMeant: (Schema) -> Bool) -> Int? {
        let all = sources.indices.filter { place in
            guard told[place].isEmpty, case .schema(let id) = sources[place] else { return false }
            return isMeant(lowerer.spec[id])
        }
        return all.count == 1 ? all[0] : nil
    }

    /// What a type is called that the branch declares. What an array holds is an `Item`.
    func role(of branch: Int, otherwise number: String) -> String {
        branch == loneArray ? "items" : hints(for: branch).first ?? number
    }

    /// Best first.
    func hints(for branch: Int) -> [String] {
        if !told[branch].isEmpty { return told[branch] }
        return branch == loneObject ? ["object"] : hints(for: values[branch])
    }

    /// `.auto(.auto)` for a single value, `.choice(.red)` for one of several.
    private func hints(for values: [Node]) -> [String] {
        guard let first = values.first else { return [] }
        let isOnly = self.values.indices.filter { told[$0].isEmpty && !self.values[$0].isEmpty }.count == 1
        var hints = [isOnly ? "choice" : first.kind == .string ? "string choice" : "number choice"]
        if values.count == 1, let text = first.string, text.hasLetters { hints.insert(text, at: 0) }
        return hints
    }

    /// The component's name, the title, the value that the discriminator has for it, or a property.
    private func names(of schema: Schema) -> [String] {
        var hints: [String] = []
        let target = lowerer.flatten(PartList(schema.id), opensNamed: false).named.first
        if let target, case .named(let name) = lowerer.api[target].naming { hints.append(name) }
        if let title = schema.annotations?.title, title.utf8.count <= 60 { hints.append(title) }
        if let mapping = discriminator?.mapping.first(where: { $0.target == schema.id }) { hints.append(mapping.value) }
        if hints.isEmpty, let tag = tag(of: schema) { hints.append(tag) }
        return hints
    }

    /// The value of a property that tells the branch: `type: {const: openrouter}`.
    private func tag(of schema: Schema) -> String? {
        for property in schema.object?.properties ?? [] {
            if let values = lowerer.spec[property.schema].listed, values.count == 1, let text = values[0].string { return text }
        }
        return nil
    }
}

extension Lowerer {
    /// After the kind of JSON.
    func kindNames(_ type: TypeReference) -> [String] {
        switch type {
        case .any: ["value"]
        case .boolean: ["boolean"]
        case .integer: ["integer"]
        case .number: ["number"]
        case .string: ["string"]
        case .text(let format): [format.rawValue, "string"]
        case .array(let element): kindNames(element).map { $0 + " array" } + ["array"]
        case .map(let value): kindNames(value).map { $0 + " map" } + ["object"]
        case .nullable(let type): kindNames(type)
        case .named(let id):
            switch api[id].naming {
            case .named(let name): [name]
            case .inside(_, let role): [role.joined(separator: " ")]
            case .operation(_, let role): [role.joined(separator: " ")]
            }
        }
    }
}

extension String {
    /// Enough for a name.
    var hasLetters: Bool { unicodeScalars.contains(where: \.properties.isAlphabetic) }
}
