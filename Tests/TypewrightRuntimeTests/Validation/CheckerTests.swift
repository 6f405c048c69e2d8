import Testing
import TypewrightRuntime

/// The checker, driven by hand in the way generated code drives it.
struct CheckerTests {
    private enum Voice {
        static let keys = JSONKeys("id! provider! speed tags")
        static let providers = JSONKeys("cartesia elevenlabs")

        static func check(_ c: JSONChecker) {
            c.object(keys, at: "#/$defs/voice")
            while let key = c.next() {
                switch key {
                case .k0: c.string(minLength: 1)
                case .k1: c.string(among: providers)
                case .k2: c.number(minimum: 0.6, maximum: 1.5)
                case .k3:
                    c.array(maxItems: 2, unique: true)
                    while c.nextItem() { c.string() }
                default: break
                }
            }
        }
    }

    private func told(_ json: String, _ options: ValidationOptions = .init(), check: (JSONChecker) -> Void) -> [String] {
        do {
            try JSONChecker.validate(Array(json.utf8), options, check)
            return []
        } catch {
            return error.violations.map(\.description)
        }
    }

    @Test func whatIsRightSaysNothing() {
        #expect(told(#"{"id": "x", "provider": "cartesia", "speed": 1.5, "tags": ["a", "b"], "else": {"deep": [1]}}"#, check: Voice.check) == [])
    }

