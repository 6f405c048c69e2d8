import Foundation
import Testing
import TypewrightRuntime

@Suite("Codable, through other coders")
struct CodableTests {
    private func check<Value: JSONCodable & Hashable & Codable>(_ type: Value.Type, _ json: String) throws {
        let value = try Value(json: json)
        let encoded = try JSONEncoder().encode(value)
        #expect(try Value(json: [UInt8](encoded)) == value, "encoded as \(String(decoding: encoded, as: UTF8.self))")
        let decoded = try JSONDecoder().decode(Value.self, from: Data(json.utf8))
        #expect(decoded == value)
        // Equal are also values of which one is not recognized.
        #expect("\(decoded)".count(of: "unrecognized(") == "\(value)".count(of: "unrecognized("), "\(decoded)")
        let list = try PropertyListEncoder().encode(["value": JSONValue(json: #"{"a":[1,"b"]}"#)])
        #expect(try PropertyListDecoder().decode([String: JSONValue].self, from: list)["value"]?["a"]?[0] == 1)
    }

    @Test func `every form goes through Foundation's coders`() throws {
        // Other coders know what a number is, not how it was spelled.
        try check(AssistantListResponse.self, SampleTests.assistants.replacing("1.50", with: "1.5"))
        try check(Presences.self, #"{"required":"a","required_nullable":null}"#)
        try check(Presences.self, #"{"required":"a","optional":2,"required_nullable":"b","optional_nullable":null,"tags":{"a":null,"b":"c"},"parent":{"required":"a","required_nullable":"b","optional_nullable":"c"}}"#)
        try check(Scores.self, #"{"total":1,"a":2,"b":3}"#)
        try check(Keeper.self, #"{"name":"n","a":[null,1.5,18446744073709551615]}"#)
        try check(Empty.self, "{}")
        try check(Rows.self, #"[["a",1.5],["b",2,true,3,4]]"#)
        try check([Level].self, "[1,2,3]")
        try check([Limit].self, #"["unlimited",10,false,true,null]"#)
        try check(Content.self, #"{"content":{"content":[["a",1]]}}"#)
        try check([Owner].self, #"[{"total":1},{"name":"n"},{"other":1},7]"#)
        try check([Guess].self, #"[1,["a",1],{"id":"i","provider":"p"},{"id":"i"},"x"]"#)
        try check([Versioned].self, #"[{"name":"n","version":1},{"name":"n","version":true},{"version":3}]"#)
        try check([Nullable<Int>].self, "[1,null]")
        try check([DateTimeText].self, #"["2026-01-31T09:30:00Z"]"#)
    }

    @Test func `a decoder's value finds its branch wherever it stands`() throws {
        func decode<Value: Decodable>(_ type: Value.Type, _ json: String) throws -> Value {
            try JSONDecoder().decode(type, from: Data(json.utf8))
        }
        guard case .string("a") = try decode(Content.Box.self, #"{"content":"a"}"#).content else { return #expect(Bool(false), "in a property") }
        let nested = try decode([Content.Box].self, #"[{"content":{"content":1.5}}]"#)[0].content
        guard case .content(let box) = nested, case .double(1.5) = box.content else { return #expect(Bool(false), "in a branch: \(nested)") }
        let mixed = try decode(Mixed.self, #"{"owner":{"total":1},"guesses":{"a":["a",1],"b":7},"row":["a",2],"speed":2,"others":[null,{"name":"n"}]}"#)
        guard case .scores = mixed.owner, case .row? = mixed.guesses["a"], case .int(7)? = mixed.guesses["b"] else {
            return #expect(Bool(false), "\(mixed)")
        }
        guard case .keeper? = mixed.others.last ?? nil, mixed.others.count == 2 else { return #expect(Bool(false), "\(mixed.others)") }
        #expect(mixed.row.first == "a" && mixed.speed.value == 2)
    }

    @Test func `what is wrong in a branch is an error of the decoder, too`() {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Content.self, from: Data(#"[["a"]]"#.utf8)) }
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Mixed.self, from: Data(#"{"owner":{"total":"x"}}"#.utf8)) }
    }

    @Test func `a missing property and a wrong type are errors of the decoder`() {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Voice.self, from: Data(#"{"id":"a"}"#.utf8)) }
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Voice.self, from: Data(#"{"id":1,"provider":"p"}"#.utf8)) }
    }
}

extension String {
    fileprivate func count(of part: String) -> Int { ranges(of: part).count }
}

/// Alternatives, a tuple and a type that is readable only from JSON, as properties.
private struct Mixed: JSONObject, Codable {
    var owner: Owner
    var guesses: [String: Guess] = [:]
    var row: Row
    var speed: Speed
    var others: [Owner?] = []

    static let jsonKeys = JSONKeys("owner! guesses row speed others")

    init(_ blank: JSONBlank) {
        owner = Owner(blank)
        row = Row(blank)
        speed = Speed(blank)
    }

    mutating func readMember(_ key: JSONKey, from reader: JSONMemberReader) {
        switch key {
        case .k0: reader.value(&owner)
        case .k1: reader.map(&guesses)
        case .k2: reader.value(&row)
        case .k3: reader.value(&speed)
        case .k4: reader.array(&others)
        default: break
        }
    }

    func writeMembers(to writer: JSONMemberWriter) {}
    static func check(_ c: JSONChecker) { c.any() }
}
