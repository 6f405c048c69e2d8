import Testing
import TypewrightTestSupport
@testable import TypewrightPattern
@testable import TypewrightRuntime

/// Nothing that is read, patterns, programs or texts, may stop the process.
@Suite(.aside) struct RobustnessTests {
    @Test func damagedPrograms() throws {
        var random = SeededGenerator(seed: 7)
        let sources = ["^[a-z]{2,5}-\\p{L}+$", "(?<=a(b|\\d)*)x|^(?!y.*z)\\bq", "(a)(?:b\\1)*?c", "^abc[^é]{3}$"]
        var readable = 0
        for source in sources {
            let program = Array(try CompiledPattern(source).program.utf8)
            #expect(program.allSatisfy { $0 > 0x22 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
            for round in 0..<1_500 {
                var damaged = program
                for _ in 0..<1 + round % 3 {
                    switch random.below(3) {
                    case 0: damaged[random.below(damaged.count)] = UInt8(0x20 + random.below(0x60))
                    case 1: damaged.remove(at: random.below(damaged.count))
                    default: damaged.insert(UInt8(0x23 + random.below(0x40)), at: random.below(damaged.count))
                    }
                }
                let engine = damaged.withUnsafeBufferPointer { PatternEngine($0) }
                if case .unreadable = engine { continue }
                readable += 1
                _ = Array("ab-éabx😀qyz".utf8).withUnsafeBufferPointer { engine.search(PatternText(bytes: $0)) }
            }
        }
        #expect(readable > 300)
        let other = Pattern("%#", source: "x")
        #expect(other.matches("x") == .unreadableProgram)
    }

    @Test func randomPatterns() {
        var random = SeededGenerator(seed: 11)
        let pieces = [
            "a", "é", "😀", "(", ")", "(?:", "(?=", "(?!", "(?<=", "(?<!", "(?<n>", "(?i:", "(?i)", "[", "]", "[^", "-", "{", "}", "{2}", "{3,",
            "*", "+", "?", "|", "^", "$", ".", "\\", "\\d", "\\b", "\\1", "\\k<n>", "\\p{L}", "\\p{", "\\u", "\\u{1F600}", "\\x4", "[:alpha:]", "\\c", ",",
        ]
        var accepted = 0
        for _ in 0..<7_000 {
            var source = ""
            for _ in 0..<1 + random.below(7) { source += random.pick(pieces) }
            guard let candidates = try? Candidates(source) else { continue }
            accepted += 1
            let verdicts = Set(candidates.verdicts("aé😀-a").values)
            #expect(verdicts.count == 1, "\(source): \(candidates.verdicts("aé😀-a"))")
        }
        #expect(accepted > 1_000)
    }

    @Test(arguments: ["^(?:.|\\n)*$", "^[^a]{1,200}$", "(?<=.)\\B(.)?\\1", "(?<!x)é", "^\\p{L}|\\P{L}$"])
    func textsThatAreNoUTF8(source: String) throws {
        var random = SeededGenerator(seed: 13)
        let candidates = try Candidates(source)
        for _ in 0..<500 {
            let bytes = (0..<random.below(12)).map { _ in UInt8(random.pick([0x61, 0x80, 0xBF, 0xC3, 0xA9, 0xE2, 0xED, 0xF0, 0x9F, 0xF4, 0xFF])) }
            for (_, engine) in candidates.engines {
                _ = bytes.withUnsafeBufferPointer { engine.search(PatternText(bytes: $0)) }
            }
        }
    }
}
