import TypewrightModel
import TypewrightReader
import TypewrightSpec

/// What the document offers to call the branches of a union. A number says nothing, so it comes last, and elsewhere.
struct BranchNames {
    private let lowerer: Lowerer
    private let discriminator: Schema.Discriminator?
    /// How many branches list values that have no name.
    private let lists: Int
    /// The only object among the branches that has no name, and the only array.
    private var loneObject: SchemaID?
    private var loneArray: SchemaID?

    init(_ lowerer: Lowerer, _ sources: [BranchSource], discriminator: Schema.Discriminator?) {
        self.lowerer = lowerer
        self.discriminator = discriminator
        lists = sources.filter { !BranchNames.values(of: $0, lowerer.spec).isEmpty }.count
        loneObject = only(sources) { $0.object?.properties.isEmpty == false }
        loneArray = only(sources) { $0.array?.items != nil }
    }

    private func only(_ sources: [BranchSource], _ isMeant: (Schema) -> Bool) -> SchemaID? {
        var found: SchemaID?
        for case .schema(let id) in sources where isMeant(lowerer.spec[id]) && told(id).isEmpty {
            if found != nil { return nil }
            found = id
        }
        return found
    }

    /// What a type is called that the branch declares. What an array holds is an `Item`.
    func role(for source: BranchSource, otherwise number: String) -> String {
        if case .schema(let id) = source, id == loneArray { return "items" }
        return hints(for: source).first ?? number
    }

    /// Best first.
    func hints(for source: BranchSource) -> [String] {
        if case .schema(let id) = source {
            let told = told(id)
            if !told.isEmpty { return told }
            if id == loneObject { return ["object"] }
        }
        return hints(for: BranchNames.values(of: source, lowerer.spec))
    }

    /// `.auto(.auto)` for a single value, `.choice(.red)` for one of several.
    private func hints(for values: [Node]) -> [String] {
        guard let first = values.first else { return [] }
        var hints = [lists == 1 ? "choice" : first.kind == .string ? "string choice" : "number choice"]
        if values.count == 1, let text = first.string, text.hasLetters { hints.insert(text, at: 0) }
        return hints
    }

    /// The values that make an enumeration of a branch, where it lists any.
    private static func values(of source: BranchSource, _ spec: Spec) -> [Node] {
        switch source {
        case .values(let lists): return lists.flatMap(\.values)
        case .schema(let id):
            let values = spec[id].constant.map { [$0] } ?? spec[id].enumeration ?? []
            return values.filter { $0.kind == .string || $0.kind == .number }
        }
    }

    /// The component's name, the title, the value that the discriminator has for it, or a property.
    private func told(_ id: SchemaID) -> [String] {
        let schema = lowerer.spec[id]
        var hints: [String] = []
        let target = lowerer.flatten(PartList(id), opensNamed: false).named.first
        if let target, case .named(let name) = lowerer.api[target].naming { hints.append(name) }
        if let title = schema.annotations?.title, title.utf8.count <= 60 { hints.append(title) }
        if let mapping = discriminator?.mapping.first(where: { $0.target == id }) { hints.append(mapping.value) }
        if hints.isEmpty, let tag = tag(of: schema) { hints.append(tag) }
        return hints
    }

    /// The value of a property that tells the branch: `type: {const: openrouter}`.
    private func tag(of schema: Schema) -> String? {
        for property in schema.object?.properties ?? [] {
            let schema = lowerer.spec[property.schema]
            let value = schema.constant ?? (schema.enumeration?.count == 1 ? schema.enumeration?.first : nil)
            if let text = value?.string { return text }
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
