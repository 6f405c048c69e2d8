import Testing
import TypewrightTestSupport
@testable import TypewrightPattern

@Suite(.aside) struct ExpectedTests {
    /// Every implementation against another engine's answers.
    @Test func agreesWithAnotherEngine() throws {
        var candidates: Candidates?
        var cases = 0
        var kinds: [String: Int] = [:]
        for line in expectedTable.split(separator: "\n") {
            let text = unescape(line.dropFirst())
            if line.hasPrefix("?") {
                let next = try Candidates(text)
                #expect(next.compiled.warnings.isEmpty, "\(text): \(next.compiled.warnings)")
                kinds[next.kind, default: 0] += 1
                candidates = next
                continue
            }
            guard let candidates else { continue }
            let expected = line.unicodeScalars.first == "+"
            for (name, verdict) in candidates.verdicts(text) where verdict != expected {
                Issue.record("\(candidates.compiled.source) on \(text.debugDescription): \(name) says \(verdict)")
            }
            cases += 1
        }
        #expect(cases == 8_203)
        // Each way to match has its share of the table.
        for kind in ["runs", "table", "networks", "backtracker", "all"] {
            #expect(kinds[kind, default: 0] > 20, "\(kinds)")
        }
    }
}
