import Foundation
import Testing
import TypewrightTestSupport

/// Generated validators and the interpreter, two implementations that share no code, on the suite's
/// schemas and instances that were changed at random: they say the same in the same words and order.
@Suite(
    .enabled(if: JSONSchemaSuite.isAsked, "skipped: Tests/SuiteTests/run asks for it"),
    .enabled(if: SharedData.has(JSONSchemaSuite.tests), "skipped: the JSON Schema suite is not beside the checkout"))
struct GeneratedDifferenceTests {
    @Test func bothAgree() throws {
        let seed = ProcessInfo.processInfo.environment["TYPEWRIGHT_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 0...999_999)
        print("seed \(seed): TYPEWRIGHT_SEED=\(seed) Tests/SuiteTests/run repeats this run")
        var random = SeededGenerator(seed: seed)
        let groups = JSONSchemaSuite.groups
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
        let answers = try GeneratedTypes.ofSuite.get().ask(questions)
        var interpreters: [Int: Interpreter] = [:]
        var asked = 0
        var differences: [String] = []
        for (question, answer) in zip(questions, answers) {
            let group = groups[question.schema]
            if interpreters[question.schema] == nil { interpreters[question.schema] = Interpreter(group.asked) }
            guard let told = interpreters[question.schema]?.violations(question.json) else { continue }
            asked += 1
            guard told != answer.violations else { continue }
            differences.append("""
                \(group.draft.folder)/\(group.file) \(group.name): \(group.schema) | \(question.json)
                    interpreter: \(told)
                    generated:   \(answer.violations)
                """)
        }
        #expect(asked > 30_000)
        #expect(differences.count == 0, "\(differences.prefix(20).joined(separator: "\n"))")
        print("\(asked) instances, \(differences.count) differences")
        if let path = ProcessInfo.processInfo.environment["TYPEWRIGHT_DIFFERENCES"] {
            try differences.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
        }
    }
}
