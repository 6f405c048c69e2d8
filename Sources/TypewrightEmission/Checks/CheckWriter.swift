import TypewrightModel

/// Writes checks as statements that drive a `JSONChecker`, each taking one value.
struct CheckWriter {
    let context: EmissionContext
    var tables: CheckTables
    /// The names in the `jsonKeys` of the type that the function belongs to, in the form of `KeyWord`.
    var ownKeys: [String]?
    /// The strings in the `jsonCases` of the type that the function belongs to.
    var ownCases: [Literal]?

    var table: CheckTable { context.api.checks }

    // MARK: Functions

    /// The body of the function for a check.
    mutating func function(_ id: CheckID) -> [Code] {
        let check = table[id]
        let location: Code = "\(literal: check.origin.location)"
        var lines: [Code] = []
        if let scope = check.scope {
            lines.append("let isNew = c.enter(resource: \(scope))\ndefer { c.leave(scope: isNew) }")
        }
        if check.acceptsNull { lines.append("if c.takeNull() { return }") }
        if check.isRemembered {
            lines.append("guard c.enter(\(id.index), at: \(location)) else { return }")
            lines += statements(check, at: nil)
            lines.append("c.leave()")
        } else {
            lines += statements(check, at: location)
        }
        return lines
    }

    // MARK: Uses

    /// Statements that take one value with a check.
    mutating func take(_ id: CheckID?) -> [Code] {
        guard let id else { return ["c.any()"] }
        if context.checks.isFunction(id) { return [CheckEmitter(context: context).call(id)] }
        let check = table[id]
        let lines = statements(check, at: nil)
        return check.acceptsNull ? CheckWriter.block("if !c.takeNull()", lines) : lines
    }

    /// The same; what allows nothing is told by the keyword that leads there, and the place where it stands.
    mutating func take(_ id: CheckID?, via keyword: String, standingAt usual: String? = nil) -> [Code] {
        guard let id, isPlainNever(id), table[id].origin.location != usual else { return take(id) }
        return ["c.never(\(literal: keyword), at: \(literal: table[id].origin.location))"]
    }

    /// On one line where there is only one statement.
    static func block(_ head: Code, _ lines: [Code]) -> [Code] {
        if lines.isEmpty { return [head + " {}"] }
        if lines.count == 1, !lines[0].isSeveralLines, head.count + lines[0].count < 100 {
            return ["\(head) { \(lines[0]) }"]
        }
        return ["""
            \(head) {
                \(Code.lines(lines))
            }
            """]
    }

    // MARK: Statements

    /// `location` is given where the check is a function's own and nothing has named it yet.
    private mutating func statements(_ check: Check, at location: Code?) -> [Code] {
        let at: Code = location.map { "at: \($0)" } ?? ""
        if check.collects { return collecting(check, at) }
        var parts = self.parts(of: check, at: at)
        if parts.count == 1, !parts[0].startsAgain {
            if location == nil || parts[0].takesLocation { return parts[0].lines }
            if parts[0].takesValue { return ["c.start(\(at))"] + parts[0].lines + ["c.done()"] }
        }
        // Of several parts none is given the location, which is told before them.
        if location != nil, parts.contains(where: \.takesLocation) { parts = self.parts(of: check, at: "") }
        if parts.isEmpty { parts = [Part(["c.any()"])] }
        return ["c.begin(\(at))"] + sequence(parts) + ["c.end()"]
    }

    private mutating func collecting(_ check: Check, _ at: Code) -> [Code] {
        var lines: [Code] = ["c.beginCollecting(\(at))"]
        lines += sequence(parts(of: check, at: ""))
        if check.hasUnevaluatedProperties {
            lines.append("c.unevaluatedProperties()")
            lines += unevaluated(check.unevaluatedProperties)
        }
        if check.hasUnevaluatedItems {
            lines.append("c.unevaluatedItems()")
            lines += unevaluated(check.unevaluatedItems)
        }
        lines.append("c.endCollecting()")
        return lines
    }

    private mutating func unevaluated(_ id: CheckID?) -> [Code] {
        guard let id else { return ["while c.nextUnevaluated() {}"] }
        if isPlainNever(id) { return ["while c.nextUnevaluated() { c.unevaluated() }"] }
        return CheckWriter.block("while c.nextUnevaluated()", take(id))
    }

    func isPlainNever(_ id: CheckID) -> Bool { table[id].isNever }

    /// Parts of a check that each take the value, one after the other.
    private func sequence(_ parts: [Part]) -> [Code] {
        var lines: [Code] = []
        for (index, part) in parts.enumerated() {
            if index > 0 && !part.startsAgain { lines.append("c.again()") }
            lines += part.lines
        }
        return lines
    }

    /// Something that takes the value.
    struct Part {
        var lines: [Code]
        /// Whether the lines were given the location.
        var takesLocation = false
        /// Whether the lines begin with going back to the value's start.
        var startsAgain = false
        /// Whether the lines go past the value whatever it is.
        var takesValue = true

        init(_ lines: [Code], takesLocation: Bool = false, startsAgain: Bool = false) {
            self.lines = lines
            self.takesLocation = takesLocation
            self.startsAgain = startsAgain
        }
    }

    /// A type beside nothing but values is checked with them.
    private func isJoined(_ check: Check) -> Bool {
        check.saysNothingOfTypes && !check.integersAreLexical && (check.enumeration == nil) != (check.constant == nil)
    }

    /// In the order in which violations are told. `at` is used by the parts that take a location.
    private mutating func parts(of check: Check, at: Code) -> [Part] {
        if check.isNever { return [Part(["c.never()"])] }
        var parts: [Part] = []
        let isJoined = isJoined(check)
        if !isJoined, let part = kindPart(check, at) { parts.append(part) }
        let kinds = isJoined ? check.kinds : .all
        if let values = check.enumeration { parts.append(enumeration(values, kinds, at)) }
        if let value = check.constant { parts.append(constant(value, kinds, at)) }
        for application in check.applications { parts += self.parts(of: application, of: check, at: at) }
        return parts
    }
}
