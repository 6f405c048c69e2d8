import Testing
import TypewrightTestSupport
@testable import TypewrightRuntime

/// Objects of one text share what is known of their keys. Each must read as if it stood alone.
@Suite("Keys that come again")
struct RepeatedKeysTests {
    @Test func `an object reads the same whatever came before it`() throws {
        // Names of all lengths around those of words, some that begin alike, one with an escape, one that is not ASCII.
        let names = ["", "a", "ab", "abc", "é", #"\u0061"#] + [5, 6, 7, 8, 13, 14, 15, 16, 29, 30, 31, 32, 47].flatMap {
            [String(repeating: "k", count: $0), String(repeating: "k", count: $0 - 1) + "z"]
        }
        var random = SeededGenerator(seed: 7)
        for round in 0..<200 {
            // The less there is to choose from, the more the objects are alike.
            let some = (0..<(2 + round % 12)).map { _ in names[Int.random(in: names.indices, using: &random)] }
            let objects = (0..<30).map { _ in object(some, 3, &random) }
            let value = try JSONValue(json: "[" + objects.joined(separator: ", ") + "]")
            try #require(value.elements.count == objects.count)
            for (element, text) in zip(value.elements, objects) {
                let alone = try JSONValue(json: text)
                #expect(try element.jsonString() == alone.jsonString(), "\(text)")
                #expect(element == alone)
            }
        }
    }

    private func object(_ names: [String], _ depth: Int, _ random: inout SeededGenerator) -> String {
        let spaces = ["", "", "", " ", "\n"]
        let members = (0..<Int.random(in: 0..<6, using: &random)).map { _ in
            let value = switch Int.random(in: 0..<(depth == 0 ? 2 : 4), using: &random) {
            case 0: "\(Int.random(in: 0..<100, using: &random))"
            case 1: "\"text\""
            case 2: object(names, depth - 1, &random)
            default: "[" + object(names, depth - 1, &random) + "]"
            }
            return "\"\(names[Int.random(in: names.indices, using: &random)])\"\(spaces[Int.random(in: 0..<5, using: &random)]):\(spaces[Int.random(in: 0..<5, using: &random)])\(value)"
        }
        return "{" + members.joined(separator: ",") + "}"
    }

    @Test func `of members with the same name the last value counts, at the place of the first`() throws {
        let text = #"[{"a":1,"b":2},{"a":3,"b":4,"a":5},{"a":6,"\u0061":7,"b":8},{"b":1,"a":2,"b":3,"c":4}]"#
        #expect(try JSONValue(json: text).jsonString() == #"[{"a":1,"b":2},{"a":5,"b":4},{"a":7,"b":8},{"b":3,"a":2,"c":4}]"#)
    }

    @Test(arguments: [31, 32, 33, 100, 6000])
    func `objects of many keys and of many kinds`(_ count: Int) throws {
        let wide = "{" + (0..<count).map { #""key\#($0)":\#($0)"# }.joined(separator: ",") + #","key0":"last"}"#
        let value = try JSONValue(json: "[\(wide),\(wide)]")
        for element in value.elements {
            #expect(element.members.count == count)
            #expect(element["key0"] == "last" && element["key\(count - 1)"]?.int == count - 1)
            #expect(element.members.first?.key == "key0")
        }
        let kinds = try JSONValue(json: "[" + (0..<count).map { #"{"a":0,"key\#($0)":{"b":\#($0)}}"# }.joined(separator: ",") + "]")
        for (index, element) in kinds.elements.enumerated() {
            #expect(element.members.keys == ["a", "key\(index)"] && element["key\(index)"]?["b"]?.int == index)
        }
    }

    @Test func `a change of one object does not change another with the same keys`() throws {
        let value = try JSONValue(json: #"[{"a":1,"b":2},{"a":3,"b":4}]"#)
        var changed = value.elements[0]
        changed["c"] = 5
        changed["a"] = nil
        changed["b"] = 6
        #expect(try changed.jsonString() == #"{"b":6,"c":5}"#)
        #expect(try value.jsonString() == #"[{"a":1,"b":2},{"a":3,"b":4}]"#)
        #expect(value.elements[0] != value.elements[1])
        #expect(value.elements[1] == ["b": 4, "a": 3])
    }

    @Test(arguments: [
        #"[{"abc":1},{"abc"}]"#, #"[{"abc":1},{"abc" 1}]"#, #"[{"abc":1},{"abc":}]"#, #"[{"abc":1},{"abc:1}]"#, #"[{"abc":1},{"abc":1,}]"#,
        #"[{"abc":1},{"abc"#, #"[{"abc":1},{"abc":1,"abd"#,
    ])
    func `faults are found behind keys that are known`(_ text: String) {
        #expect(throws: JSONError.self) { try JSONValue(json: text) }
    }
}
