import Testing
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
}
