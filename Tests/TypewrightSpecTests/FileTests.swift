import Testing
import TypewrightSpec

/// References between files.
@Suite struct FileTests {
    static let head = #""openapi":"3.0.3","info":{"title":"","version":""}"#

    @Test func referencesLeadToFilesAndToPartsOfThem() throws {
        let loaded = Loaded([
            "api.json": #"{\#(FileTests.head),"paths":{"/pets":{"$ref":"paths/pets.json"}},"components":{"schemas":{"Pet":{"$ref":"models/pet.json"}}}}"#,
            "paths/pets.json": ##"{"get":{"responses":{"200":{"description":"","content":{"application/json":{"schema":{"$ref":"../models/all.json#/Pets"}}}}}}}"##,
            "models/pet.json": ##"{"type":"object","properties":{"owner":{"$ref":"all.json#/Owner"},"mother":{"$ref":"#"}}}"##,
            "models/all.json": ##"{"Pets":{"type":"array","items":{"$ref":"../api.json#/components/schemas/Pet"}},"Owner":{"properties":{"pet":{"$ref":"pet.json"}}}}"##,
        ])
        #expect(loaded.reports == [])
        let spec = try #require(loaded.spec)
        #expect(spec.operations.map(\.method) == ["GET"])
        #expect(spec.operations[0].place.location == "paths/pets.json#/get")
        let pets = try #require(spec.operations[0].responses[0].content[0].schema)
        let target = try #require(spec[pets].reference?.target)
        #expect(spec[target].location == "models/all.json#/Pets")
        #expect(spec.namedSchemas.map(\.name) == ["Pet", "pet", "Pets", "Owner"])
        #expect(spec.namedSchemas.map(\.origin) == [.component, .file, .file, .file])
        // The cycle leads back to the very same schema.
        let item = try #require(spec[target].array?.items)
        #expect(spec[item].reference?.target == spec.namedSchemas[0].schema)
    }

    @Test func aReferenceOutOfTheFolderIsRefused() throws {
        let files = [
            "api.json": #"{\#(FileTests.head),"paths":{},"components":{"schemas":{"A":{"$ref":"../secret.json"}}}}"#,
            "../secret.json": #"{"type":"string"}"#,
        ]
        let refused = Loaded(files)
        #expect(refused.codes == ["escaping-reference"])
        #expect(refused.spec?.schemas[0].reference?.target == nil)
        var options = LoadOptions()
        options.allowsEscapingRoot = true
        let allowed = Loaded(files, options: options)
        #expect(allowed.codes == [])
        #expect(allowed.spec?.schemas[0].reference?.target != nil)
    }

    @Test func addressesAreOnlyLookedUp() throws {
        let text = #"{\#(FileTests.head),"paths":{},"components":{"schemas":{"A":{"$ref":"https://example.com/a.json#/b"}}}}"#
        #expect(Loaded(text).codes == ["unknown-url"])
        var options = LoadOptions()
        options.urls["https://example.com/a.json"] = .text(Array(#"{"b":{"type":"string"}}"#.utf8))
        let loaded = Loaded(text, options: options)
        #expect(loaded.codes == [])
        #expect(loaded.spec?.schemas.last?.location == "https://example.com/a.json#/b")
    }

    @Test func filesWithAddressesAsIdentifiersFindTheirNeighbours() throws {
        let loaded = Loaded([
            "a.json": #"{"$id":"https://example.com/schemas/a.json","type":"object","properties":{"b":{"$ref":"b.json"}}}"#,
            "b.json": #"{"type":"string"}"#,
        ], root: "a.json")
        #expect(loaded.codes == [])
        #expect(loaded.spec?.schemas.last?.types == .string)
    }

    @Test func metaschemasAreKnown() throws {
        let loaded = Loaded(#"{"properties":{"schema":{"$ref":"https://json-schema.org/draft/2020-12/schema"},"old":{"$ref":"http://json-schema.org/draft-07/schema#"}}}"#)
        #expect(loaded.codes == [])
    }

    @Test func severalFilesBecomeOneSpec() throws {
        let spec = try #require(loadTestSchemas([
            "a.json": ##"{"title":"Person","$defs":{"Name":{"type":"string"}},"properties":{"home":{"$ref":"b.json#/$defs/City"}}}"##,
            "b.json": ##"{"type":"object","$defs":{"City":{"type":"string"}}}"##,
        ]))
        #expect(spec.namedSchemas.map(\.name) == ["Person", "Name", "b", "City"])
        #expect(spec.namedSchemas.map(\.origin) == [.root, .definition, .root, .definition])
    }

    @Test func aFileThatCannotBeReadIsReportedOnceForItselfAndWhereItIsNamed() throws {
        let loaded = Loaded([
            "api.json": #"{\#(FileTests.head),"paths":{},"components":{"schemas":{"A":{"$ref":"b.json"},"B":{"$ref":"b.json"}}}}"#,
            "b.json": #"{"type""#,
        ])
        #expect(loaded.codes.filter { $0 == "unreadable-reference" }.count == 2)
        #expect(loaded.spec?.namedSchemas.count == 2)
    }

    @Test func otherFilesAreReadAsTheRootIs() throws {
        let loaded = Loaded([
            "api.json": #"{\#(FileTests.head),"paths":{},"components":{"schemas":{"A":{"$ref":"a.json"}}}}"#,
            "a.json": #"{"type":"integer","nullable":true,"minimum":1,"exclusiveMinimum":true}"#,
        ])
        #expect(loaded.codes == [])
        #expect(loaded.spec?.schemas.last?.isNullable == true)
        #expect(loaded.spec?.schemas.last?.numeric?.exclusiveMinimum != nil)
    }

    @Test func aSchemaMayHaveADialectOfItsOwn() throws {
        let loaded = Loaded(##"{"openapi":"3.1.0","info":{"title":"","version":""},"components":{"schemas":{"Old":{"$schema":"http://json-schema.org/draft-07/schema#","items":[{"$ref":"#/components/schemas/New"}],"prefixItems":[{}]},"New":{"prefixItems":[{},{}]}}}}"##)
        #expect(loaded.codes == [])
        let spec = try #require(loaded.spec)
        let old = spec[spec.namedSchemas[0].schema]
        #expect(spec[old.resource].dialect.draft == .draft7)
        let item = try #require(old.array?.prefixItems.first)
        #expect(spec[item].reference?.target == spec.namedSchemas[1].schema)
        #expect(spec[spec.namedSchemas[1].schema].array?.prefixItems.count == 2)
    }

    @Test func yamlAndJSONMix() throws {
        let loaded = Loaded([
            "api.yaml": """
            openapi: 3.0.3
            info: {title: t, version: '1'}
            paths: {}
            components:
              schemas:
                A: {$ref: 'models/a.json#/A'}
                B: &b
                  type: object
                  properties:
                    self: {$ref: '#/components/schemas/B'}
                C: *b
            """,
            "models/a.json": #"{"A":{"type":"array","items":{"$ref":"../more.yml#/Deep"}}}"#,
            "more.yml": "Deep:\n  type: string\n  enum: [yes, no]\n",
        ], root: "api.yaml")
        #expect(loaded.reports == [])
        let spec = try #require(loaded.spec)
        #expect(spec.namedSchemas.map(\.name) == ["A", "B", "C", "A", "Deep"])
        #expect(spec[spec.namedSchemas[4].schema].enumeration?.map(\.string) == ["yes", "no"])
    }
}
