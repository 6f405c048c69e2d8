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
        (#"{"id": "AB-1", "lines": [{"sku": "a"}], "tree": [[null], null]}"#, ["/tree/0 minItems"]),
        (#"{"id": "AB-1", "lines": [{"sku": "a"}], "different": {"in": ["bad", 1, [1.0, 10e-1], {"a": 1, "b": 2}, {"b": 2, "a": 1}]}}"#, [
            "/different/in uniqueItems", "/different/in/0 not", "/different/in/2 uniqueItems",
        ]),
        // As the draft of the schema spells the keywords.
        (#"{"id": "AB-1", "lines": [{"sku": "a"}], "old": {"list": ["a", "b", "c"], "never": 1}}"#, [
            "/old dependencies", "/old dependencies", "/old/list/1 items", "/old/list/2 additionalItems",
        ]),
    ])
    func invalid(json: String, told: [String]) throws {
        let error = try #require(throws: ValidationError.self) { try Order.validate(json: json) }
        #expect(error.violations.map { "\($0.pointer) \($0.keyword)" } == told)
    }

    // MARK: What makes validators slow, or turn in circles

    private func nested(_ depth: Int, _ core: String) -> String {
        String(repeating: #"{"in": "#, count: depth) + core + String(repeating: "}", count: depth)
    }

    /// Each level is tried in two ways, each of which tries the next in two ways: 2^500 without a memory.
    @Test func depthCostsNoMoreThanItIsLong() throws {
        var options = ValidationOptions()
        options.maximumDepth = 512
        let short = try threadTime { try Nest.validate(json: nested(50, "{}"), options: options) }
        let long = try threadTime { try Nest.validate(json: nested(500, "{}"), options: options) }
        #expect(long < short * 200 + .seconds(1))
        let error = try #require(throws: ValidationError.self) { try Nest.validate(json: nested(500, #"{"x": 1}"#), options: options) }
        #expect(error.violations.map(\.keyword) == ["anyOf", "unevaluatedProperties"])
    }

    @Test(arguments: [1_000, 100_000])
    func deeperThanTheLimitIsAnError(depth: Int) throws {
        for limit in [128, 1_000_000] {
            var options = ValidationOptions()
            options.maximumDepth = limit
            let error = try #require(throws: ValidationError.self) { try Nest.validate(json: nested(depth, "{}"), options: options) }
            #expect(error.violations.map(\.keyword) == ["json"])
        }
    }

    /// `around` applies `back` to the same value, and `back` applies `around`.
    @Test func circlesWithinOneValueComeToAnEnd() throws {
        for json in ["null", #""abc""#] { try AroundSchema.validate(json: json) }
        for json in ["1", #""abcd""#] { #expect(throws: ValidationError.self) { try AroundSchema.validate(json: json) } }
    }

    /// Arrays that hold different items within each other, and values that are none of some, each looked
    /// at on every level: two thousand million bytes, if each level read all that is in it.
    @Test func lookingBackCostsNoMoreThanTheTextIsLong() throws {
        var options = ValidationOptions()
        options.maximumDepth = 512
        let text = "\"" + String(repeating: "x", count: 200_000) + "\""
        func nested(_ depth: Int) -> String {
            String(repeating: #"[1, {"in": "#, count: depth) + text + String(repeating: "}]", count: depth)
        }
        let short = try threadTime { try DifferentSchema.validate(json: nested(10), options: options) }
        let long = try threadTime { try DifferentSchema.validate(json: nested(240), options: options) }
        #expect(long < short * 20 + .seconds(1))
    }

    /// A union that is its own branch reads a value once, and keeps it.
    @Test(arguments: [#"null"#, #""abc""#, "1", #"{"in":{"in":7}}"#, "[1]", "1.5"])
    func unionsOfThemselvesEnd(json: String) throws {
        #expect(try Loop(json: json).jsonString() == json)
        #expect(try Pool(json: json).jsonString() == json)
    }

    @Test func patternsEndInTimeOrSayThatTheyDoNot() throws {
        let bad = try #require(throws: ValidationError.self) {
            try CodeSchema.validate(json: "\"" + String(repeating: "b", count: 10_000) + "c\"")
        }
        #expect(bad.violations.map(\.keyword) == ["pattern"])
        let undecided = try #require(throws: ValidationError.self) {
            try CodeSchema.validate(json: "\"" + String(repeating: "a", count: 20_001) + "\"")
        }
        #expect(undecided.description == #"it takes too long to match the pattern ^(a+)\1$|^(b+)+$"#)
    }

    @Test func whatIsMissingInAListMayBeASlip() throws {
        let error = try #require(throws: ValidationError.self) {
            try DifferentSchema.validate(json: #"{"kind": "c"}"#)
        }
        #expect(error.description == """
            /kind: "c" matches none of the 2 alternatives
                the closest alternative: /kind: "c" is not one of "a", "b"
            """)
    }

    @Test func anErrorNamesTheClosestAlternative() throws {
        let error = try #require(throws: ValidationError.self) {
            try Order.validate(json: #"{"id": "AB-1", "lines": [{"sku": "a"}], "shipping": {"kind": "parcel", "heavy": true}}"#)
        }
        #expect(error.description == """
            /shipping: {"kind":"parcel","heavy":true} matches none of the 2 alternatives
                the closest alternative: /shipping: the required property "weight" is missing
            /shipping/heavy: the property is not allowed
            """)
    }
}
