import Testing
import TypewrightTestSupport
@testable import TypewrightPattern
@testable import TypewrightRuntime

/// The interpreter's matcher and all of the runtime's, on random patterns and texts: longer
/// texts and higher counts than the table of expected answers has.
@Suite(.aside) struct DifferentialTests {
    @Test(arguments: [20_261_120, UInt64.random(in: 0..<1 << 32)])
    func implementationsAgree(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var compared = 0
        for _ in 0..<250 {
            let source = Self.pattern(&random, depth: 3)
            let candidates = try Candidates(source)
            for _ in 0..<6 {
                let text = Self.text(&random)
                let verdicts = candidates.verdicts(text)
                let answers = Set(verdicts.values)
                #expect(answers.count <= 1, "seed \(seed): \(source) on \(text.debugDescription): \(verdicts)")
                compared += verdicts.count > 1 ? 1 : 0
            }
        }
        #expect(compared > 1_400, "seed \(seed)")
    }

    private static func text(_ random: inout SeededGenerator) -> String {
        var text = ""
        for _ in 0..<random.below(4) {
            let piece = random.pick(["a", "b", "ab", "0", "é", "😀", "-"])
            text += String(repeating: piece, count: random.below(10) == 0 ? 120 + random.below(40) : 1 + random.below(3))
        }
        return text
    }

    private static func pattern(_ random: inout SeededGenerator, depth: Int) -> String {
        var groups = 0
        let body = alternatives(&random, depth: depth, &groups)
        let start = random.pick(["", "^", "^", "^(?!a)", "^(?=.*b|0)(?!a*b.)"])
        return start + "(?:" + body + ")" + random.pick(["", "$", "$", "(?<!b)$", "(?<=a.|(?<!b)0)$"])
    }

    private static func alternatives(_ random: inout SeededGenerator, depth: Int, _ groups: inout Int) -> String {
        var result = ""
        for index in 0..<(random.below(3) == 0 ? 2 : 1) {
            if index > 0 { result += "|" }
            for _ in 0..<random.below(4) { result += term(&random, depth: depth, &groups) }
        }
        return result
    }

    private static func term(_ random: inout SeededGenerator, depth: Int, _ groups: inout Int) -> String {
        let atom: String
        switch random.below(depth > 0 ? 16 : 9) {
        case 0...3: atom = random.pick(["a", "b", "0", "-", "é", "😀"])
        case 4, 5: atom = random.pick(["[ab]", "[^a]", "[a-z0]", ".", "\\p{L}", "\\P{Lu}", "[\\p{So}b]"])
        case 6: atom = random.pick(["\\d", "\\w", "\\W", "\\S"])
        case 7: return random.pick(["\\b", "\\B", "^", "$"])
        case 8: return groups > 0 && random.below(2) == 0 ? "\\1(?:)" : ""
        case 9, 10: return random.pick(["(?=", "(?!", "(?<=", "(?<!"]) + alternatives(&random, depth: depth - 1, &groups) + ")"
        case 11, 12:
            groups += 1
            atom = "(" + alternatives(&random, depth: depth - 1, &groups) + ")"
        default: atom = "(?:" + alternatives(&random, depth: depth - 1, &groups) + ")"
        }
        let quantifiers = ["", "", "", "*", "+", "?", "*?", "+?", "??", "{2}", "{1,3}", "{2,}"]
        let many = ["{120,140}", "{0,150}", "{129,}", "{1,130}?"]
        return atom + (atom.hasPrefix("(") || random.below(8) > 0 ? random.pick(quantifiers) : random.pick(many))
    }
}
