import Testing
import TypewrightReader
import TypewrightSource
import TypewrightSpec
import TypewrightTestSupport
import TypewrightValidation

/// Deep instances, and schemas that try everything in every way.
@Suite struct LimitTests {
    static func nested(_ depth: Int, around core: String = "0") -> String {
        String(repeating: "[", count: depth) + core + String(repeating: "]", count: depth)
    }

    @Test func theDeepestReadableInstanceIsValidated() throws {
        let schema = try TestSchema(##"{"anyOf":[{"type":"array","items":{"$ref":"#"}},{"type":"integer"}]}"##)
        #expect(try schema.isValid(LimitTests.nested(500)))
        #expect(try !schema.isValid(LimitTests.nested(500, around: "\"\"")))
    }

    /// Each level is tried in two ways, each of which tries the next level in two ways: 2^300 without a memory.
    @Test(arguments: [
        ##"{"anyOf":[{"items":{"$ref":"#"},"minItems":9},{"items":{"$ref":"#"}}]}"##,
        ##"{"allOf":[{"items":{"$ref":"#"}},{"items":{"$ref":"#"}}]}"##,
        ##"{"oneOf":[{"items":{"$ref":"#"},"maxItems":0},{"items":{"$ref":"#"}}],"unevaluatedItems":false}"##,
    ])
    func timeIsNotExponentialInTheDepth(text: String) throws {
        let schema = try TestSchema(text)
        let time = try threadTime { _ = try schema.violations(LimitTests.nested(300)) }
        #expect(time < .seconds(5))
    }

    @Test func schemasThatContainThemselvesComeToAnEnd() throws {
        let schema = try TestSchema(##"{"$defs":{"b":{"oneOf":[{"$ref":"#/$defs/c"},{"$ref":"#/$defs/d"}]},"c":{"allOf":[{"$ref":"#/$defs/b"},{"required":["c"]}]},"d":{"allOf":[{"$ref":"#/$defs/b"},{"required":["d"]}]}},"$ref":"#/$defs/b"}"##)
        #expect(try schema.isValid(#"{"c":1}"#))
        #expect(try schema.isValid(#"{"d":1}"#))
        #expect(try !schema.isValid("{}"))
        #expect(try !schema.isValid(#"{"c":1,"d":1}"#))
    }

    @Test func depthBeyondTheLimitIsReported() throws {
        let schema = try TestSchema(##"{"items":{"$ref":"#"}}"##)
        var options = ValidationOptions()
        options.maximumDepth = 20
        #expect(try schema.violations(LimitTests.nested(40), options: options).map { $0.hasSuffix("the value is nested too deeply to be checked") } == [true])
    }

    @Test func manyEqualLookingItemsAreComparedQuickly() throws {
        let schema = try TestSchema(#"{"uniqueItems":true}"#)
        let items = (0..<20_000).map { "{\"a\":\($0)}" }.joined(separator: ",")
        var isValid = false
        let time = try threadTime { isValid = try schema.isValid("[\(items)]") }
        #expect(isValid)
        #expect(time < .seconds(5))
    }
}
