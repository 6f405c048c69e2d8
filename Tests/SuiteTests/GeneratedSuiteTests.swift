import Foundation
import Testing
import TypewrightSpec
import TypewrightTestSupport

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
        var run: [String: SuiteResult] = [:]
        for group in groups {
            let kind = group.draft.folder + (group.isOptional ? " optional" : " required")
            for test in group.cases {
                guard let answer = answers.popFirst() else { break }
                run[kind, default: SuiteResult()].count += 1
                if (answer == nil) == test.isValid { continue }
                run[kind, default: SuiteResult()].failures.append(
                    SuiteFailure(draft: group.draft.folder, file: group.file, group: group.name, name: test.name, answer: answer ?? "valid"))
            }
        }
        for draft in JSONSchemaSuite.drafts {
            let required = run[draft.folder + " required"] ?? SuiteResult()
            #expect(required.failures.map(\.description) == [])
            #expect(required.count == draft.required)
            let optional = run[draft.folder + " optional"] ?? SuiteResult()
            #expect(optional.count == draft.optional)
            #expect(optional.failures.count * 10 < draft.optional)
            let expected = SuiteFailure.expected.filter { $0.draft == draft.folder }
            #expect(optional.failures.filter { failure in !expected.contains { $0.names(failure) } }.map(\.description) == [])
            let passing = expected.filter { entry in !optional.failures.contains { entry.names($0) } }
            #expect(passing.map(\.name) == [], "These pass now: take them off the list.")
        }
    }
}

struct SuiteResult {
    var count = 0
    var failures: [SuiteFailure] = []
}

/// A case that came out differently.
struct SuiteFailure: CustomStringConvertible {
    let draft: String
    let file: String
    let group: String
    let name: String
    /// What was answered; on the list of known ones, why.
    let answer: String

    var description: String { "\(draft) | \(file) | \(group) | \(name): \(answer)" }

    func names(_ other: SuiteFailure) -> Bool {
        draft == other.draft && file == other.file && group == other.group && name == other.name
    }

    private static let contents = "contents are annotations, as all later drafts have it; draft-07 leaves the choice"

    static let expected = [
        SuiteFailure(
            draft: "draft7", file: "optional/content.json", group: "validation of string-encoded content based on media type",
            name: "an invalid JSON document", answer: contents),
        SuiteFailure(
            draft: "draft7", file: "optional/content.json", group: "validation of binary string-encoding",
            name: "an invalid base64 string (% is not a valid character)", answer: contents),
        SuiteFailure(
            draft: "draft7", file: "optional/content.json", group: "validation of binary-encoded media type documents",
            name: "a validly-encoded invalid JSON document", answer: contents),
        SuiteFailure(
            draft: "draft7", file: "optional/content.json", group: "validation of binary-encoded media type documents",
            name: "an invalid base64 string that is valid JSON", answer: contents),
    ]
}
