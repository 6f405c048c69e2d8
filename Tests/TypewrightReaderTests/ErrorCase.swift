import Testing

/// A text that is not read without a word, and all that is said.
struct ErrorCase: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let report: String

    init(_ name: String, _ text: String, _ report: String) {
        self.name = name
        self.text = text
        self.report = report + "\n"
    }

    var testDescription: String { name }
}
