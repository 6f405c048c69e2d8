import TypewrightModel
import TypewrightReader
import TypewrightSpec

extension Lowerer {
    func enumeration(_ nodes: [Node], base: EnumerationShape.Base, _ normal: Normal) -> EnumerationShape {
        let owner = normal.enumerationOwner.map { spec[$0] }
        let all = owner?.enumeration?.map { literal(of: $0) } ?? []
        let names = list(owner, ["x-enum-varnames", "x-enumNames", "x-enum-names"])
        let descriptions = list(owner, ["x-enum-descriptions", "x-enumDescriptions"])
        var seen: Set<Literal> = []
        var values: [EnumerationShape.Value] = []
        for node in nodes {
            let value = literal(of: node)
            guard seen.insert(value).inserted else { continue }
            let place = all.firstIndex(of: value)
            values.append(EnumerationShape.Value(
                literal: value, name: text(names, at: place, for: value), description: text(descriptions, at: place, for: value),
                range: node.range))
        }
        return EnumerationShape(base: base, values: values)
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
