import Testing
import TypewrightModel
import TypewrightSource
import TypewrightSpec
import TypewrightTestSupport

@testable import TypewrightLowering

/// What is known only of all checks together.
@Suite struct CheckTests {
    private func checks(_ text: String) throws -> (table: CheckTable, spec: Spec) {
        let sink = DiagnosticSink()
        let spec = try #require(loadSpec("a.json", files: TestFiles(files: ["a.json": text]), sources: SourceMap(), sink: sink))
        return (lower(spec, options: LoweringOptions(), into: sink).checks, spec)
    }

    /// `required` in one branch, `readOnly` in another.
    @Test func oneWayPropertiesAreFoundAcrossBranches() throws {
        let (table, _) = try checks(##"""
            {"openapi":"3.0.3","info":{},"paths":{},"components":{"schemas":{
              "S":{"allOf":[{"$ref":"#/components/schemas/U"},{"required":["id","secret","name"]}]},
              "U":{"properties":{"id":{"readOnly":true},"name":{},"secret":{"allOf":[{"type":"string"}],"writeOnly":true}}}}}}
            """##)
        let required = table.checks.compactMap(\.object).flatMap(\.required)
        #expect(required == [
            .init(name: "id", direction: .responseOnly), .init(name: "secret", direction: .requestOnly), .init(name: "name"),
        ])
    }

    @Test func circlesWithinOneValueAreRemembered() throws {
        let (table, _) = try checks(##"{"$ref":"#/$defs/a","$defs":{"a":{"anyOf":[{"$ref":"#/$defs/b"},{"type":"null"}]},"b":{"allOf":[{"$ref":"#/$defs/a"}],"maxLength":3}}}"##)
        #expect(table.checks.contains { $0.isRemembered })
    }

    /// No circle, but each speaks twice of the next: 2^40 looks at one value, if nobody remembered.
    @Test func repetitionIsBounded() throws {
        let rows = (0..<40).map { ##""r\##($0)":{"allOf":[{"$ref":"#/$defs/r\##($0 + 1)"},{"$ref":"#/$defs/r\##($0 + 1)"}],"minimum":\##($0)}"## }
        let (table, _) = try checks(##"{"$ref":"#/$defs/r0","$defs":{\##(rows.joined(separator: ",")),"r40":{"type":"integer"}}}"##)
        #expect(table.checks.filter(\.isRemembered).count > 5)
        let plain = try checks(##"{"allOf":[{"$ref":"#/$defs/a"},{"$ref":"#/$defs/a"}],"$defs":{"a":{"type":"integer"}}}"##).table
        #expect(!plain.checks.contains { $0.isRemembered })
    }
}
