import Testing
import TypewrightModel
import TypewrightSource
import TypewrightSpec
import TypewrightTestSupport

@testable import TypewrightLowering

/// What becomes of `oneOf` and `anyOf`.
@Suite struct ChoiceTests {
    private func shape(of schema: String) throws -> TypeShape {
        let text = "{\"title\": \"Choice\", \"$schema\": \"https://json-schema.org/draft/2020-12/schema\", " + schema.dropFirst()
        let files = TestFiles(files: ["a.json": text])
        let spec = try #require(loadSpec("a.json", files: files, sources: SourceMap(), sink: DiagnosticSink()))
        let api = lower(spec, options: LoweringOptions(), into: DiagnosticSink())
        return try #require(api.types.first { $0.naming == .named("Choice") }).shape
    }

    private func list(_ count: Int, _ item: (Int) -> String) -> String { (0..<count).map(item).joined(separator: ", ") }

    @Test func thousandsOfBranchesAreAllThere() throws {
        let shape = try shape(of: "{\"oneOf\": [\(list(1_200) { "{\"title\": \"T\($0)\", \"type\": \"object\", \"properties\": {\"a\($0)\": {}}}" })]}")
        guard case .union(let union) = shape else { return #expect(Bool(false), "\(shape)") }
        #expect(union.branches.count == 1_200)
    }

    @Test func thousandsOfValuesAreAllThere() throws {
        let shape = try shape(of: "{\"anyOf\": [\(list(1_200) { "{\"const\": \"v\($0)\"}" })]}")
        guard case .enumeration(let values) = shape else { return #expect(Bool(false), "\(shape)") }
        #expect(values.values.map(\.literal) == (0..<1_200).map { .string("v\($0)") })
    }

    /// A choice of its own branches is looked into once.
    @Test(arguments: [
        ##"{"anyOf": [{"anyOf": [{"const": "a"}, {"anyOf": [{"const": "b"}]}]}, {"const": "c"}]}"##,
        ##"{"anyOf": [{"const": "a"}, {"const": "b"}, {"const": "c"}, {"const": "a"}]}"##,
        ##"{"oneOf": [{"enum": ["a", "b"]}, {"type": "string", "const": "c", "deprecated": true}], "type": "string"}"##,
    ])
    func valuesOfOneKindAreAnEnumeration(schema: String) throws {
        guard case .enumeration(let values) = try shape(of: schema) else { return #expect(Bool(false), "\(schema)") }
        #expect(values.values.map(\.literal) == [.string("a"), .string("b"), .string("c")])
        #expect(values.base == .string)
    }

    @Test(arguments: [
        // Of two kinds.
        (#"{"anyOf": [{"const": "a"}, {"const": 1}, {"const": "b"}]}"#, ["string choice", "number choice"]),
        // A name makes a type of it.
        (#"{"anyOf": [{"title": "Colour", "enum": ["red", "green"]}, {"enum": ["small", "large"]}]}"#, ["Colour", "choice"]),
        (#"{"anyOf": [{"const": "auto"}, {"type": "object", "properties": {"a": {"type": "string"}}}]}"#, ["auto", "object"]),
        (#"{"anyOf": [{"type": "array", "items": {"enum": ["a"]}}, {"type": "object", "properties": {"kind": {"const": "b"}}}]}"#, ["item array", "b"]),
    ])
    func branchesAreCalledAfterWhatIsKnownOfThem(schema: String, names: [String]) throws {
        guard case .union(let union) = try shape(of: schema) else { return #expect(Bool(false), "\(schema)") }
        #expect(union.branches.map { $0.nameHints.first } == names)
    }
}
