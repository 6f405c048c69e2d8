import Foundation
import TypewrightTestSupport

/// Generated validators and the interpreter, two implementations that share no code, asked the same: they are to say the same
/// in the same words and order.
struct Differences {
    struct Question {
        let schema: Int
        let json: String
    }

    /// Where random values come from; a run that fails can be repeated.
    static func generator() -> SeededGenerator {
        let seed = ProcessInfo.processInfo.environment["TYPEWRIGHT_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 0...999_999)
        print("seed \(seed): TYPEWRIGHT_SEED=\(seed) Tests/SuiteTests/run repeats this run")
        return SeededGenerator(seed: seed)
    }

    /// Of each value some that differ from it a little.
    static func mutations(of values: [Question], _ random: inout SeededGenerator) -> [Question] {
        var questions: [Question] = []
        for value in values {
            var json = value.json
            for _ in 0..<4 {
                json = Mutation(json).apply(&random)
                questions.append(Question(schema: value.schema, json: json))
            }
        }
        return questions
    }

    /// How many questions both could be asked, and what they answer differently. `name` tells of a schema where it is from.
    static func found(
        _ questions: [Question], in schemas: [SuiteSchema], _ types: GeneratedTypes, name: (Int) -> String
    ) throws -> (asked: Int, differences: [String]) {
        let answers = try types.ask(questions.map { ($0.schema, $0.json) })
        var interpreters: [Int: Interpreter] = [:]
        var asked = 0
        var differences: [String] = []
        for (question, answer) in zip(questions, answers) {
            let schema = schemas[question.schema]
            if interpreters[question.schema] == nil { interpreters[question.schema] = Interpreter(schema) }
            guard let told = interpreters[question.schema]?.violations(question.json) else { continue }
            asked += 1
            guard told != answer.violations else { continue }
            differences.append("""
                \(name(question.schema)): \(schema.text) | \(question.json)
                    interpreter: \(told)
                    generated:   \(answer.violations)
                """)
        }
        print("\(asked) instances, \(differences.count) differences")
        if let path = ProcessInfo.processInfo.environment["TYPEWRIGHT_DIFFERENCES"], !differences.isEmpty {
            try differences.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
        }
        return (asked, differences)
    }
}
