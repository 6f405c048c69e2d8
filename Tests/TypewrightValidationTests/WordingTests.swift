import Testing
import TypewrightValidation

/// The whole text of each report.
@Suite struct WordingTests {
    @Test(arguments: [
        (#"{"type":"string"}"#, "2", "2 is not a string"),
        (#"{"type":["integer","null"]}"#, "1.5", "1.5 is not an integer or null"),
        (#"{"type":["array","object","boolean"]}"#, #""x""#, #""x" is not a boolean, an array or an object"#),
        (#"{"type":"null"}"#, "[1]", "[1] is not null"),
        (#"{"enum":["a",1,null]}"#, "{}", #"{} is not one of "a", 1, null"#),
        (#"{"enum":[1,2,3,4,5,6,7,8,9,10]}"#, "0", "0 is not one of 1, 2, 3, 4, 5, 6, 7, 8, 9, 10"),
        (#"{"const":{"a":[1]}}"#, "1", #"1 is not {"a":[1]}"#),
        (#"{"maximum":1.5}"#, "2.0", "2.0 is above the maximum 1.5"),
        (#"{"minimum":1}"#, "-1e2", "-1e2 is below the minimum 1"),
        (#"{"exclusiveMinimum":1}"#, "1.0", "1.0 is not above 1"),
        (#"{"exclusiveMaximum":1}"#, "1", "1 is not below 1"),
        (#"{"multipleOf":0.01}"#, "0.075", "0.075 is not a multiple of 0.01"),
        (#"{"minLength":2}"#, #""é""#, #""é" is shorter than 2 characters"#),
        (#"{"maxLength":2}"#, #""a\nb""#, #""a\nb" is longer than 2 characters"#),
        (#"{"pattern":"^a+$"}"#, #""b""#, #""b" does not match the pattern ^a+$"#),
        (#"{"minItems":2}"#, "[1]", "has 1 item, fewer than the minimum 2"),
        (#"{"maxItems":1}"#, "[1,2]", "has 2 items, more than the maximum 1"),
        (#"{"uniqueItems":true}"#, #"[1,{"a":1,"b":2},1.0]"#, "the items at 0 and 2 are equal"),
        (#"{"contains":{"type":"string"}}"#, "[1]", "contains 0 matching items, fewer than the minimum 1"),
        (#"{"contains":{"type":"string"},"maxContains":1}"#, #"["a","b"]"#, "contains 2 matching items, more than the maximum 1"),
        (#"{"minProperties":1}"#, "{}", "has 0 properties, fewer than the minimum 1"),
        (#"{"maxProperties":0}"#, #"{"a":1}"#, "has 1 property, more than the maximum 0"),
        (#"{"required":["id"]}"#, "{}", #"the required property "id" is missing"#),
        (#"{"dependentRequired":{"street":["zip"]}}"#, #"{"street":1}"#, #"the property "zip" is missing, which "street" requires"#),
        (#"{"additionalProperties":false}"#, #"{"a/b":1}"#, "/a~1b: the property is not allowed"),
        (#"{"prefixItems":[{}],"items":false}"#, "[1,2]", "/1: the item is not allowed"),
        (#"{"propertyNames":{"maxLength":1}}"#, #"{"ab":1}"#, #""ab" is longer than 1 character"#),
        (#"{"anyOf":[{"type":"string"},{"type":"boolean"}]}"#, "1", "1 matches none of the 2 alternatives"),
        // What may also be null is a choice for nothing but null.
        (#"{"anyOf":[{"type":"string"},{"type":"null"}]}"#, "1", "1 is not a string or null"),
        (#"{"oneOf":[{"const":null},{"type":["object","array"],"properties":{"a":{"type":"string"}}}]}"#, #"{"a":1}"#, "/a: 1 is not a string"),
        (##"{"anyOf":[{"$ref":"#/$defs/a"},{"$ref":"#/$defs/n"}],"$defs":{"a":{"type":"string"},"n":{"type":"null"}}}"##, "1", "1 is not a string"),
        (#"{"oneOf":[{"type":["string","null"]},{"type":"null"}]}"#, "null", "null matches the alternatives 1 and 2, but only one is allowed"),
        (#"{"oneOf":[{"type":["string","null"]},{"type":"null"}]}"#, "1", "1 is not a string or null"),
        (#"{"oneOf":[{"type":"string"},{"minLength":0},{"type":"string"}]}"#, #""a""#, #""a" matches the alternatives 1 and 2, but only one is allowed"#),
        // A choice of nothing but values is a list of them.
        (#"{"oneOf":[{"const":"a","description":"A"},{"type":"string","enum":["b","c"]}]}"#, #""d""#, #""d" is not one of "a", "b", "c""#),
        (#"{"anyOf":[{"const":1},{"type":"null"},{"const":"2"}]}"#, "2", #"2 is not one of 1, "2", null"#),
        (#"{"type":"integer","oneOf":[{"const":1},{"const":2}]}"#, "1.5", "1.5 is not an integer"),
        (#"{"oneOf":[{"const":"a"},{"const":"a"}]}"#, #""a""#, #""a" matches the alternatives 1 and 2, but only one is allowed"#),
        (#"{"anyOf":[{"const":"a"},{"enum":[null],"type":"string"}]}"#, "null", "null matches none of the 2 alternatives"),
        (#"{"oneOf":[{"const":"a"},{"const":2.5}]}"#, "1", "1 matches none of the 2 alternatives"),
        (#"{"oneOf":[{"const":"a"},{"const":"b"}],"not":{"const":"b"}}"#, #""b""#, #""b" is what must not be"#),
        (#"{"not":{"type":"string"}}"#, #""a""#, #""a" is what must not be"#),
        ("false", "1", "1 is not allowed"),
    ])
    func reports(schema: String, instance: String, expected: String) throws {
        #expect(try TestSchema(schema).violations(instance) == [expected])
    }

    @Test func formats() throws {
        var options = ValidationOptions()
        options.formats = .asserted
        #expect(try TestSchema(#"{"format":"date-time"}"#).violations(#""x""#, options: options) == [#""x" is not a valid date-time"#])
        #expect(try TestSchema(#"{"format":"date-time"}"#).violations(#""x""#) == [])
    }

    @Test func longEnumerationsAreCut() throws {
        let values = (1...13).map(String.init).joined(separator: ",")
        #expect(try TestSchema("{\"enum\":[\(values)]}").violations("0") == ["0 is not one of 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 3 others"])
    }

    @Test func longValuesAreCut() throws {
        let long = "\"" + String(repeating: "é", count: 80) + "\""
        let shown = "\"" + String(repeating: "é", count: 59) + "…"
        #expect(try TestSchema(#"{"type":"null"}"#).violations(long) == [shown + " is not null"])
    }
}
