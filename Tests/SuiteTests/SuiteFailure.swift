import Testing

/// A case that came out differently.
struct SuiteFailure: CustomStringConvertible {
    let draft: String
    let file: String
    let group: String
    let name: String
    /// What was answered; on the lists of known ones, why.
    let answer: String

    init(_ group: JSONSchemaSuite.Group, _ test: JSONSchemaSuite.Case, _ answer: String) {
        self.init(draft: group.draft.folder, file: group.file, group: group.name, name: test.name, answer: answer)
    }

    private init(draft: String, file: String, group: String, name: String, answer: String) {
        self.draft = draft
        self.file = file
        self.group = group
        self.name = name
        self.answer = answer
    }

    var description: String { "\(draft) | \(file) | \(group) | \(name): \(answer)" }

    private var key: String { "\(draft) | \(file) | \(group) | \(name)" }

    /// Those that are not expected fail, and so do those that are expected and do not come.
    static func compare(_ failures: [SuiteFailure], _ expected: [SuiteFailure]) {
        let known = Set(expected.map(\.key))
        #expect(failures.filter { !known.contains($0.key) }.map(\.description) == [])
        #expect(known.subtracting(failures.map(\.key)) == [], "These are fine now: take them off the list.")
    }

    // MARK: Known ones

    /// Draft-07's optional assertion of contents.
    static let undecided = [
        ("validation of string-encoded content based on media type", "an invalid JSON document"),
        ("validation of binary string-encoding", "an invalid base64 string (% is not a valid character)"),
        ("validation of binary-encoded media type documents", "a validly-encoded invalid JSON document"),
        ("validation of binary-encoded media type documents", "an invalid base64 string that is valid JSON"),
    ].map {
        SuiteFailure(
            draft: "draft7", file: "optional/content.json", group: $0, name: $1,
            answer: "contents are annotations, as all later drafts have it; draft-07 leaves the choice")
    }

    /// `Int` holds 64 bits and `Double` 53 digits of them. An override of the type, or `JSONValue`, keeps all.
    static let beyondSwiftNumbers = ["draft4", "draft6", "draft7", "draft2019-09", "draft2020-12"].flatMap { draft in
        [
            ("optional/bignum.json", "integer", "a bignum is an integer", "an integer beyond Int64 is an error"),
            ("optional/bignum.json", "integer", "a negative bignum is an integer", "an integer beyond Int64 is an error"),
            ("optional/bignum.json", "number", "a bignum is a number", "a number beyond the digits of a Double is rounded"),
            ("optional/bignum.json", "number", "a negative bignum is a number", "a number beyond the digits of a Double is rounded"),
            ("optional/float-overflow.json", "all integers are multiples of 0.5, if overflow is handled",
                "valid if optional overflow handling is implemented", "an integer beyond Int64 is an error"),
        ].filter { draft != "draft4" || $0.0 != "optional/float-overflow.json" }.map {
            SuiteFailure(draft: draft, file: $0.0, group: $0.1, name: $0.2, answer: $0.3)
        }
    }
}
