import Foundation
import Testing
import TypewrightReader
import TypewrightSource
import TypewrightSpec
import TypewrightValidation

/// The official JSON Schema suite through the interpreter.
@Suite(.enabled(if: SharedData.has("suites/json-schema/tests"), "skipped: the JSON Schema suite is not beside the checkout"))
struct SuiteTests {
    static let drafts: [(folder: String, draft: Dialect.Draft, required: Int, optional: Int)] = [
        ("draft4", .draft4, 618, 319), ("draft6", .draft6, 839, 431), ("draft7", .draft7, 927, 794),
        ("draft2019-09", .draft2019, 1259, 915), ("draft2020-12", .draft2020, 1299, 926),
    ]

    @Test(arguments: drafts)
    func required(folder: String, draft: Dialect.Draft, required: Int, optional: Int) throws {
        let run = SuiteRun(draft: draft, formats: .annotated)
        for file in SharedData.files("suites/json-schema/tests/\(folder)") where !file.contains("/") {
            run.run("suites/json-schema/tests/\(folder)/\(file)", named: file)
        }
        #expect(run.failures.isEmpty, "\(run.failures.map(\.description).joined(separator: "\n"))")
        #expect(run.cases == required)
    }

    @Test(arguments: drafts)
    func optional(folder: String, draft: Dialect.Draft, required: Int, optional: Int) throws {
        let run = SuiteRun(draft: draft, formats: .asserted)
        for file in SharedData.files("suites/json-schema/tests/\(folder)/optional") {
            run.run("suites/json-schema/tests/\(folder)/optional/\(file)", named: file)
        }
        #expect(run.failures.isEmpty, "\(run.failures.map(\.description).joined(separator: "\n"))")
        #expect(run.cases == optional)
    }
}
