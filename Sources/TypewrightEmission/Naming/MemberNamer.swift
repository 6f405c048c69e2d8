import TypewrightModel

/// Names what stands inside a type: properties, cases, positions.
struct MemberNamer {
    let casing: Casing
    let renames: RenameTable

    func names(of declaration: TypeDeclaration) -> (names: [SwiftIdentifier], collisions: [[Int]]) {
        var scope = NamingScope(taken: RuntimeNames.members)
        let candidates = candidates(for: declaration)
        let names = scope.assign(candidates)
        var collisions = scope.collisions.map(\.members)
        switch declaration.shape {
        case .union:
            // What a branch is called second best says what it is too; only a number says nothing.
            collisions.removeAll { $0.allSatisfy { candidates[$0].wanted.contains(names[$0].text) } }
        case .enumeration:
            // A title does as well, the suffix that comes last does not.
            collisions.removeAll { $0.allSatisfy { candidates[$0].wanted.dropLast().contains(names[$0].text) } }
        default: break
        }
        return (names, collisions)
    }

    private func candidates(for declaration: TypeDeclaration) -> [NamingScope.Candidate] {
        switch declaration.shape {
        case .object(let object):
            return object.properties.map { candidate(for: $0.name, at: $0.origin.location) }
        case .tuple(let tuple):
            return tuple.items.map { candidate(for: $0.name, at: $0.origin.location) }
        case .enumeration(let enumeration):
            return enumeration.values.map { candidate(for: $0, at: declaration.origin.location) }
        case .union(let union):
            return union.branches.enumerated().map { index, branch in
                let location = declaration.origin.location + "/" + String(index)
                if let chosen = renames.name(at: location) {
                    return NamingScope.Candidate(wanted: [chosen], key: location, isChosen: true)
                }
                return NamingScope.Candidate(first: branch.nameHints.first.map(branchName), key: location) {
                    branch.nameHints.dropFirst().map(branchName)
                }
            }
        case .alias:
            return []
        }
    }

    private func candidate(for name: String, at location: String) -> NamingScope.Candidate {
        if let chosen = renames.name(at: location) {
            return NamingScope.Candidate(wanted: [chosen], key: name, isChosen: true)
        }
        return usable(memberName(name), key: name)
    }

    private func candidate(for value: EnumerationShape.Value, at location: String) -> NamingScope.Candidate {
        let text = MemberNamer.text(of: value.literal)
        if let chosen = renames.name(at: location + "/enum/" + text) {
            return NamingScope.Candidate(wanted: [chosen], key: text, isChosen: true)
        }
        let name = value.name.map(caseName) ?? caseName(value.literal)
        return usable(name, key: text, otherwise: value.documentation.title)
    }

    /// What the literal says, for keys and names: a string's characters, any other value's JSON.
    static func text(of literal: Literal) -> String {
        if case .string(let text) = literal { return text }
        return literal.json
    }

    /// `{const: user}` and `{const: -user, title: NO_USER}`: of two that want one name the title tells.
    private func usable(_ name: String, key: String, otherwise title: String? = nil) -> NamingScope.Candidate {
        if SwiftWords.unusable.contains(name) || RuntimeNames.members.contains(name) {
            return NamingScope.Candidate(wanted: [name + "Value"], key: key)
        }
        return NamingScope.Candidate(first: name, key: key) { (title.map { [branchName($0)] } ?? []) + [name + "Value"] }
    }

    func memberName(_ text: String) -> String {
        var words = Words(text).list
        if let sign = Words.sign(text) { words.insert(sign, at: 0) }
        return casing.lowerCamel(Words(list: words))
    }

    private func caseName(_ text: String) -> String { memberName(text) }

    private func branchName(_ text: String) -> String { SwiftWords.usable(memberName(text)) }

    /// Numbers say their sign and keep their point: `-1` is `minus1`, `1.5` is `_1_5`.
    private func caseName(_ literal: Literal) -> String {
        switch literal {
        case .null: "null"
        case .boolean(let value): value ? "yes" : "no"
        default: caseName(MemberNamer.text(of: literal))
        }
    }
}
