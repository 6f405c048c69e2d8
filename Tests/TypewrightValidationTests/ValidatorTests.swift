import Testing
import TypewrightReader
import TypewrightSource
import TypewrightSpec
import TypewrightTestSupport
import TypewrightValidation

@Suite struct ValidatorTests {
    @Test func violationsKnowWhereTheyAre() throws {
        let schema = try TestSchema(#"{"properties":{"voice":{"properties":{"speed":{"maximum":1.5}}}}}"#)
        let text = #"{"voice": {"speed": 2.0}}"#
        let node = try schema.read(text)
        let violation = try #require(Validator(schema.spec).validate(node, against: schema.spec.namedSchemas[0].schema).first)
        #expect(violation.pointer == "/voice/speed")
        #expect(violation.keyword == "maximum")
        #expect(violation.schemaLocation == "#/properties/voice/properties/speed/maximum")
        #expect(violation.description == "/voice/speed: 2.0 is above the maximum 1.5")
        let bytes = Array(text.utf8)[Int(violation.range.start)..<Int(violation.range.end)]
        #expect(String(decoding: bytes, as: UTF8.self) == "2.0")
    }

    @Test func allViolationsComeInTheOrderOfTheText() throws {
        let schema = try TestSchema(#"{"required":["z"],"properties":{"a":{"type":"string"},"b":{"type":"string"}},"allOf":[{"properties":{"b":{"minimum":9}}}]}"#)
        #expect(try schema.violations(#"{"b":1,"a":2}"#) == [
            #"the required property "z" is missing"#, "/b: 1 is not a string", "/b: 1 is below the minimum 9", "/a: 2 is not a string",
        ])
    }

    @Test func theLimitStops() throws {
        let schema = try TestSchema(#"{"items":{"type":"string"}}"#)
        var options = ValidationOptions()
        options.limit = 2
        #expect(try schema.violations("[1,2,3]", options: options) == ["/0: 1 is not a string", "/1: 2 is not a string"])
    }

    @Test func aSchemaReachedTwiceReportsOnce() throws {
        let schema = try TestSchema(##"{"$defs":{"a":{"minimum":2}},"allOf":[{"$ref":"#/$defs/a"},{"$ref":"#/$defs/a"}]}"##)
        #expect(try schema.violations("1") == ["1 is below the minimum 2"])
    }

    @Test func whatATrialFoundIsReportedWhenItIsDemanded() throws {
        let schema = try TestSchema(##"{"$defs":{"a":{"properties":{"x":{"minimum":2}}}},"anyOf":[{"$ref":"#/$defs/a"},true],"allOf":[{"$ref":"#/$defs/a"}]}"##)
        #expect(try schema.violations(#"{"x":1}"#) == ["/x: 1 is below the minimum 2"])
    }

    @Test func directionsExcuseProperties() throws {
        func told(_ text: String, _ direction: ValidationOptions.Direction) throws -> [String] {
            let sources = SourceMap()
            let spec = try #require(loadSpec("a.json", files: TestFiles(files: ["a.json": text]), sources: sources, sink: DiagnosticSink()))
            var options = ValidationOptions()
            options.direction = direction
            let empty = try #require(readDocument(sources.add(path: "i", text: Array("{}".utf8)), limits: ReaderLimits(), into: DiagnosticSink()))
            return Validator(spec, options: options).validate(empty, against: spec.namedSchemas[0].schema).map(\.message)
        }
        let schema = ##"{"required":["id","secret"],"properties":{"id":{"readOnly":true},"secret":{"type":"string","writeOnly":true}}}"##
        let properties = ##"{"properties":{"id":{"readOnly":true},"secret":{"$ref":"#/components/schemas/T"}}}"##
        let spread = ##"{"allOf":[{"$ref":"#/components/schemas/U"},{"required":["id","secret"]}]}"##
        func document(_ schema: String) -> String {
            ##"{"openapi":"3.0.3","info":{},"paths":{},"components":{"schemas":{"S":\##(schema),"T":{"type":"string","writeOnly":true},"U":\##(properties)}}}"##
        }
        for text in [document(schema), document(spread)] {
            #expect(try told(text, .request) == [#"the required property "secret" is missing"#])
            #expect(try told(text, .response) == [#"the required property "id" is missing"#])
            #expect(try told(text, .either) == [])
        }
        // Remarks, to JSON Schema.
        #expect(try told(schema, .request).count == 2)
    }

    @Test(arguments: [
        ("9007199254740993", "9007199254740992", false), ("1.0", "1", true), ("1e400", "10e399", true), ("0.1", "0.10000000000000000001", false),
        ("-0", "0.0", true), ("123456789012345678901234567890", "123456789012345678901234567891", false), ("100", "1E+2", true),
    ])
    func numbersCompareExactly(a: String, b: String, isEqual: Bool) throws {
        #expect(try TestSchema(#"{"const":\#(a)}"#).isValid(b) == isEqual)
        #expect(try TestSchema(#"{"uniqueItems":true}"#).isValid("[\(a),\(b)]") == !isEqual)
        #expect(try TestSchema(#"{"minimum":\#(a),"maximum":\#(a)}"#).isValid(b) == isEqual)
    }

    @Test(arguments: [
        ("12345678901234567890123456789", "12345678901234567890123456789e30", true), ("12345678901234567890123456789", "12345678901234567890123456790", false),
        ("0.0001", "0.0075", true), ("0.0001", "0.00751", false), ("1e-400", "1", true), ("7", "1e1000000000000", false), ("8", "1e1000000000000", true),
        ("0.123456789", "1e308", false),
    ])
    func multiplesAreExact(divisor: String, number: String, isMultiple: Bool) throws {
        #expect(try TestSchema(#"{"multipleOf":\#(divisor)}"#).isValid(number) == isMultiple)
    }

    @Test func namesAreComparedScalarForScalar() throws {
        let schema = try TestSchema("{\"properties\":{\"\\u00e9\":{\"type\":\"string\"}},\"additionalProperties\":false}")
        #expect(try schema.isValid(#"{"\u00e9":"x"}"#))
        #expect(try !schema.isValid(#"{"e\u0301":"x"}"#))
    }

    @Test func nullableMeansNullWhateverElseIsSaid() throws {
        let document = #"{"openapi":"3.0.3","info":{},"paths":{},"components":{"schemas":{"S":{"type":"string","enum":["a"],"nullable":true,"minLength":1}}}}"#
        let sources = SourceMap()
        let spec = try #require(loadSpec("a.json", files: TestFiles(files: ["a.json": document]), sources: sources, sink: DiagnosticSink()))
        let null = try #require(readDocument(sources.add(path: "i", text: Array("null".utf8)), limits: ReaderLimits(), into: DiagnosticSink()))
        #expect(Validator(spec).isValid(null, against: spec.namedSchemas[0].schema))
    }

    @Test(arguments: [
        (#"{"kind":"b","size":"x"}"#, [#"/size: "x" is not an integer"#]),
        (#"{"kind":"a"}"#, [#"the required property "name" is missing"#]),
        ("3", []),
    ])
    func theClosestAlternativeSaysWhatItWants(instance: String, expected: [String]) throws {
        let schema = try TestSchema(#"{"oneOf":[{"type":"object","properties":{"kind":{"const":"a"}},"required":["kind","name"]},{"type":"object","properties":{"kind":{"const":"b"},"size":{"type":"integer"}}}]}"#)
        let violations = try Validator(schema.spec).validate(schema.read(instance), against: schema.spec.namedSchemas[0].schema)
        #expect(violations.map(\.keyword) == ["oneOf"])
        #expect(violations[0].closest.map(\.description) == expected)
    }
}
