import Foundation
import Testing
import TypewrightRuntime

@Suite("Codable, through other coders")
struct CodableTests {
    private func check<Value: JSONCodable>(_ type: Value.Type, _ json: String) throws {
        let value = try Value(json: json)
        let encoded = try JSONEncoder().encode(value)
        #expect(try Value(json: [UInt8](encoded)) == value, "encoded as \(String(decoding: encoded, as: UTF8.self))")
        #expect(try JSONDecoder().decode(Value.self, from: Data(json.utf8)) == value)
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
        try check([DateTimeText].self, #"["2026-01-31T09:30:00Z"]"#)
    }

    @Test func `a missing property and a wrong type are errors of the decoder`() {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Voice.self, from: Data(#"{"id":"a"}"#.utf8)) }
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Voice.self, from: Data(#"{"id":1,"provider":"p"}"#.utf8)) }
    }
}
