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

    @Test func `escapes may follow each other at any distance`() throws {
        for count in 0...70 {
            for distance in 0...35 {
                let (before, between) = (String(repeating: "é", count: count / 2), String(repeating: "b", count: distance))
                #expect(try "\(before)\"\(between)\n\(between)".jsonString() == #""\#(before)\"\#(between)\n\#(between)""#)
            }
        }
    }

    @Test func `integers have all their digits and no more`() throws {
        for exponent in 0...18 {
            let power = Self.power(exponent)
            for value in [power - 1, power, power + 1, power / 3, power * 9] {
                #expect(try value.jsonString() == String(value))
                #expect(try (-value).jsonString() == String(-value))
            }
        }
        #expect(try [Int.min, .max].jsonString() == "[\(Int.min),\(Int.max)]")
        #expect(try UInt64.max.jsonString() == String(UInt64.max))
    }

    @Test func `members find room wherever the buffer ends`() throws {
        for count in 32_600 ... 32_780 {
            let filler = String(repeating: "f", count: count)
            let (first, second) = (Members(text: filler, isThere: true), Members(text: "short", isThere: false))
            let rest = #""a_name_that_is_longer_than_thirty_two_bytes":null}"#
            let expected = #"[{"text":"\#(filler)","is_there":true,\#(rest),{"text":"short","is_there":false,\#(rest)]"#
            #expect(try [first, second].jsonString() == expected)
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

    private struct Members: JSONObject, Hashable, Codable {
        var text = ""
        var isThere = false
        var nothing: String?

        static let jsonKeys = JSONKeys("text! is_there! a_name_that_is_longer_than_thirty_two_bytes!")

        init(_ blank: JSONBlank) {}
        init(text: String, isThere: Bool) { (self.text, self.isThere) = (text, isThere) }

        func writeMembers(to writer: JSONMemberWriter) {
            writer.string(0, text)
            writer.bool(1, isThere)
            writer.string(2, nullable: nothing)
        }
    }

    private static func power(_ exponent: Int) -> Int {
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }
}
