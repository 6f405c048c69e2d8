import Testing
import TypewrightSpec

/// What versions and drafts spell differently comes out the same.
@Suite struct VersionTests {
    /// The one component of an OpenAPI document of that version.
    static func schema(_ text: String, version: String) throws -> (Schema, Loaded) {
        let loaded = Loaded(#"{"openapi":"\#(version)","info":{"title":"","version":""},"paths":{},"components":{"schemas":{"S":\#(text)}}}"#)
        let spec = try #require(loaded.spec)
        return (spec[spec.namedSchemas[0].schema], loaded)
    }

    static func schema(_ text: String, draft: Dialect.Draft) throws -> (Schema, Loaded) {
        var options = LoadOptions()
        options.defaultDraft = draft
        let loaded = Loaded(text, options: options)
        let spec = try #require(loaded.spec)
        return (spec[spec.namedSchemas[0].schema], loaded)
    }

    @Test func nullableAddsNull() throws {
        let (schema, loaded) = try VersionTests.schema(#"{"type":"string","nullable":true,"enum":["a"]}"#, version: "3.0.3")
        #expect(schema.types == [.string, .null])
        #expect(schema.isNullable)
        #expect(loaded.codes == [])
    }

    @Test func nullableBesideAReferenceCounts() throws {
        let (schema, _) = try VersionTests.schema(##"{"$ref":"#/components/schemas/S/x-other","x-other":{"type":"string"},"nullable":true,"description":"d","minLength":3}"##, version: "3.0.3")
        #expect(schema.isNullable)
        #expect(schema.annotations?.description == "d")
        #expect(schema.string == nil, "A rule beside a reference has no meaning in 3.0.")
    }

    @Test func nullableIn31IsUnderstoodAndReported() throws {
        let (schema, loaded) = try VersionTests.schema(#"{"type":"string","nullable":true}"#, version: "3.1.0")
        #expect(schema.types == [.string, .null])
        #expect(loaded.codes == ["keyword-of-other-version"])
    }

    @Test func siblingsOfAReferenceCountIn31() throws {
        let (schema, _) = try VersionTests.schema(##"{"$ref":"#/components/schemas/S/$defs/a","$defs":{"a":{}},"minLength":3}"##, version: "3.1.0")
        #expect(schema.string?.minLength == 3)
        #expect(schema.reference?.target != nil)
    }

    @Test(arguments: ["3.0.3", "3.1.0"])
    func exclusiveBoundsComeInBothSpellings(version: String) throws {
        let (flag, first) = try VersionTests.schema(#"{"type":"number","minimum":1,"exclusiveMinimum":true,"maximum":2,"exclusiveMaximum":false}"#, version: version)
        #expect(flag.numeric?.minimum == nil)
        #expect(flag.numeric?.exclusiveMinimum?.number.text == "1")
        #expect(flag.numeric?.maximum?.number.text == "2")
        let (number, second) = try VersionTests.schema(#"{"type":"number","exclusiveMinimum":1.50}"#, version: version)
        #expect(number.numeric?.exclusiveMinimum?.number.text == "1.50")
        #expect(first.codes.contains("other-spelling") == (version == "3.1.0"))
        #expect(second.codes.contains("other-spelling") == (version == "3.0.3"))
    }

    @Test(arguments: [Dialect.Draft.draft4, .draft7, .draft2019])
    func tuplesOfOldDraftsAreePrefixes(draft: Dialect.Draft) throws {
        let (schema, _) = try VersionTests.schema(#"{"items":[{"type":"string"},{}],"additionalItems":false}"#, draft: draft)
        #expect(schema.array?.prefixItems.count == 2)
        #expect(schema.array?.items != nil)
    }

    @Test func additionalItemsNeedATuple() throws {
        let (schema, _) = try VersionTests.schema(#"{"items":{},"additionalItems":false}"#, draft: .draft7)
        #expect(schema.array?.prefixItems.isEmpty == true)
        let (later, _) = try VersionTests.schema(#"{"type":"array","additionalItems":false}"#, draft: .draft2020)
        #expect(later.array == nil)
    }

    @Test func dependenciesSplit() throws {
        let (schema, _) = try VersionTests.schema(#"{"dependencies":{"a":["b","c"],"d":{"minProperties":2}}}"#, draft: .draft7)
        #expect(schema.object?.dependentRequired.map(\.name) == ["a"])
        #expect(schema.object?.dependentRequired.first?.required == ["b", "c"])
        #expect(schema.object?.dependentSchemas.map(\.name) == ["d"])
    }

    @Test func draftsIgnoreWhatCameLater() throws {
        let (schema, _) = try VersionTests.schema(#"{"type":"object","const":1,"if":{},"dependentRequired":{"a":["b"]}}"#, draft: .draft4)
        #expect(schema.constant == nil)
        #expect(schema.applicators == nil)
        #expect(schema.object == nil)
    }

    @Test func exampleComesBeforeExamples() throws {
        let (schema, _) = try VersionTests.schema(#"{"examples":["b","c"],"example":"a"}"#, version: "3.1.0")
        #expect(schema.annotations?.examples.map(\.string) == ["a", "b", "c"])
    }

    @Test func typeSlipsAreUnderstood() throws {
        let (int, report) = try VersionTests.schema(#"{"type":"int"}"#, version: "3.0.3")
        #expect(int.types == .integer)
        #expect(report.codes == ["unknown-type"])
        let (nonsense, other) = try VersionTests.schema(#"{"type":"strng"}"#, version: "3.0.3")
        #expect(nonsense.types == nil)
        #expect(other.diagnostics.first?.help == "Did you mean \"string\"?")
    }

    @Test func schemasKnowWhereTheyStand() throws {
        let (schema, loaded) = try VersionTests.schema(#"{"properties":{"a/b":{"items":{"oneOf":[{},{"type":"null"}]}}}}"#, version: "3.1.0")
        let spec = try #require(loaded.spec)
        #expect(schema.location == "#/components/schemas/S")
        let last = try #require(spec.schema(at: "#/components/schemas/S/properties/a~1b/items/oneOf/1"))
        #expect(spec[last].types == .null)
        #expect(spec[last].place.pointer == "/components/schemas/S/properties/a~1b/items/oneOf/1")
    }
}
