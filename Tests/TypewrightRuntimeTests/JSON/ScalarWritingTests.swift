import Testing
import TypewrightTestSupport
@testable import TypewrightRuntime

/// What is written in pieces of eight or sixteen bytes, against the plain way to say it.
@Suite("Writing scalars")
struct ScalarWritingTests {
    @Test func `a byte that needs an escape is found wherever it stands`() throws {
        for count in 0...40 {
            for place in 0...count {
                for (odd, text) in [("\"", #"\""#), ("\\", #"\\"#), ("\u{1}", #"\u0001"#), ("\n", #"\n"#), ("é", "é"), ("\u{7f}", "\u{7f}")] {
                    let before = String(repeating: "a", count: place)
                    let after = String(repeating: "z", count: count - place)
                    let written = try (before + odd + after).jsonString()
                    #expect(written == "\"\(before)\(text)\(after)\"")
                }
            }
        }
    }

    @Test func `short decimals are written as the standard library writes them`() throws {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<20_000 {
            let digits = Int.random(in: 1...12, using: &random)
            let scale = Int.random(in: 0...9, using: &random)
            let numerator = Int.random(in: 0..<Self.power(digits), using: &random)
            let decimal = Double(numerator) / Double(Self.power(scale))
            // What lies beside a short decimal is none.
            for value in [decimal, decimal.nextUp, decimal.nextDown, -decimal] {
                var expected = value.description
                if expected.hasSuffix(".0"), value.magnitude < 9e15, value != 0 { expected.removeLast(2) }
                if value == 0 { expected = value.sign == .minus ? "-0.0" : "0" }
                #expect(try value.jsonString() == expected)
            }
        }
    }

    private static func power(_ exponent: Int) -> Int {
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }
}
