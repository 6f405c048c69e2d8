import Testing
import TypewrightRuntime

@Suite("JSONValue")
struct JSONValueTests {
    @Test func `the order of keys and the spelling of numbers are kept`() throws {
        let json = #"{"z":1.50,"a":[1e2,-0.0,12345678901234567890.0],"é":"\"","e":{}}"#
        #expect(try JSONValue(json: json).jsonString() == json)
    }

    @Test func `numbers are equal if they are mathematically`() throws {
        let equal = [("1", "1.0"), ("100", "1e2"), ("-0", "0.0"), ("0.10", "1e-1"), ("10e99", "1E+100")]
        for (a, b) in equal {
            #expect(JSONNumber(a) == JSONNumber(b), "\(a) and \(b)")
            #expect(JSONNumber(a)?.hashValue == JSONNumber(b)?.hashValue)
        }
        let different = [("9007199254740993", "9007199254740992"), ("1e400", "1e401"), ("0.1", "0.10000000000000000001"), ("1", "-1")]
        for (a, b) in different { #expect(JSONNumber(a) != JSONNumber(b), "\(a) and \(b)") }
        #expect(JSONNumber("01") == nil)
        #expect(JSONNumber("1e2")?.int == 100)
        #expect(JSONNumber("1.5")?.int == nil)
        #expect(JSONNumber("1.50")?.double == 1.5)
    }

    @Test func `the order of members does not matter, other spellings of a letter do`() throws {
        #expect(try JSONValue(json: #"{"a":1,"b":[2]}"#) == JSONValue(json: #"{"b":[2.0],"a":1e0}"#))
        #expect(try JSONValue(json: #""\u00e9""#) != JSONValue(json: #""e\u0301""#))
        #expect(try JSONValue(json: #"{"\u00e9":1,"e\u0301":2}"#).members.count == 2)
    }

    @Test func `members are found, set and removed`() {
        var value: JSONValue = ["name": "a", "list": [1, 2.5, nil, true]]
        #expect(value["name"]?.string == "a")
        #expect(value["list"]?[1]?.double == 2.5)
        #expect(value["list"]?[4] == nil)
        #expect(value["none"] == nil)
        value["name"] = nil
        value["new"] = ["x": 1]
        value["new"]?["y"] = 2
        #expect(value.description == #"{"list":[1,2.5,null,true],"new":{"x":1,"y":2}}"#)
    }

    @Test func `large objects are fast to search and repeat no key`() throws {
        let json = "{" + (0..<2000).map { "\"k\($0 % 1000)\":\($0)" }.joined(separator: ",") + "}"
        let value = try JSONValue(json: json)
        #expect(value.members.count == 1000)
        #expect(value["k7"]?.int == 1007)
        var members = value.members
        members["k7"] = nil
        members["z"] = 1
        #expect(members.count == 1000 && members["k8"]?.int == 1008 && members["k7"] == nil && members["z"] == 1)
    }

    @Test func `deep values are compared, copied and freed`() throws {
        let depth = 512
        let json = String(repeating: #"{"a":["#, count: depth / 2) + String(repeating: "]}", count: depth / 2)
        let options = JSONReadOptions(maximumDepth: depth)
        let a = try JSONValue(json: json, options: options)
        #expect(try a == JSONValue(json: json, options: options))
        #expect(a.description == json)
    }
}
