import Testing
import TypewrightSource
import TypewrightSpec
import TypewrightTestSupport
import TypewrightValidation

@Suite struct LintTests {
    @Test func wrongExamplesAndDefaultsAreReportedWhereTheyAre() throws {
        let document = #"""
        {"openapi": "3.1.0", "info": {"title": "", "version": ""},
         "paths": {"/a": {"get": {
           "parameters": [{"name": "q", "in": "query", "schema": {"type": "integer"}, "example": "x"}],
           "responses": {"200": {"description": "", "content": {"application/json": {
             "schema": {"$ref": "#/components/schemas/S"}, "examples": {"good": {"value": {"n": 1}}, "bad": {"value": {"n": 0}}}}}}}}}},
         "components": {"schemas": {"S": {"type": "object", "properties": {
           "n": {"type": "integer", "minimum": 1, "default": 0, "examples": [1, 2.5]}}}}}}
        """#
        let sources = SourceMap()
        let sink = DiagnosticSink()
        let spec = try #require(loadSpec("api.json", files: TestFiles(files: ["api.json": document]), sources: sources, sink: sink))
        lintExamples(spec, into: sink)
        let lines = sink.diagnostics.map { diagnostic in
            let line = diagnostic.range.map { sources.position(of: $0.start, in: $0.file).line } ?? 0
            return "\(line): \(diagnostic.message) [\(diagnostic.code)]"
        }
        #expect(lines == [
            "7: The default does not satisfy its schema: 0 is below the minimum 1. [invalid-default]",
            "7: The example does not satisfy its schema: 2.5 is not an integer. [invalid-example]",
            #"3: The example does not satisfy its schema: "x" is not an integer. [invalid-example]"#,
            "5: The example does not satisfy its schema: /n: 0 is below the minimum 1. [invalid-example]",
        ])
    }

    @Test(arguments: [
        ("integer", #""12""#, "Without quotes it would be."), ("boolean", #""true""#, "Without quotes it would be."),
        ("number", #""1.5""#, "Without quotes it would be."), ("string", "12", "In quotes it would be."),
        ("integer", #""1.5""#, nil), ("boolean", #""yes""#, nil), ("array", #""1,2""#, nil), ("string", "[1]", nil),
    ])
    func aPairOfQuotesTooManyOrTooFew(type: String, example: String, help: String?) throws {
        let document = #"""
        {"openapi": "3.1.0", "info": {"title": "", "version": ""}, "paths": {}, "components": {"schemas": {"S": {
          "type": "object", "properties": {"a": {"type": "array", "items": {"type": "\#(type)"}}}, "example": {"a": [\#(example)]}}}}}
        """#
        let sink = DiagnosticSink()
        let spec = try #require(loadSpec("api.json", files: TestFiles(files: ["api.json": document]), sources: SourceMap(), sink: sink))
        lintExamples(spec, into: sink)
        #expect(sink.diagnostics.map(\.help) == [help])
    }
}
