/// The `switch` over the key of an object's member, as readers and validators have one:
///
///     switch key {
///     case .k0: reader.string(&id)
///     case .other: c.unexpected()
///     default: break
///     }
struct KeySwitch {
    /// How many keys have a case of their own in the runtime's `JSONKey`; for the rest there is
    /// `beyond`, and a number to ask for.
    private static let named = 250

    private var cases: [Code] = []
    private var casesBeyond: [Code] = []
    /// Where the number of a key beyond is: `reader.index`.
    private let index: Code

    init(index: Code) {
        self.index = index
    }

    var isEmpty: Bool { cases.isEmpty && casesBeyond.isEmpty }

    /// What to do with the key of an index, in a line.
    mutating func add(_ index: Int, _ line: Code) {
        if index < Self.named { cases.append("case .k\(index): \(line)") } else { casesBeyond.append("case \(index): \(line)") }
    }

    /// What to do with the keys of these indices; -1 is any that is not listed.
    mutating func add(_ indices: [Int], _ lines: [Code]) {
        let near = indices.filter { $0 < Self.named }.map { $0 < 0 ? ".other" as Code : ".k\($0)" }
        let far = indices.filter { $0 >= Self.named }.map { "\($0)" as Code }
        if !near.isEmpty { cases.append(.caseBlock("case \(Code.list(near))", lines)) }
        if !far.isEmpty { casesBeyond.append(.caseBlock("case \(Code.list(far))", lines)) }
    }

    var code: Code {
        var all = cases
        if !casesBeyond.isEmpty { all.append(.caseBlock("case .beyond", [Self.block(index, casesBeyond)])) }
        return Self.block("key", all)
    }

    private static func block(_ subject: Code, _ cases: [Code]) -> Code {
        """
        switch \(subject) {
        \(Code.lines(cases))
        default: break
        }
        """
    }
}

extension Code {
    /// `case 3: line`, or the lines below it.
    static func caseBlock(_ head: Code, _ lines: [Code]) -> Code {
        if lines.count == 1, !lines[0].isSeveralLines { return "\(head): \(lines[0])" }
        return """
            \(head):
                \(Code.lines(lines))
            """
    }
}
