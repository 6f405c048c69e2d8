import Foundation
import Testing
import TypewrightSpec

/// The official JSON Schema suite through generated and compiled validators. This compiles for minutes,
/// so it runs only when asked for: `Tests/SuiteTests/run`.
@Suite(
    .enabled(if: ProcessInfo.processInfo.environment["TYPEWRIGHT_SUITES"] != nil, "skipped: Tests/SuiteTests/run asks for it"),
    .enabled(if: SharedData.has(JSONSchemaSuite.tests), "skipped: the JSON Schema suite is not beside the checkout"))
struct GeneratedSuiteTests {
    /// Generates, compiles and asks once, for all drafts.
    @Test func allDrafts() throws {
        let groups = JSONSchemaSuite.groups()
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("typewright-suite")
        let validators = GeneratedValidators(
            groups.map { .init(text: $0.schema, draft: $0.draft.draft, assertsFormats: $0.isOptional) },
            remotes: JSONSchemaSuite.remotes, in: folder)
        try validators.write()
        #expect(try validators.compile() == "")
        var questions: [(schema: Int, json: String)] = []
        for (index, group) in groups.enumerated() { questions += group.cases.map { (index, $0.json) } }
        var answers = try validators.ask(questions)[...]
        var results: [String: SuiteResult] = [:]
        for group in groups {
            let kind = group.draft.folder + (group.isOptional ? " optional" : " required")
            for test in group.cases {
                guard let answer = answers.popFirst() else { break }
                results[kind, default: SuiteResult()].count += 1
                if (answer == nil) != test.isValid {
                    results[kind, default: SuiteResult()].failures.append(
                        "\(group.draft.folder) | \(group.file) | \(group.name) | \(test.name): \(answer ?? "valid")")
                }
            }
        }
        for draft in JSONSchemaSuite.drafts {
            let required = results[draft.folder + " required"] ?? SuiteResult()
            #expect(required.failures == [])
            #expect(required.count == draft.required)
            let optional = results[draft.folder + " optional"] ?? SuiteResult()
            #expect(optional.count == draft.optional)
            #expect(optional.failures == [])
        }
    }
}

struct SuiteResult {
    var count = 0
    var failures: [String] = []
}
