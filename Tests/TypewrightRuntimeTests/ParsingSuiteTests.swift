import Testing
import TypewrightRuntime
import TypewrightTestSupport

private let parsingSuite = "suites/json-parsing/test_parsing"

/// Nicolas Seriot's JSON parsing suite: names that start with `y_` must be accepted, with
/// `n_` refused, with `i_` are up to the implementation.
@Suite("JSON parsing suite", .enabled(if: SharedData.has(parsingSuite), "skipped: the JSON parsing suite is not beside the checkout"))
struct ParsingSuiteTests {
    /// What was decided for the cases left open. Numbers of any size are JSON; text that is
    /// no valid UTF-8 or Unicode is not.
    static let acceptedByDecision: Set<String> = [
        "i_number_double_huge_neg_exp.json",
        "i_number_huge_exp.json",
        "i_number_neg_int_huge_exp.json",
        "i_number_pos_double_huge_exp.json",
        "i_number_real_neg_overflow.json",
        "i_number_real_pos_overflow.json",
        "i_number_real_underflow.json",
        "i_number_too_big_neg_int.json",
        "i_number_too_big_pos_int.json",
        "i_number_very_big_negative_int.json",
        // RFC 8259, section 8.1, lets a parser ignore a byte order mark.
        "i_structure_UTF-8_BOM_empty_object.json",
    ]

    /// Skips whatever it is given.
    struct Skipper: JSONObject, Hashable, Codable {
        init() {}
        static let jsonKeys = JSONKeys("none")
        init(_ blank: JSONBlank) {}
    }

    @Test func `every file is accepted or refused as it should, whatever reads it`() throws {
        let files = SharedData.texts(parsingSuite)
        #expect(files.count == 318)
        for (name, bytes) in files {
            let expected = name.hasPrefix("y_") || Self.acceptedByDecision.contains(name)
            #expect(accepts { try JSONValue(json: bytes) } == expected, "JSONValue, \(name)")
            // Within something else: what closes it also closes what some files leave open,
            // an empty file makes an empty array, and a byte order mark has no place there.
            if name.hasPrefix("n_structure") || name == "n_single_space.json" || name.contains("BOM") { continue }
            let member = Array(#"{"unknown":"#.utf8) + bytes + Array("}".utf8)
            #expect(accepts { try Skipper(json: member) } == expected, "skipped, \(name)")
            let element = Array("[".utf8) + bytes + Array("]".utf8)
            #expect(accepts { try [JSONValue](json: element) } == expected, "in an array, \(name)")
        }
    }

    @Test func `what is refused in a value is refused in typed reading`() throws {
        for (name, bytes) in SharedData.texts(parsingSuite) {
            let isJSON = accepts { try JSONValue(json: bytes) }
            let typed = [
                accepts { try [String](json: bytes) }, accepts { try [Double](json: bytes) },
                accepts { try [Int](json: bytes) }, accepts { try [Bool?](json: bytes) },
                accepts { try [String: String](json: bytes) }, accepts { try Skipper(json: bytes) },
                accepts { try String(json: bytes) }, accepts { try Double(json: bytes) },
                accepts { try [Guess](json: bytes) },
            ]
            if typed.contains(true) { #expect(isJSON, "\(name)") }
        }
    }

    private func accepts<Value>(_ read: () throws -> Value) -> Bool {
        (try? read()) != nil
    }
}
