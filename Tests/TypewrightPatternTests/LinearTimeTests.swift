import Testing
import TypewrightTestSupport
@testable import TypewrightPattern
import TypewrightValidation
@testable import TypewrightRuntime

/// Patterns that take others exponential or quadratic time.
@Suite(.aside) struct LinearTimeTests {
    private static let million = String(repeating: "a", count: 1_000_000)

    @Test(arguments: [
        "^(a+)+$", "^(a|aa)+$", "^(a*)*$", "(a+a+)+x", "(?=(a+)+x)y", "^(?=(a+)+$).*$", "(?<=(a+)+x)y", "^(?!(a|a)*$).*x",
    ])
    func isLinear(source: String) throws {
        let candidates = try Candidates(source)
        let text = Array((Self.million + "b").utf8)
        let took = threadTime {
            let outcome = text.withUnsafeBufferPointer { candidates.engines[0].engine.search(PatternText(bytes: $0)) }
            #expect(outcome == .notMatched)
        }
        // Exponential time would not end at all; the margin is for a debug build.
        #expect(took < .seconds(15))
    }

    @Test(arguments: ["^(a+)+$", "^.*a.*a$", "^(?:a|aa|a{20,})*$"])
    func interpreterIsLinear(source: String) throws {
        let matcher = try CompiledPattern(source).matcher()
        #expect(matcher.search(Array((String(repeating: "a", count: 10_000) + "b").utf8)) == .notMatched)
        #expect(matcher.search(Array(String(repeating: "a", count: 10_000).utf8)) == .matched)
    }

    /// Counting to two billion takes a moment too long, even to find that it is too much.
    @Test(arguments: ["^(?:ab){2147483647}$", "^(?:ab){0,2147483646}c$", "^(?:(?:a?b?){99999}){99999}$", "^a{2147483646,}$", "^(){2147483647}\\1c$"])
    func hugeCounts(source: String) throws {
        let candidates = try Candidates(source)
        #expect(!candidates.verdicts("abab").values.contains(true))
    }

    /// With back-references time cannot be promised, only an end.
    @Test(arguments: ["^(a+)+\\1$", "(a*)*\\1b\\1c", "^(?:(a+)(?=\\1*))+$", "^(?:(?:ab?){1,5000}){1,5000}$"])
    func givesUp(source: String) throws {
        let candidates = try Candidates(source)
        let text = Array((String(repeating: "a", count: 2_000) + "d").utf8)
        let outcome = text.withUnsafeBufferPointer { candidates.engines[0].engine.search(PatternText(bytes: $0)) }
        #expect(outcome == .stepLimitExceeded)
        #expect(candidates.compiled.matcher().search(text) == .stepLimitExceeded)
    }

    /// The cheapest way that can decide a pattern is the one taken.
    @Test(arguments: [
        ("^[a-z0-9-]{1,64}$", "runs"), ("^https://", "runs"), ("^\\p{L}+$", "runs"), ("\\.json$", "table"), ("^[a-z]+(-[a-z]+)*$", "table"),
        ("^(?=.*[A-Z])(?=.*\\d).{8,}$", "all"), ("^(?!-)[a-z-]{1,63}(?<!-)$", "all"), ("^(?:a(?!b).)*$", "networks"),
        ("([\"'])x\\1", "backtracker"),
    ])
    func kinds(source: String, kind: String) throws {
        #expect(try Candidates(source).kind == kind)
    }

    @Test(arguments: [
        ("^[\\s\\S]{1,65536}$", 65_536, "runs"), ("^(?:[ab]{1,5000}|c)$", 5_000, "networks"), ("^.*?a{4000,5000}$", 5_000, "networks"),
        ("^(?:a?){600}$", 600, "networks"), ("^(?:a?b?){60}$", 60, "table"), ("^(?:[a-z]{1,63}\\.?){1,40}$", 40 * 63, "networks"),
    ])
    func highCounts(source: String, limit: Int, kind: String) throws {
        let candidates = try Candidates(source)
        let isWhole = !source.contains(".*?")
        #expect(candidates.kind == kind)
        for (count, expected) in [(limit, true), (limit + 1, !isWhole)] {
            let text = Array(String(repeating: "a", count: count).utf8)
            let outcome = text.withUnsafeBufferPointer { candidates.engines[0].engine.search(PatternText(bytes: $0)) }
            #expect(outcome == (expected ? .matched : .notMatched), "\(source) on \(count)")
        }
    }
}
