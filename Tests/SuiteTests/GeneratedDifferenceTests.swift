import Testing
import TypewrightTestSupport

/// Generated validators and the interpreter on the suite's schemas, and instances that were changed at random.
@Suite(
    .enabled(if: JSONSchemaSuite.isAsked, "skipped: Tests/SuiteTests/run asks for it"),
    .enabled(if: SharedData.has(JSONSchemaSuite.tests), "skipped: the JSON Schema suite is not beside the checkout"))
struct GeneratedDifferenceTests {
    @Test func bothAgree() throws {
        var random = Differences.generator()
        let groups = JSONSchemaSuite.groups
        let values = groups.enumerated().flatMap { index, group in
            group.cases.map { Differences.Question(schema: index, json: $0.json) }
        }
        let (asked, differences) = try Differences.found(
            Differences.mutations(of: values, &random), in: groups.map(\.asked), GeneratedTypes.ofSuite.get()
        ) { "\(groups[$0].draft.folder)/\(groups[$0].file) \(groups[$0].name)" }
        #expect(asked > 30_000)
        #expect(differences.count == 0, "\(differences.prefix(20).joined(separator: "\n"))")
    }
}
