import TypewrightReader
import TypewrightSource

/// Values of keywords, reported and left out where they are of the wrong type.
extension SpecDecoder {
    func describe(_ node: Node) -> String {
        switch node.kind {
        case .null: "null"
        case .boolean: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }

    func wrongType(_ member: Node.Member, expected: String) {
        faults.warning(
            "wrong-type", "`\(member.key)` is \(expected), not \(describe(member.value)); ignored.", at: member.value.range
        )
    }

    func string(_ member: Node.Member) -> String? {
        if let text = member.value.string { return text }
        wrongType(member, expected: "a string")
        return nil
    }

    func boolean(_ member: Node.Member) -> Bool? {
        if let value = member.value.boolean { return value }
        wrongType(member, expected: "a boolean")
        return nil
    }

    /// A count of characters, items or properties.
    func count(_ member: Node.Member) -> Int? {
        guard let number = member.value.number, number.isInteger, let value = ExactNumber(number.text) else {
            wrongType(member, expected: "a whole number")
            return nil
        }
        if value.isNegative && !value.isZero {
            faults.warning("negative-count", "`\(member.key)` cannot be negative; ignored.", at: member.value.range)
            return nil
        }
        return number.int ?? Int.max
    }

    func strings(_ member: Node.Member) -> [String]? {
        guard member.value.kind == .array else {
            wrongType(member, expected: "an array of strings")
            return nil
        }
        var texts: [String] = []
        for element in member.value.elements {
            if let text = element.string {
                texts.append(text)
            } else {
                faults.warning("wrong-type", "`\(member.key)` holds strings, not \(describe(element)); left out.", at: element.range)
            }
        }
        return texts
    }

    /// A string that people also write as a number or a boolean, as YAML invites to.
    func text(_ node: Node?) -> String? {
        guard let node else { return nil }
        if let text = node.string { return text }
        if let number = node.number { return number.text }
        if let value = node.boolean { return value ? "true" : "false" }
        return nil
    }
}
