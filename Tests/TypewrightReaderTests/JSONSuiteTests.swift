import Testing
import TypewrightReader
import TypewrightTestSupport

/// The suite "Parsing JSON is a minefield": `y_` must be accepted, `n_` refused, `i_` is ours to decide.
@Suite struct JSONSuiteTests {
    static let folder = "suites/json-parsing/test_parsing"

    /// What the suite leaves open and is accepted: numbers of any size keep their text, 500 levels are within
    /// the limit, and a byte order mark is skipped. All else that it leaves open is no UTF-8 or no pair of surrogates.
    static let accepted: Set<String> = [
        "i_number_double_huge_neg_exp.json", "i_number_huge_exp.json", "i_number_neg_int_huge_exp.json",
        "i_number_pos_double_huge_exp.json", "i_number_real_neg_overflow.json", "i_number_real_pos_overflow.json",
        "i_number_real_underflow.json", "i_number_too_big_neg_int.json", "i_number_too_big_pos_int.json",
        "i_number_very_big_negative_int.json", "i_structure_500_nested_arrays.json", "i_structure_UTF-8_BOM_empty_object.json",
    ]

    @Test(.enabled(if: SharedData.has(folder), "skipped: the JSON parsing suite is not there"))
    func everyFileIsReadAsItShould() {
        let files = SharedData.texts(Self.folder, endings: [".json"])
        #expect(files.count == 318)
        for (path, text) in files {
            let result = reading(text, as: .json, path: path)
            let isAccepted = path.hasPrefix("y_") || Self.accepted.contains(path)
            #expect((result.node != nil) == isAccepted, "\(path): \(result.rendered)")
            #expect(result.errors.isEmpty == isAccepted, "\(path)")
            #expect(result.errors.allSatisfy { $0.range != nil }, "\(path) is refused without a position")
        }
    }
}
