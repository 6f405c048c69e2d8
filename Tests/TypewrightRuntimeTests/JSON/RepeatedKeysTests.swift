import Testing

@testable import TypewrightRuntime

/// Objects of one text share what is known of their keys. Each must read as if it stood alone.
struct RepeatedKeysTests {
    @Test("an object reads the same, whatever came before it")
    func objectsReadAsAlone() throws {
        // Names of all lengths around those of words, some that begin alike, one with an escape, one that is not ASCII.
        let names = ["", "a", "ab", "abc", "é", #"\u0061"#] + [5, 6, 7, 8, 13, 14, 15, 16, 29, 30, 31, 32, 47].flatMap {
            [String(repeating: "k", count: $0), String(repeating: "k", count: $0 - 1) + "z"]
        }
        var random = Numbers(state: 7)
        for round in 0..<200 {
            // The less there is to choose from, the more the objects are alike.
            let some = (0..<(2 + round % 12)).map { _ in names[random.next(below: names.count)] }
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

    private func object(_ names: [String], _ depth: Int, _ random: inout Numbers) -> String {
        let spaces = ["", "", "", " ", "\n"]
        let members = (0..<random.next(below: 6)).map { _ in
            let value = switch random.next(below: depth == 0 ? 2 : 4) {
            case 0: "\(random.next(below: 100))"
            case 1: "\"text\""
            case 2: object(names, depth - 1, &random)
            default: "[" + object(names, depth - 1, &random) + "]"
            }
            return "\"\(names[random.next(below: names.count)])\"\(spaces[random.next(below: 5)]):\(spaces[random.next(below: 5)])\(value)"
        }
        return "{" + members.joined(separator: ",") + "}"
    }

    private struct Numbers {
        var state: UInt64

        mutating func next(below limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
    }

    @Test("of members with the same name the last value counts, at the place of the first")
    func lastOfDuplicates() throws {
        let text = #"[{"a":1,"b":2},{"a":3,"b":4,"a":5},{"a":6,"\u0061":7,"b":8},{"b":1,"a":2,"b":3,"c":4}]"#
        #expect(try JSONValue(json: text).jsonString() == #"[{"a":1,"b":2},{"a":5,"b":4},{"a":7,"b":8},{"b":3,"a":2,"c":4}]"#)
    }

    @Test("objects of many keys and of many kinds", arguments: [31, 32, 33, 100, 6000])
    func many(_ count: Int) throws {
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

    @Test("a change of one object does not change another with the same keys")
    func changes() throws {
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

    @Test("faults are found behind keys that are known", arguments: [
        #"[{"abc":1},{"abc"}]"#, #"[{"abc":1},{"abc" 1}]"#, #"[{"abc":1},{"abc":}]"#, #"[{"abc":1},{"abc:1}]"#, #"[{"abc":1},{"abc":1,}]"#,
        #"[{"abc":1},{"abc"#, #"[{"abc":1},{"abc":1,"abd"#,
    ])
    func faults(_ text: String) {
        #expect(throws: JSONError.self) { try JSONValue(json: text) }
    }
}
