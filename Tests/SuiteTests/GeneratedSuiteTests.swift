import Testing
import TypewrightReader
import TypewrightSource
import TypewrightTestSupport
import TypewrightValidation

/// The official JSON Schema suite through generated and compiled code. This compiles for a minute,
/// so it runs only when asked for: `Tests/SuiteTests/run`.
@Suite(
    .enabled(if: JSONSchemaSuite.isAsked, "skipped: Tests/SuiteTests/run asks for it"),
    .enabled(if: SharedData.has(JSONSchemaSuite.tests), "skipped: the JSON Schema suite is not beside the checkout"))
struct GeneratedSuiteTests {
    private typealias Asked = (group: JSONSchemaSuite.Group, test: JSONSchemaSuite.Case, answer: GeneratedTypes.Answer)

    /// `where` is given a schema's index.
    private func ask(where isWanted: (Int) -> Bool = { _ in true }) throws -> [Asked] {
        var cases: [(JSONSchemaSuite.Group, JSONSchemaSuite.Case)] = []
        var questions: [(schema: Int, json: String)] = []
        for (index, group) in JSONSchemaSuite.groups.enumerated() where isWanted(index) {
            for test in group.cases {
                cases.append((group, test))
                questions.append((index, test.json))
            }
        }
        return zip(cases, try GeneratedTypes.ofSuite.get().ask(questions)).map { ($0.0, $0.1, $1) }
    }

    // MARK: Validation

    @Test func validatorsAcceptWhatTheirSchemasAccept() throws {
        var run: [String: SuiteResult] = [:]
        for (group, test, answer) in try ask() {
            let kind = group.draft.folder + (group.isOptional ? " optional" : " required")
            run[kind, default: SuiteResult()].count += 1
            if answer.violations.isEmpty == test.isValid { continue }
            run[kind, default: SuiteResult()].failures.append(SuiteFailure(group, test, "\(answer.violations)"))
        }
        for draft in JSONSchemaSuite.drafts {
            let required = run[draft.folder + " required"] ?? SuiteResult()
            #expect(required.failures.map(\.description) == [])
            #expect(required.count == draft.required)
            let optional = run[draft.folder + " optional"] ?? SuiteResult()
            #expect(optional.count == draft.optional)
            #expect(optional.failures.count * 10 < draft.optional)
            SuiteFailure.compare(optional.failures, SuiteFailure.undecided.filter { $0.draft == draft.folder })
        }
    }

    // MARK: Types

    /// "Decode what you can, validate exactly": every value that a schema accepts is read by the type that
    /// came of the schema, and written again without a loss.
    @Test func validValuesGoThroughTheirTypes() throws {
        let types = try GeneratedTypes.ofSuite.get()
        var values = 0
        var losses: [SuiteFailure] = []
        for (group, test, answer) in try ask(where: types.typed.contains) where test.isValid {
            values += 1
            if !Self.areEqual(answer.written, test.json) { losses.append(SuiteFailure(group, test, answer.written)) }
        }
        #expect(types.typed.count == 577)
        #expect(values == 834)
        SuiteFailure.compare(losses, SuiteFailure.beyondSwiftNumbers)
    }

    private static func areEqual(_ a: String, _ b: String) -> Bool {
        let nodes = [a, b].map { text in
            readDocument(SourceMap().add(path: "value.json", text: Array(text.utf8)), limits: ReaderLimits(), into: DiagnosticSink())
        }
        guard let first = nodes[0], let second = nodes[1] else { return false }
        return NodeEquality.equal(first, second)
    }
}

struct SuiteResult {
    var count = 0
    var failures: [SuiteFailure] = []
}
