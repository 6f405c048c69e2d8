import Testing
import TypewrightRuntime

@Suite("Writing JSON")
struct WritingTests {
    @Test func `strings are escaped where they must be and nowhere else`() throws {
        #expect(try "a\"b\\c/é\u{1F600}\n\r\t\u{8}\u{C}\u{1}\u{1F}\u{7F}".jsonString()
            == #""a\"b\\c/é😀\n\r\t\b\f\u0001\u001f"# + "\u{7F}\"")
        for length in 0..<40 {
            for place in 0...length {
                var text = String(repeating: "x", count: length)
                text.insert("\"", at: text.index(text.startIndex, offsetBy: place))
                #expect(try String(json: text.json()) == text)
            }
            let plain = String(repeating: "é", count: length)
            #expect(try plain.jsonString() == "\"\(plain)\"")
        }
    }

    @Test func `numbers are written in their shortest form and read back exactly`() throws {
        #expect(try [0.1, 1, -0.0, 1e21, .leastNonzeroMagnitude, 600, 9007199254740992, -2.5].jsonString()
            == "[0.1,1,-0.0,1e+21,5e-324,600,9007199254740992.0,-2.5]")
        #expect(try [Int.min, -1, 0, 9, 10, 99, 100, .max].jsonString()
            == "[-9223372036854775808,-1,0,9,10,99,100,9223372036854775807]")
        #expect(try [UInt64.max].jsonString() == "[18446744073709551615]")
        var state: UInt64 = 88
        for _ in 0..<20_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let value = Double(bitPattern: state)
            guard value.isFinite else { continue }
            #expect(try Double(json: value.json()).bitPattern == value.bitPattern)
        }
    }

    @Test func `what JSON cannot say is an error with a place`() {
        let voice = Voice(id: "a", provider: .cartesia, speed: .infinity)
        do {
            _ = try [voice].json()
            Issue.record("an infinite number was written")
        } catch {
            #expect("\(error)" == "a number is infinite or not a number, which JSON cannot say at /0/speed (line 1, column 42)")
        }
    }

    @Test func `pretty text has a line for each member`() throws {
        let value: JSONValue = ["a": [1, 2, [:]], "b": [], "c": ["d": "e: {,}\""]]
        #expect(try value.jsonString(pretty: true) == #"""
            {
              "a": [
                1,
                2,
                {}
              ],
              "b": [],
              "c": {
                "d": "e: {,}\""
              }
            }
            """#)
    }

    @Test func `maps are written in the order of their keys`() throws {
        #expect(try ["b": 1, "a": 2, "c": 3].jsonString() == #"{"a":2,"b":1,"c":3}"#)
    }

    @Test func `values are equal if they are written the same`() {
        let voice = Voice(id: "a", provider: .cartesia)
        #expect(voice == Voice(id: "a", provider: .unrecognized("cartesia")))
        #expect(voice != Voice(id: "a", provider: .cartesia, speed: 1))
        #expect(Set([voice, voice, Voice(id: "b", provider: .cartesia)]).count == 2)
    }
}
