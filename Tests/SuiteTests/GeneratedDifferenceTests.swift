import Foundation
import Testing
import TypewrightSpec
import TypewrightTestSupport

/// Generated validators and the interpreter, two implementations that share no code, on the suite's
/// schemas and instances that were changed at random.
@Suite(
    .enabled(if: ProcessInfo.processInfo.environment["TYPEWRIGHT_SUITES"] != nil, "skipped: Tests/SuiteTests/run asks for it"),
    .enabled(if: SharedData.has(JSONSchemaSuite.tests), "skipped: the JSON Schema suite is not beside the checkout"))
struct GeneratedDifferenceTests {
    @Test func bothAgree() throws {
        let seed = ProcessInfo.processInfo.environment["TYPEWRIGHT_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 0...999_999)
        print("seed \(seed): TYPEWRIGHT_SEED=\(seed) Tests/SuiteTests/run repeats this run")
        var random = SeededGenerator(seed: seed)
        let groups = JSONSchemaSuite.groups()
        let schemas = groups.map { GeneratedValidators.Schema(text: $0.schema, draft: $0.draft.draft, assertsFormats: $0.isOptional) }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("typewright-differences")
        let validators = GeneratedValidators(schemas, remotes: JSONSchemaSuite.remotes, in: folder)
        try validators.write()
        #expect(try validators.compile() == "")
        var questions: [(schema: Int, json: String)] = []
        for (index, group) in groups.enumerated() {
            for test in group.cases {
                var json = test.json
                for _ in 0..<4 {
                    json = Mutation(json).apply(&random)
                    questions.append((index, json))
                }
            }
        }
        let answers = try validators.ask(questions)
        var interpreters: [Int: Interpreter] = [:]
        var asked = 0
        var verdicts: [String] = []
        var wordings: [String] = []
        for (question, answer) in zip(questions, answers) {
            if interpreters[question.schema] == nil {
                interpreters[question.schema] = Interpreter(schemas[question.schema], remotes: JSONSchemaSuite.remotes)
            }
            guard let told = interpreters[question.schema]?.violations(question.json) else { continue }
            asked += 1
            let group = groups[question.schema]
            if told.isEmpty != (answer == nil) {
                verdicts.append("\(group.draft.folder)/\(group.file) \(group.name): \(group.schema) | \(question.json) | \(told) | \(answer ?? "valid")")
            } else if let answer, told != answer.components(separatedBy: "; ").sorted() {
                wordings.append("\(group.draft.folder)/\(group.file): \(group.schema) | \(question.json) | \(told) | \(answer)")
            }
        }
        #expect(asked > 30_000)
        #expect(verdicts == [])
        try wordings.joined(separator: "\n").write(to: folder.appendingPathComponent("wordings.txt"), atomically: true, encoding: .utf8)
        print("\(asked) instances, \(wordings.count) told of in other words")
    }
}