    @Test func allIsToldInTheOrderOfTheText() {
        let json = #"{"tags": ["a", 1, "a"], "speed": 2.0, "id": "", "provider": "none"}"#
        #expect(told(json, check: Voice.check) == [
            "/tags: has 3 items, more than the maximum 2",
            "/tags: the items at 0 and 2 are equal",
            "/tags/1: 1 is not a string",
            "/speed: 2.0 is above the maximum 1.5",
            #"/id: "" is shorter than 1 character"#,
            #"/provider: "none" is not one of "cartesia", "elevenlabs""#,
        ])
        #expect(told("{}", check: Voice.check) == [#"the required property "id" is missing"#, #"the required property "provider" is missing"#])
        #expect(told("[]", check: Voice.check) == ["[] is not an object"])
    }

    @Test func violationsSayWhereTheSchemaStands() throws {
        let error = try #require(throws: ValidationError.self) {
            try JSONChecker.validate(Array(#"{"id": "x", "provider": "cartesia", "tags": [true], "speed": "fast"}"#.utf8), .init(), Voice.check)
        }
        #expect(error.violations.map(\.schemaLocation) == [
            "#/$defs/voice/properties/tags/items/type", "#/$defs/voice/properties/speed/type",
        ])
        #expect(error.violations.map(\.offset) == [45, 61])
        #expect(error.violations.map(\.value) == ["true", #""fast""#])
    }

    @Test func theLimitStops() throws {
        var options = ValidationOptions()
        options.limit = 3
        let json = "[" + Array(repeating: "1", count: 50).joined(separator: ",") + "]"
        let error = try #require(throws: ValidationError.self) {
            try JSONChecker.validate(Array(json.utf8), options) { c in
                c.array(at: "#")
                while c.nextItem() { c.string() }
            }
        }
        #expect(error.violations.count == 3)
        #expect(error.isCutShort)
    }

    @Test(arguments: ["", "{", #"{"id""#, #"{"id": "x", }"#, #"{"id": "\x"}"#, "{} {}", "nul", #"{"id": 01}"#])
    func whatIsNoJSONIsOneViolation(json: String) throws {
        let error = try #require(throws: ValidationError.self) { try JSONChecker.validate(Array(json.utf8), .init(), Voice.check) }
        #expect(error.violations.map(\.keyword) == ["json"])
    }

    /// What takes a whole array of one kind tells the same as one item after the other, also where arrays that must be unique
    /// stand in one another, and in a branch that fails.
    @Test(arguments: [
        "[]", "[ ]", #"["a"]"#, #"["a","b"]"#, #"["a", "b", "c", "d"]"#, #"[ "a" , "b" ]"#, "[\"a\",\n\"b\"]", #"["a","b","a"]"#,
        #"["a", 1, "b", null, [], {}]"#, #"[1, "a"]"#, #"["é", "b", "é"]"#, #"["a\n", "b", "\u0061\n"]"#, #"["a","b",]"#, #"["a""b"]"#,
        #"["a" "b"]"#, #"["a", "b"#, #"["a", "b"#, #"["a","b" x]"#, #"["a",,"b"]"#, #"[,"a"]"#, "[\"a\u{1}\"]", #"["a"}"#, "7", #""a""#,
        "[1,2,3]", "[1, 2, 2]", "[1,]", "[1.5e3,-0,01]",
    ])
    func itemsOfOneKind(json: String) {
        for unique in [false, true] {
            func whole(_ take: (JSONChecker) -> Void) -> [[String]] {
                [json, "[\(json), \(json)]"].map { text in
                    told(text) { c in
                        if text == json { return take(c) }
                        c.anyOf(at: "#")
                        if c.branch() {
                            c.array(unique: true)
                            while c.nextItem() { take(c) }
                        }
                        if c.branch() {
                            c.array(maxItems: 0)
                            c.rest()
                        }
                        c.end()
                    }
                }
            }
            func oneByOne(_ take: @escaping (JSONChecker) -> Void) -> [[String]] {
                whole { c in
                    c.array(minItems: 1, maxItems: 3, unique: unique, at: "#/items")
                    while c.nextItem() { take(c) }
                }
            }
            #expect(whole { $0.strings(minItems: 1, maxItems: 3, unique: unique, at: "#/items") } == oneByOne { $0.string() })
            #expect(whole { $0.numbers(minItems: 1, maxItems: 3, unique: unique, at: "#/items") } == oneByOne { $0.number() })
        }
    }

    @Test func numbersCompareExactly() {
        func number(_ json: String, _ bounds: NumberBounds) -> Bool { told(json) { $0.number(bounds) }.isEmpty }
        #expect(number("0.3", NumberBounds(multipleOf: "0.1")))
        #expect(!number("0.30000000000000000001", NumberBounds(multipleOf: "0.1")))
        #expect(number("1e400", NumberBounds(multipleOf: "123456789")) == false)
        #expect(number("12345678901234567890123", NumberBounds(minimum: "12345678901234567890122.5")))
        #expect(told("0.6000000000000000000001") { $0.number(above: 0.6) } == [])
        #expect(told("1.5000000000000000000001") { $0.number(maximum: 1.5) }.count == 1)
        #expect(told("1.0") { $0.integer(minimum: 1, maximum: 1) } == [])
        #expect(told("1.5") { $0.integer() } == ["1.5 is not an integer"])
        #expect(told("99999999999999999999") { $0.integer(maximum: 5) }.count == 1)
        let one = JSONValues(["1"])
        for spelling in ["1.0", "1e0", "10e-1", "0.1E1"] { #expect(told(spelling) { $0.value(among: one) } == []) }
    }

    @Test func lengthsCountScalars() {
        for json in [#""👩‍👩‍👧""#, #""\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67""#] {
            #expect(told(json) { $0.string(minLength: 5, maxLength: 5) } == [])
        }
    }

    @Test func equalityIgnoresOrderAndSpelling() {
        let values = JSONValues([#"{"a": [1, {"x": "é"}], "b": null}"#])
        #expect(told(#"{"b": null, "a": [1.0, {"x": "\u00e9"}]}"#) { $0.value(among: values) } == [])
        #expect(told(#"{"b": null, "a": [true, {"x": "é"}]}"#) { $0.value(among: values) }.count == 1)
    }

    @Test func directionsExcuse() {
        let keys = JSONKeys("id! secret!")
        func check(_ direction: ValidationOptions.Direction) -> [String] {
            var options = ValidationOptions()
            options.direction = direction
            return told("{}", options) { c in
                c.object(keys)
                c.readOnly(0)
                c.writeOnly(1)
                c.rest()
            }
        }
        #expect(check(.request) == [#"the required property "secret" is missing"#])
        #expect(check(.response) == [#"the required property "id" is missing"#])
        #expect(check(.either) == [])
    }
}
