import Testing
import TypewrightSpec

/// What is wrong with a document is said where it is, and the rest comes out.
@Suite struct FaultTests {
    static func document(schemas: String = "{}", paths: String = "{}", version: String = "3.0.3") -> String {
        #"{"openapi":"\#(version)","info":{"title":"","version":""},"paths":\#(paths),"components":{"schemas":\#(schemas)}}"#
    }

    @Test(arguments: [
        ("[1]", "not-a-document"), (#"{"swagger":"2.0"}"#, "swagger-2"), (#"{"openapi":"2.0"}"#, "swagger-2"),
        (#"{"openapi":"x"}"#, "unknown-version"), (#"{"asyncapi":"2.0"}"#, "not-a-document"), (#"{"foo":1}"#, "not-a-document"),
        (#"{"opnapi":"3.0.0"}"#, "not-a-document"),
    ])
    func whatIsNoDocumentIsRefused(text: String, code: String) {
        let loaded = Loaded(text)
        #expect(loaded.spec == nil)
        #expect(loaded.codes == [code])
    }

    @Test func aNearMissIsPointedOut() {
        #expect(Loaded(#"{"opnapi":"3.0.0"}"#).diagnostics.first?.help == "Did you mean `openapi` by `opnapi`?")
    }

    @Test func danglingReferencesSayWhatWasMeant() {
        let loaded = Loaded(FaultTests.document(schemas: ##"{"Pet":{},"A":{"$ref":"#/components/schemas/Pte"},"B":{"$ref":"Pet"},"C":{"$ref":"#components/schemas/Pet"}}"##))
        #expect(loaded.reports == [
            "api.json:1:110: warning: `#/components/schemas/Pte` leads nowhere: there is no `Pte` in #/components/schemas. Did you mean `#/components/schemas/Pet`? [dangling-reference]",
            "api.json:1:150: warning: `Pet` leads to no file. Did you mean `#/components/schemas/Pet`? [dangling-reference]",
            "api.json:1:169: warning: `#components/schemas/Pet` leads nowhere: there is no anchor `components/schemas/Pet`. Did you mean `#/components/schemas/Pet`? [dangling-reference]",
        ])
        #expect(loaded.spec?.namedSchemas.count == 4)
    }

    @Test(arguments: [
        ##"{"A":{"$ref":"#/components/schemas/A"}}"##,
        ##"{"A":{"$ref":"#/components/schemas/B"},"B":{"$ref":"#/components/schemas/A"}}"##,
        ##"{"A":{"allOf":[{"$ref":"#/components/schemas/B"}]},"B":{"allOf":[{"type":"object"},{"$ref":"#/components/schemas/A"}]}}"##,
    ])
    func aCircleOfReferencesIsCut(schemas: String) throws {
        let loaded = Loaded(FaultTests.document(schemas: schemas))
        #expect(loaded.codes == ["reference-loop"])
        let spec = try #require(loaded.spec)
        #expect(spec.schemas.filter { $0.reference != nil && $0.reference?.target == nil }.count == 1)
    }

    /// Where thousands of components refer to one another in a circle, or to nothing in the end, that is told once, from
    /// wherever they are entered; gone round from each of them, it took minutes.
    @Test(arguments: [("p0", "reference-loop"), ("missing", "dangling-reference")])
    func whatLeadsNowhereIsToldOnce(end: String, code: String) throws {
        let count = 4000
        let links = (0..<count).map { index in
            ##""p\##(index)":{"$ref":"#/components/parameters/\##(index == count - 1 ? end : "p\(index + 1)")"}"##
        }
        let uses = [0, 1000, 3999, 0].map { ##"{"$ref":"#/components/parameters/p\##($0)"}"## }
        let operations = uses.enumerated().map { #""/\#($0)":{"get":{"parameters":[\#($1)],"responses":{}}}"# }
        let loaded = Loaded(
            ##"{"openapi":"3.1.0","info":{"title":"","version":""},"paths":{\##(operations.joined(separator: ","))},"components":{"parameters":{\##(links.joined(separator: ","))}}}"##
        )
        #expect(loaded.codes == [code])
        #expect(try #require(loaded.spec).operations.map(\.parameters.count) == [0, 0, 0, 0])
    }

    @Test func recursionThroughTheInstanceIsNoCircle() {
        let loaded = Loaded(FaultTests.document(schemas: ##"{"A":{"type":"object","properties":{"a":{"$ref":"#/components/schemas/A"}}}}"##))
        #expect(loaded.codes == [])
    }

    @Test(arguments: [
        (#"{"type":"integer","minimum":3,"maximum":2}"#, ["contradictory-bounds"]),
        (#"{"type":"number","minimum":1e2,"maximum":100.0}"#, []),
        (#"{"type":"number","minimum":1,"exclusiveMaximum":true,"maximum":1}"#, ["contradictory-bounds"]),
        (#"{"type":"string","minLength":3,"maxLength":2}"#, ["contradictory-bounds"]),
        (#"{"type":"integer","maximum":9223372036854775808}"#, ["large-bound"]),
        (#"{"type":"integer","maximum":9223372036854775807,"minimum":-9223372036854775808}"#, []),
        (#"{"type":"number","maximum":9223372036854775808}"#, []),
        (#"{"type":"array"}"#, ["missing-items"]),
        (#"{"type":"string","minLength":"3"}"#, ["wrong-type"]),
        (#"{"type":"string","minLength":-3}"#, ["negative-count"]),
        (#"{"type":"string","required":true}"#, ["misplaced-required"]),
        (#"{"type":"number","multipleOf":0}"#, ["wrong-type"]),
        (#"{"oneOf":[]}"#, ["empty-branches"]),
        (#"{"properties":{"a":3}}"#, ["not-a-schema"]),
        (#""text""#, ["not-a-schema"]),
        (#"{"type":"string","enum":["a",1]}"#, ["unreachable-value"]),
        (#"{"type":"string","nullable":true,"enum":["a",null]}"#, []),
        (#"{"descripton":"d"}"#, ["unknown-keyword"]),
        (#"{"myOwnKeyword":"d"}"#, []),
    ])
    func faultsOfSchemasAreReported(schema: String, codes: [String]) {
        let loaded = Loaded(FaultTests.document(schemas: #"{"S":\#(schema)}"#))
        #expect(loaded.codes == codes)
        #expect(loaded.spec?.namedSchemas.count == 1)
    }

    @Test func namesOfComponentsHaveAPattern() {
        #expect(Loaded(FaultTests.document(schemas: #"{"a b":{},"a.b-c_1":{}}"#)).codes == ["component-name"])
    }

    @Test(arguments: [
        (#"{"/a/{id}":{"get":{"responses":{}}}}"#, ["undeclared-path-parameter"]),
        (#"{"/a/{id}":{"get":{"parameters":[{"name":"di","in":"path","required":true,"schema":{}}],"responses":{}}}}"#, ["unused-path-parameter", "undeclared-path-parameter"]),
        (#"{"/a":{"get":{}}}"#, ["missing-responses"]),
        (#"{"/a":{"get":{"operationId":"x","responses":{}},"put":{"operationId":"x","responses":{}}}}"#, ["duplicate-operation-id"]),
        (#"{"a":{"get":{"responses":{}}}}"#, ["path-without-slash"]),
        (#"{"/a":{"gett":{"responses":{}}}}"#, ["unknown-member"]),
        (#"{"/a":{"get":{"responses":{"200":{"content":{"json":{}}}}}}}"#, ["media-type"]),
        (#"{"/a":{"get":{"responses":{"2OO":{}}}}}"#, ["status"]),
        (#"{"/a":{"get":{"responses":{},"parameters":[{"name":"q","in":"query"}]}}}"#, ["missing-schema"]),
        (#"{"/a":{"get":{"responses":{},"parameters":[{"name":"q","in":"body","schema":{}}]}}}"#, ["unknown-in"]),
        (#"{"/a":{"get":{"responses":{},"security":[{"key":[]}]}}}"#, ["unknown-security"]),
    ])
    func faultsOfOperationsAreReported(paths: String, codes: [String]) {
        let loaded = Loaded(FaultTests.document(paths: paths))
        #expect(loaded.codes == codes)
        #expect(loaded.spec != nil)
    }

    @Test func anUndeclaredPathParameterIsAString() throws {
        let spec = try #require(Loaded(FaultTests.document(paths: #"{"/a/{id}":{"get":{"responses":{}}}}"#)).spec)
        let parameter = try #require(spec.operations.first?.parameters.first)
        #expect(parameter.name == "id")
        #expect(parameter.isAssumed && parameter.isRequired)
        #expect(parameter.schema.map { spec[$0].types } == .string)
    }

    @Test func aParameterIsNoSchema() {
        let loaded = Loaded(##"{"openapi":"3.0.3","info":{"title":"","version":""},"paths":{},"components":{"parameters":{"P":{"name":"p","in":"query","schema":{}}},"schemas":{"S":{"$ref":"#/components/parameters/P"},"T":{"$ref":"#/components/parameters/P/schema"}}}}"##)
        #expect(loaded.codes == ["not-a-schema"])
    }
}
