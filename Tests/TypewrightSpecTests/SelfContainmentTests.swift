import Testing
import TypewrightSpec

@Suite struct SelfContainmentTests {
    @Test func aBaseThatListsItsHeirsIsFound() throws {
        let loaded = Loaded(FaultTests.document(schemas: ##"{"Base":{"oneOf":[{"$ref":"#/components/schemas/Heir"}]},"Heir":{"allOf":[{"$ref":"#/components/schemas/Base"},{"type":"object"}]},"Other":{"allOf":[{"$ref":"#/components/schemas/Base"}],"properties":{"a":{"$ref":"#/components/schemas/Other"}}}}"##))
        #expect(loaded.codes == [])
        let spec = try #require(loaded.spec)
        let found = Set(spec.selfContaining.map { spec[$0].location })
        #expect(found == [
            "#/components/schemas/Base", "#/components/schemas/Base/oneOf/0",
            "#/components/schemas/Heir", "#/components/schemas/Heir/allOf/0",
        ])
    }
}
