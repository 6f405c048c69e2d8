import Foundation
import Testing
import TypewrightGenerator
import TypewrightRuntime
import TypewrightSource
import TypewrightSpec
import TypewrightTestSupport

/// A little of everything through generated and compiled code, in every test run. The whole suite takes
/// minutes: `Tests/SuiteTests/run`.
struct SampleTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Sample")

    @Test func theCommittedCodeIsWhatIsGenerated() throws {
        let text = try String(contentsOf: Self.folder.appendingPathComponent("schema.json"), encoding: .utf8)
        var options = GeneratorOptions()
        options.emission.access = .internal
        options.emission.emitsClient = false
        let generation = try #require(generate(
            ["schema.json"], files: TestFiles(files: ["schema.json": text]), options: options, sources: SourceMap(), into: DiagnosticSink()))
        #expect(!generation.files.isEmpty)
        for file in generation.files {
            let url = Self.folder.appendingPathComponent("Generated").appendingPathComponent(file.path)
            let contents = String(decoding: file.contents, as: UTF8.self)
            if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil { try contents.write(to: url, atomically: true, encoding: .utf8) }
            #expect(try String(contentsOf: url, encoding: .utf8) == contents)
        }
        #expect(ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == nil, "The sample was rewritten.")
    }

    @Test(arguments: [
        #"{"id": "AB-1", "lines": [{"sku": "a"}]}"#,
        #"{"id": "AB-1", "lines": [{"sku": "a", "gift": true}, {"sku": "b"}], "x-note": "n"}"#,
        #"{"id": "AB-1", "lines": [{"sku": "a"}], "total": 12.34, "shipping": {"kind": "parcel", "weight": 1}}"#,
        #"{"id": "AB-1", "lines": [{"sku": "a"}], "shipping": {"shop": "s", "kind": "pickup"}}"#,
        #"{"id": "AB-1", "lines": [{"sku": "a"}], "tree": [[null, null], [null, [null, null]]]}"#,
    ])
    func valid(json: String) throws {
        try Order.validate(json: json)
    }

    @Test(arguments: [
        (#"{"id": "A-1", "lines": []}"#, ["/id pattern", "/lines minItems"]),
        (#"{"lines": [{}], "id": 1}"#, ["/lines/0 required", "/id type"]),
        (#"{"id": "AB-1", "lines": [{"sku": "abcde", "count": 0, "gift": false}]}"#, [
            "/lines/0/sku maxLength", "/lines/0/count minimum", "/lines/0/gift const",
        ]),
        (#"{"id": "AB-1", "lines": [{"sku": "a", "gift": true}, {"sku": "b", "gift": true}]}"#, ["/lines maxContains"]),
        (#"{"id": "AB-1", "lines": [{"sku": "a"}], "total": 0.001}"#, [" dependentRequired", "/total multipleOf"]),
        (#"{"id": "AB-1", "lines": [{"sku": "a"}], "x-note": 1, "other": 1}"#, ["/x-note type", "/other additionalProperties"]),
        (#"{"id": "AB-1", "lines": [{"sku": "a"}], "shipping": {"kind": "parcel", "shop": "s"}}"#, [
            "/shipping oneOf", "/shipping/shop unevaluatedProperties",
        ]),
        (#"{"id": "AB-1", "lines": [{"sku": "a"}], "shipping": {"kind": "pickup", "shop": "s", "weight": 1}}"#, [
            "/shipping not", "/shipping/weight unevaluatedProperties",
        ]),
        (#"{"id": "AB-1", "lines": [{"sku": "a"}], "tree": [[null], null]}"#, ["/tree anyOf"]),
    ])
    func invalid(json: String, told: [String]) throws {
        let error = try #require(throws: ValidationError.self) { try Order.validate(json: json) }
        #expect(error.violations.map { "\($0.pointer) \($0.keyword)" } == told)
    }
}
