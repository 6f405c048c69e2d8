import Testing
import TypewrightTestSupport

/// `anyOf: [X, {type: null}]` is no choice for a value that is not null: X tells by itself what is wrong. For each kind of X
/// beside each way to say null, wherever such a schema may stand, generated validators tell what the interpreter tells.
@Suite(.enabled(if: JSONSchemaSuite.isAsked, "skipped: Tests/SuiteTests/run asks for it"))
struct GeneratedOrNullTests {
    private static let nulls = [#"{"type":"null"}"#, #"{"const":null}"#, #"{"enum":[null]}"#, ##"{"$ref":"#/$defs/nothing"}"##]

    private static let others = [
        #"{"type":"string"}"#, #"{"type":"string","enum":["x","ab"]}"#, #"{"type":["integer","string"],"maxLength":1,"minimum":2}"#,
        #"{"type":["string","null"],"maxLength":1}"#, #"{"type":"number","multipleOf":2}"#, #"{"type":"boolean"}"#, #"{"type":"null"}"#,
        ##"{"$ref":"#/$defs/text"}"##, ##"{"$ref":"#/$defs/alias"}"##, ##"{"$ref":"#/$defs/word"}"##, ##"{"$ref":"#/$defs/deep"}"##,
        ##"{"$ref":"#/$defs/list"}"##, ##"{"$ref":"#/$defs/alias","required":["q"]}"##, "true", "false", "{}",
        #"{"type":"object","properties":{"p":{"type":"integer"}},"additionalProperties":false}"#, #"{"minLength":2}"#,
        #"{"type":"array","items":{"anyOf":[{"type":"string"},{"type":"null"}]}}"#, #"{"contains":{"type":"string"}}"#,
        ##"{"type":"array","items":{"$ref":"#/$defs/deep"},"uniqueItems":true}"##, #"{"not":{"type":"integer"}}"#,
        #"{"prefixItems":[{"type":"integer"}],"items":false}"#, #"{"if":{"type":"object"},"then":{"required":["p"]}}"#,
        ##"{"allOf":[{"$ref":"#/$defs/object"},{"properties":{"q":{"type":"string"}}}]}"##, #"{"allOf":[{"type":"string"}]}"#,
        ##"{"anyOf":[{"$ref":"#/$defs/object"},{"type":"string"}]}"##, #"{"oneOf":[{"type":"string"},{"type":"null"}]}"#,
        #"{"const":"ab"}"#, #"{"enum":[1,"ab",{"p":1}]}"#,
    ]

    private static let definitions = ##"""
        "$defs": {
            "nothing": {"type": "null"}, "text": {"type": "string", "minLength": 2}, "word": {"enum": ["x", "y", null]},
            "object": {"type": "object", "required": ["p"], "properties": {"p": {"type": "integer"}, "q": {"enum": ["x", "y"]}}},
            "alias": {"$ref": "#/$defs/object"}, "deep": {"anyOf": [{"$ref": "#/$defs/alias"}, {"$ref": "#/$defs/nothing"}]},
            "list": {"type": "object", "required": ["v"], "properties": {
                "next": {"oneOf": [{"type": "null"}, {"$ref": "#/$defs/list"}]},
                "v": {"anyOf": [{"type": ["integer", "string"], "minimum": 3}, {"const": null}]}}}
        }
        """##

    private static let values = [
        "null", "1", #""a""#, #""ab""#, "true", "[]", #"[1,"x"]"#, "{}", #"{"p":1}"#, #"{"p":"s","q":"z"}"#, #"{"p":2.5,"q":"x"}"#,
        #"{"v":2}"#, #"{"v":3,"next":{"v":"a","next":null}}"#, #"{"v":5,"next":{"v":[1],"next":{"v":null}}}"#, #"["x",null]"#,
        "[null,null]", #"[{"p":1},null,{"p":"a"}]"#,
    ]

    /// Where the choice stands, and what the values are then.
    private static let places: [(schema: @Sendable (String) -> String, value: @Sendable (String) -> String)] = [
        ({ $0 }, { $0 }),
        ({ #"{"properties":{"a":\#($0),"b":\#($0)},"unevaluatedProperties":false}"# }, { #"{"a":\#($0),"b":\#($0)}"# }),
        ({ #"{"allOf":[\#($0)],"unevaluatedProperties":{"type":"integer"},"unevaluatedItems":{"type":"null"}}"# }, { $0 }),
        ({ #"{"anyOf":[{"type":"array","items":\#($0)},{"type":"object","additionalProperties":\#($0)}]}"# }, { "[\($0)]" }),
        ({ #"{"type":["string","object","null"],"allOf":[\#($0)]}"# }, { $0 }),
    ]

    @Test func bothAgree() throws {
        var schemas: [SuiteSchema] = []
        var values: [Differences.Question] = []
        for (index, other) in Self.others.enumerated() {
            for keyword in ["anyOf", "oneOf"] {
                let branches = [other, Self.nulls[index % Self.nulls.count]]
                let choice = #"{"\#(keyword)":[\#((index % 3 == 0 ? branches.reversed() : branches).joined(separator: ","))]}"#
                for place in Self.places {
                    let schema = place.schema(choice).dropLast() + ", " + Self.definitions + "}"
                    values += Self.values.map { Differences.Question(schema: schemas.count, json: place.value($0)) }
                    schemas.append(SuiteSchema(text: String(schema), draft: .draft2020, assertsFormats: false))
                }
            }
        }
        let types = try GeneratedTypes(schemas, in: "typewright-or-null")
        #expect(try types.program.compile() == "")
        var random = Differences.generator()
        let questions = values + Differences.mutations(of: values, &random)
        let (asked, differences) = try Differences.found(questions, in: schemas, types) { "schema \($0)" }
        #expect(asked == questions.count)
        #expect(asked > 20_000)
        #expect(differences.count == 0, "\(differences.prefix(20).joined(separator: "\n"))")
    }
}
