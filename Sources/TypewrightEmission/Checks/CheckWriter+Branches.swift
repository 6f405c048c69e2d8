import TypewrightModel

extension CheckWriter {
    mutating func parts(of application: Application, of check: Check, at: Code) -> [Part] {
        switch application {
        case .reference(let id): return [Part(take(id, via: "$ref"))]
        case .dynamicReference(let dynamic):
            var part = Part(dispatch(dynamic))
            part.takesValue = false
            return [part]
        case .allOf(let branches): return allOf(branches)
        case .anyOf(let branches): return [choice("anyOf", branches, check.anyOfBesideNull, at)]
        case .oneOf(let branches): return [choice("oneOf", branches, check.oneOfBesideNull, at)]
        case .not(let id): return [fullChoice("not", [id], at)]
        case .condition(let test, let then, let otherwise): return [condition(test, then, otherwise, at)]
        case .dependent(let name, let id, let keyword):
            return [Part(CheckWriter.block("if c.has(\(literal: name))", take(id, via: keyword)), startsAgain: true)]
        }
    }

    private mutating func allOf(_ branches: [CheckID?]) -> [Part] {
        var parts: [Part] = []
        for (index, branch) in branches.enumerated() {
            guard let branch else { continue }
            // A function names its own location.
            if context.checks.isFunction(branch) {
                parts.append(Part(take(branch)))
            } else {
                parts.append(Part(["c.allOf(\(index))"] + take(branch), startsAgain: true))
            }
        }
        return parts
    }

    private mutating func choice(_ keyword: SwiftIdentifier, _ branches: [CheckID?], _ besideNull: BesideNull?, _ at: Code) -> Part {
        guard let besideNull else { return fullChoice(keyword, branches, at) }
        let otherwise = only(besideNull.place, of: branches, keyword, at)
        // That null must not be of both kinds is left to the whole of `oneOf`.
        if keyword == "oneOf", table.kinds(acceptedBy: branches[besideNull.place]).contains(.null) {
            return Part(["""
                if c.kind == .null {
                    \(Code.lines(fullChoice(keyword, branches, at).lines))
                } else {
                    \(Code.lines(otherwise))
                }
                """], takesLocation: true)
        }
        return Part(CheckWriter.block("if !c.\(besideNull.isTyped ? "takeNull" : "skipNull" as Code)()", otherwise), takesLocation: true)
    }

    /// The only branch that is left tells itself what is wrong.
    private mutating func only(_ place: Int, of branches: [CheckID?], _ keyword: SwiftIdentifier, _ at: Code) -> [Code] {
        guard let branch = branches[place] else { return ["c.any()"] }
        if context.checks.isFunction(branch) { return take(branch) }
        return ["c.start(\(Code.list(["\(keyword): \(place)"] + (at.isEmpty ? [] : [at]))))"] + take(branch) + ["c.done()"]
    }

    private mutating func fullChoice(_ keyword: SwiftIdentifier, _ branches: [CheckID?], _ at: Code) -> Part {
        let tag = table.tag(of: branches)
        let accepted = branches.map { table.kinds(acceptedBy: $0) }
        let isTold = accepted.dropFirst().contains { $0 != accepted[0] }
        let arguments = [tag.map { "by: \(literal: $0.property)" }, at.isEmpty ? nil : at].compactMap { $0 }
        var lines: [Code] = ["c.\(keyword)(\(Code.list(arguments)))"]
        for (index, branch) in branches.enumerated() {
            var condition: Code = ""
            if let value = tag?.values[index] {
                condition = "\(literal: value)"
            } else if isTold, accepted[index] != .all {
                condition = names(of: accepted[index])
            }
            lines += CheckWriter.block("if c.branch(\(condition))", take(branch))
        }
        lines.append("c.end()")
        if keyword != "not", let cases = casesToTakeFirst(branches, accepted) {
            lines = CheckWriter.block("if !c.takes(oneOf: \(cases))", lines)
        }
        return Part(lines, takesLocation: true)
    }

    /// The cases of the only branch that accepts strings: one of them needs no choice.
    private func casesToTakeFirst(_ branches: [CheckID?], _ accepted: [JSONKinds]) -> Code? {
        let places = accepted.indices.filter { accepted[$0].contains(.string) }
        guard places.count == 1, let branch = branches[places[0]] else { return nil }
        return CheckEmitter(context: context).cases(of: branch)
    }

    private mutating func condition(_ test: CheckID?, _ then: CheckID?, _ otherwise: CheckID?, _ at: Code) -> Part {
        var lines: [Code] = ["c.condition(\(at))"]
        lines += CheckWriter.block("if c.branch()", take(test))
        if let then { lines += CheckWriter.block("if c.then()", take(then)) }
        if let otherwise { lines += CheckWriter.block("if c.otherwise()", take(otherwise)) }
        lines.append("c.end()")
        return Part(lines, takesLocation: true)
    }

    private mutating func dispatch(_ dynamic: DynamicCheck) -> [Code] {
        let scopes = Code.list(dynamic.targets.map { "\($0.scope)" })
        var cases: [Code] = []
        for target in dynamic.targets {
            cases.append(Code.caseBlock("case \(target.scope)", target.check.map { take($0, via: "$dynamicRef") } ?? ["break"]))
        }
        if let otherwise = dynamic.otherwise { cases.append(Code.caseBlock("case -1", take(otherwise, via: "$dynamicRef"))) }
        cases.append("default: break")
        return ["""
            switch c.outermost(of: [\(scopes)]) {
            \(Code.lines(cases))
            }
            """]
    }
}
