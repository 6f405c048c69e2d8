import TypewrightModel
import TypewrightReader
import TypewrightSpec

/// Values that one schema lists, by `enum` or `const`.
struct ValueList {
    var values: [Node]
    /// The schema that lists them: where `x-enum-varnames` and its like stand.
    var owner: SchemaID?
    /// A branch of a choice: what it says to people is said of its values.
    var isBranch = false
}

extension Lowerer {
    func enumeration(_ lists: [ValueList], base: EnumerationShape.Base) -> EnumerationShape {
        var seen: Set<Literal> = []
        var values: [EnumerationShape.Value] = []
        for list in lists {
            let owner = list.owner.map { spec[$0] }
            let names = self.list(owner, ["x-enum-varnames", "x-enumNames", "x-enum-names"])
            let descriptions = self.list(owner, ["x-enum-descriptions", "x-enumDescriptions"])
            let all = names == nil && descriptions == nil ? [] : owner?.enumeration?.map { literal(of: $0) } ?? []
            let places = Dictionary(zip(all, all.indices)) { first, _ in first }
            for node in list.values {
                let literal = literal(of: node)
                guard seen.insert(literal).inserted else { continue }
                let place = places[literal]
                var value = EnumerationShape.Value(literal: literal, name: text(names, at: place, for: literal), range: node.range)
                if list.isBranch, let owner { annotate(&value, owner, isAlone: list.values.count == 1) }
                if let description = text(descriptions, at: place, for: literal) { value.documentation.description = description }
                values.append(value)
            }
        }
        return EnumerationShape(base: base, values: values)
    }

    /// `{const: 60, title: ONE_MINUTE}`: where the value has no word for a name, the title has.
    private func annotate(_ value: inout EnumerationShape.Value, _ branch: Schema, isAlone: Bool) {
        guard let annotations = branch.annotations else { return }
        let text = if case .string(let text) = value.literal { text } else { "" }
        var title = annotations.title
        if isAlone, value.name == nil, !text.hasLetters {
            value.name = title
            title = nil
        }
        if let said = title, said.isSpelling(of: text) { title = nil }
        value.documentation = Documentation(title: title, description: annotations.description, isDeprecated: annotations.isDeprecated)
    }

    private func list(_ owner: Schema?, _ names: [String]) -> Node? {
        for name in names {
            if let found = owner?.extensionValue(name) { return found }
        }
        return nil
    }

    /// The extensions are written as a list beside `enum`, or as an object by value.
    private func text(_ node: Node?, at place: Int?, for value: Literal) -> String? {
        guard let node else { return nil }
        if node.kind == .object, case .string(let key) = value { return node[key]?.string }
        guard node.kind == .array, let place, place < node.elements.count else { return nil }
        return node.elements[place].string
    }
}

extension String {
    /// `Read only` is a spelling of `read_only`.
    fileprivate func isSpelling(of other: String) -> Bool {
        func letters(_ text: String) -> String { String(text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }) }
        return letters(self) == letters(other)
    }
}
