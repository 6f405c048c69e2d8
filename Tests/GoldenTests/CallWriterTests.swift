import Foundation
import Testing
import TypewrightGenerator
import TypewrightReader
import TypewrightSource
import TypewrightSpec
import TypewrightTestSupport
import TypewrightWorkbench

/// Requests as calls of the generated client, as the mock's page shows them.
@Suite(.aside) struct CallWriterTests {
    private static let document = """
        openapi: 3.1.0
        info: {title: Zoo, version: "1"}
        components:
          schemas:
            Kind: {type: string, enum: [cat, none]}
            Food: {oneOf: [{type: string}, {type: object, properties: {name: {type: string}}}]}
            Pet:
              type: object
              required: [name, kind]
              properties:
                name: {type: string}
                kind: {$ref: "#/components/schemas/Kind"}
                nick: {type: [string, "null"]}
                born: {type: string, format: date}
                likes: {type: array, items: {$ref: "#/components/schemas/Food"}}
                sizes: {type: object, additionalProperties: {type: number}}
                more: {}
        paths:
          /pets/{id}:
            put:
              operationId: pets.replace
              tags: [pets]
              parameters:
                - {name: id, in: path, required: true, schema: {type: integer}}
                - {name: kinds, in: query, schema: {type: array, items: {$ref: "#/components/schemas/Kind"}}}
                - {name: X-Trace, in: header, required: true, schema: {type: string}}
              requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
              responses: {"204": {description: done}}
        """

    private func call(_ parameters: [(String, String, String)], _ body: String?, mediaType: String = "application/json") throws -> String? {
        let spec = try #require(loadSpec(
            "zoo.yaml", files: TestFiles(files: ["zoo.yaml": Self.document]), sources: SourceMap(), sink: DiagnosticSink()))
        func node(_ text: String) throws -> Node {
            try #require(readJSON(SourceMap().add(path: "value.json", text: Array(text.utf8)), limits: ReaderLimits(), into: DiagnosticSink()))
        }
        return CallWriter(spec, options: GeneratorOptions()).call(
            operation: "#/paths/~1pets~1{id}/put", parameters: try parameters.map { ($0.0, $0.1, try node($0.2)) },
            body: try body.map { (mediaType, try node($0)) })
    }

    private static let needed = [("path", "id", "7"), ("header", "X-Trace", "\"t\"")]

    @Test func writesWhatSomebodyWouldWrite() throws {
        #expect(try call(Self.needed, #"{"kind":"none","name":"\"Tom\" \\(x)","nick":null}"#) == #"""
            try await client.pets.replace(7, xTrace: "t", name: "\"Tom\" \\(x)", kind: .noneValue, nick: .null)
            """#)
        let long = try call(
            Self.needed + [("query", "kinds", #"["cat","none"]"#)],
            #"{"name":"a","kind":"dog","nick":"b","born":"2020-01-01","likes":["fish",{"name":"x"}],"sizes":{"a":1.5},"more":[1]}"#)
        #expect(long == #"""
            try await client.pets.replace(
                7,
                xTrace: "t",
                name: "a",
                kind: .unrecognized("dog"),
                kinds: [.cat, .noneValue],
                nick: "b",
                born: "2020-01-01",
                likes: [Food(json: "\"fish\""), Food(json: "{\"name\":\"x\"}")],
                sizes: ["a": 1.5],
                more: JSONValue(literal: "[1]")
            )
            """#)
    }

    /// What the types rule out is no call: the mock is where such a request can be tried.
    @Test func saysWhereThereIsNoCall() throws {
        let body = #"{"name":"a","kind":"cat"}"#
        #expect(try call(Self.needed, body) != nil)
        #expect(try call([("path", "id", "7")], body) == nil)
        #expect(try call([("path", "id", "\"seven\""), ("header", "X-Trace", "\"t\"")], body) == nil)
        #expect(try call(Self.needed, #"{"name":7,"kind":"cat"}"#) == nil)
        #expect(try call(Self.needed, #"{"kind":"cat"}"#) == nil)
        #expect(try call(Self.needed, #"{"name":"a","kind":"cat","unknown":1}"#) == nil)
        #expect(try call(Self.needed, "[]") == nil)
        #expect(try call(Self.needed, nil) == nil)
        #expect(try call(Self.needed, body, mediaType: "application/xml") == nil)
    }
}
