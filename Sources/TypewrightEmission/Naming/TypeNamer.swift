import TypewrightModel

/// Names the types: those of the document on the top level, those found inside others within them.
struct TypeNamer {
    let api: API
    let casing: Casing
    let renames: RenameTable
    private(set) var names: [SwiftTypeName?]
    private(set) var collisions: [[TypeID]] = []

    init(api: API, casing: Casing, renames: RenameTable) {
        self.api = api
        self.casing = casing
        self.renames = renames
        names = [SwiftTypeName?](repeating: nil, count: api.types.count)
    }

    /// `reserved` are the names on the top level that are not free.
    mutating func run(reserved: Set<String>) -> (names: [SwiftTypeName], topLevel: Set<String>) {
        let homes = api.types.indices.map { home(of: TypeID($0)) }
        let top = homes.indices.filter { homes[$0].container == nil }
        assign(top, within: nil, homes: homes, scope: NamingScope(taken: reserved))
        let topLevel = Set(top.compactMap { names[$0]?.last.text })
        var children: [Int: [Int]] = [:]
        for (index, home) in homes.enumerated() {
            if let container = home.container { children[container.index, default: []].append(index) }
        }
        let outer = topLevel.union(reserved)
        var waiting = top
        while let parent = waiting.popLast() {
            guard let inside = children[parent] else { continue }
            // A nested type must not hide what its surroundings speak of.
            let around = Set((names[parent]?.path ?? []).map(\.text))
            assign(inside, within: parent, homes: homes, scope: NamingScope(taken: around, outer: outer))
            waiting.append(contentsOf: inside)
        }
        return (names.map { $0 ?? SwiftTypeName(path: ["Unnamed"]) }, topLevel)
    }

    private mutating func assign(_ members: [Int], within parent: Int?, homes: [Home], scope: NamingScope) {
        var scope = scope
        let candidates = members.map { index -> NamingScope.Candidate in
            let location = api.types[index].origin.location
            if let chosen = renames.name(at: location) {
                return NamingScope.Candidate(wanted: [chosen], key: location, isChosen: true)
            }
            return candidate(homes[index], within: parent, key: location)
        }
        let assigned = scope.assign(candidates)
        let outer = parent.flatMap { names[$0]?.path } ?? []
        for (place, index) in members.enumerated() {
            names[index] = SwiftTypeName(path: outer + [assigned[place]])
        }
        collisions.append(contentsOf: scope.collisions.map { $0.members.map { TypeID(members[$0]) } })
    }

    /// What properties and branches are called that no small letter tells from a type.
    private lazy var membersWithoutCase: Set<String> = {
        let namer = MemberNamer(casing: casing, renames: renames)
        var names: Set<String> = []
        for type in api.types {
            let texts: [String] = switch type.shape {
            case .object(let object): object.properties.names
            case .tuple(let tuple): tuple.items.names
            case .union(let union): union.branches.flatMap(\.nameHints)
            case .enumeration, .alias: []
            }
            for text in texts {
                let name = namer.memberName(text)
                if name.first?.isLowercase != true { names.insert(name) }
            }
        }
        return names
    }()

    private mutating func candidate(_ home: Home, within parent: Int?, key: String) -> NamingScope.Candidate {
        let plain = casing.upperCamel(Words(list: home.words))
        var name = SwiftWords.types.contains(plain) || RuntimeNames.types.contains(plain) ? plain + "Model" : plain
        // Where there is no upper case, `_1` or `日本語`, the property or case that has the type is called the same.
        if plain.first?.isUppercase != true, parent != nil || membersWithoutCase.contains(plain) { name = plain + "Model" }
        // A nested type that may not have its own name takes its container's before it: `Order.OrderStatus`.
        let container = parent.flatMap { names[$0]?.last.text }
        return NamingScope.Candidate(first: name, key: key) { [container.map { $0 + plain } ?? plain + "Model"] }
    }

    struct Home {
        /// The declaration that it stands in.
        var container: TypeID?
        var words: [String]
    }

    /// A type inside an alias has nothing to stand in: it goes beside it, under the alias's name and its own role.
    private func home(of id: TypeID) -> Home {
        var words: [String] = []
        var current = id
        // Parents are declared before what they hold, so this ends; the bound is against a broken table.
        for _ in 0...api.types.count {
            switch api[current].naming {
            case .named(let name):
                return Home(container: nil, words: Words(name).list + words)
            case .operation(let path, let role):
                return Home(container: nil, words: path.flatMap { Words($0).list } + role.flatMap { Words($0).list } + words)
            case .inside(let parent, let role):
                words = role.flatMap { Words($0).list } + words
                if case .alias = api[parent].shape {
                    current = parent
                } else {
                    return Home(container: parent, words: words)
                }
            }
        }
        return Home(container: nil, words: words)
    }
}
