import TypewrightModel

/// An enum of alternatives, each with its payload, and `unrecognized`.
struct UnionEmitter {
    let context: EmissionContext
    let id: TypeID
    let union: UnionShape

    private var name: SwiftTypeName { context.names[id] }
    private var cases: [SwiftIdentifier] { context.names.members[id.index] }

    // MARK: Shape

    func shape(nested: [Code]) -> Code {
        var lines: [Code] = []
        for (index, branch) in union.branches.enumerated() {
            let comment = Code.documentation([branch.documentation.description ?? ""])
            let box: Code = branch.isBoxed ? "indirect " : ""
            lines.append(.lines([comment, "\(box)case \(cases[index])(\(context.type(branch.type, inside: id)))"]))
        }
        lines.append("/// A value of none of these kinds.\ncase unrecognized(JSONValue)")
        return """
            nonisolated \(context.access)enum \(name.last): JSONUnion\(context.conformances) {
                \(Code.paragraphs([.lines(lines)] + nested))
            }
            """
    }

    // MARK: Support

    var support: Code {
        """
        nonisolated extension \(name.code) {
            \(Code.paragraphs([tables, reading, writing]))
        }
        """
    }

    private var writing: Code {
        let all = cases + ["unrecognized"]
        return """
            \(context.access)func write(to writer: inout JSONWriter) {
                switch self {
                \(Code.lines(all.map { "case .\($0.member)(let value): value.write(to: &writer)" }))
                }
            }
            """
    }

    private var reading: Code {
        """
        \(context.access)mutating func read(from reader: inout JSONReader) {
            \(body)
        }
        """
    }

    private let unrecognized: Code = "self = .unrecognized(reader.unrecognized())"

    private func assign(_ branch: Int) -> Code { "self = .\(cases[branch].member)(reader.value())" }

    /// A look at the kind first, unless all that is known are objects that tell themselves apart:
    /// the reader finds no branch in anything else.
    private var body: Code {
        if union.selections.count == 1, let only = union.selections.first, only.kinds == .object, !isPlain(only.strategy) {
            return code(only.strategy)
        }
        var parts: [Code] = []
        var rest: [UnionShape.Selection] = []
        for selection in union.selections {
            let kinds = kindNames(selection.kinds)
            if !kinds.isEmpty { parts.append("case \(Code.list(kinds)):\n    \(code(selection.strategy))") }
            if !selection.kinds.intersection(.number).isEmpty, !selection.kinds.contains(.number) { rest.append(selection) }
        }
        if !rest.isEmpty { parts.append("case .number:\n    \(numbers(rest))") }
        return """
            switch reader.kind {
            \(Code.lines(parts))
            default: \(unrecognized)
            }
            """
    }

    private func isPlain(_ strategy: UnionStrategy) -> Bool {
        switch strategy {
        case .only, .trial: true
        case .property, .presence: false
        }
    }

    private func kindNames(_ kinds: JSONKinds) -> [Code] {
        var names: [Code] = []
        if kinds.contains(.null) { names.append(".null") }
        if kinds.contains(.boolean) { names.append(".boolean") }
        if kinds.contains(.number) { names.append(".number") }
        if kinds.contains(.string) { names.append(".string") }
        if kinds.contains(.array) { names.append(".array") }
        if kinds.contains(.object) { names.append(".object") }
        return names
    }

    /// Integers and other numbers belong to different branches.
    private func numbers(_ selections: [UnionShape.Selection]) -> Code {
        let integer = selections.first { $0.kinds.contains(.integer) }.map { code($0.strategy) } ?? unrecognized
        let fraction = selections.first { $0.kinds.contains(.fraction) }.map { code($0.strategy) } ?? unrecognized
        return """
            if reader.isInteger {
                \(integer)
            } else {
                \(fraction)
            }
            """
    }

    private func code(_ strategy: UnionStrategy) -> Code {
        switch strategy {
        case .only(let branch):
            return assign(branch)
        case .property(_, _, let otherwise):
            return choice("jsonTags", branches: Array(union.branches.indices.filter { tagged($0, strategy) }), numbered: nil, otherwise)
        case .presence(let found, let otherwise):
            return choice("jsonTraits", branches: found.map(\.branch), numbered: Array(found.indices), otherwise)
        case .trial(let branches):
            return trial(branches)
        }
    }

    private func tagged(_ branch: Int, _ strategy: UnionStrategy) -> Bool {
        guard case .property(_, let values, _) = strategy else { return false }
        return values.contains { $0.branch == branch }
    }

    private func choice(_ table: SwiftIdentifier, branches: [Int], numbered: [Int]?, _ otherwise: Int?) -> Code {
        let cases = branches.enumerated().map { place, branch -> Code in "case \(numbered?[place] ?? branch): \(assign(branch))" }
        return """
            switch reader.branch(Self.\(table)) {
            \(Code.lines(cases))
            default: \(otherwise.map { assign($0) } ?? unrecognized)
            }
            """
    }

    private func trial(_ branches: [Int]) -> Code {
        let types = branches.map { context.type(union.branches[$0].type) }
        let cases = zip(branches, types).map { branch, type -> Code in
            "case let value as \(type): self = .\(self.cases[branch].member)(value)"
        }
        return """
            switch reader.best(of: \(Code.list(types.map { "\($0).self" }))) {
            \(Code.lines(cases))
            default: \(unrecognized)
            }
            """
    }

    // MARK: Tables

    private var tables: Code {
        var tables: [Code] = []
        for selection in union.selections {
            switch selection.strategy {
            case .property(let name, let values, _): tables.append(tags(name, values))
            case .presence(let found, _):
                let names = Code.list(found.map { "[\(literal: $0.property)]" })
                tables.append("static let jsonTraits = JSONTraits([\(names)])")
            case .only, .trial: break
            }
        }
        return .lines(tables)
    }

    private func tags(_ name: String, _ values: [(value: Literal, branch: Int)]) -> Code {
        var strings: [Code] = []
        var others: [Code] = []
        for (value, branch) in values {
            if case .string(let text) = value {
                strings.append("\(literal: text): \(branch)")
            } else {
                others.append("(\(JSONValueLiteral.code(value)), \(branch))")
            }
        }
        let list: Code = strings.isEmpty ? "[:]" : "[\(Code.list(strings))]"
        let rest: Code = others.isEmpty ? "" : ", others: [\(Code.list(others))]"
        return "static let jsonTags = JSONTags(\(literal: name), \(list)\(rest))"
    }
}
